import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { ApiError } from '../../../core/api/index.ts';
import {
  type FilledAnswer,
  type FormDoubt,
  type FormReading,
  formatFigure,
} from '../../../core/forms/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { collectForm, type FieldFault } from './collect.ts';
import type { FormFile, IncomingForm } from './incoming-forms.ts';
import type { YearOfForms } from './use-forms.ts';

function Doubts({ doubts }: { readonly doubts: readonly FormDoubt[] }) {
  if (doubts.length === 0) return null;
  return (
    <ul className="form-doubts" aria-label="要核对的地方">
      {doubts.map(({ kind, message }) => (
        <li key={`${kind}${message}`}>{message}</li>
      ))}
    </ul>
  );
}

function ItemField({ name, year }: { readonly name: string; readonly year: YearOfForms }) {
  return (
    <label className="form-item">
      <span>归到清单哪一题</span>
      <select name={name} defaultValue="">
        <option value="">先不归，作一般素材</option>
        {year.packs.checklist.items.map(({ id, question }) => (
          <option key={id} value={id}>
            {question}
          </option>
        ))}
      </select>
    </label>
  );
}

function AnswerField({
  answer,
  index,
  doubts,
  year,
}: {
  readonly answer: FilledAnswer;
  readonly index: number;
  readonly doubts: readonly FormDoubt[];
  readonly year: YearOfForms;
}) {
  const id = useId();
  const asked = year.forms
    .flatMap(({ questions }) => questions)
    .find(({ itemId }) => itemId === answer.itemId);
  return (
    <li className={doubts.length > 0 ? 'is-doubtful' : ''}>
      <label htmlFor={id}>{asked?.question ?? answer.question}</label>
      <Doubts doubts={doubts} />
      {answer.itemId === null && <ItemField name={`item-${index}`} year={year} />}
      <textarea
        id={id}
        name={`answer-${index}`}
        defaultValue={answer.text}
        rows={Math.min(8, Math.max(2, Math.ceil(answer.text.length / 48)))}
      />
    </li>
  );
}

function FigureRows({
  reading,
  year,
  fault,
}: {
  readonly reading: FormReading;
  readonly year: YearOfForms;
  readonly fault: FieldFault | null;
}) {
  const known = new Map(
    year.packs.checklist.items.flatMap(({ figures }) =>
      figures.map((one) => [one.id, one] as const),
    ),
  );
  const { figures } = reading.form;
  if (figures.length === 0) return null;
  return (
    <table className="form-figures">
      <caption>数据</caption>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">本年</th>
          <th scope="col">单位</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ figureId, value, note }) => {
          const { name = figureId, unit = '' } = known.get(figureId) ?? {};
          const field = `value-${figureId}`;
          const doubts = reading.doubts.filter((doubt) => doubt.figureId === figureId);
          return (
            <tr key={figureId} className={doubts.length > 0 ? 'is-doubtful' : ''}>
              <th scope="row">
                {name}
                <Doubts doubts={doubts} />
              </th>
              <td>
                <input
                  name={field}
                  aria-label={`${name}：本年`}
                  aria-invalid={fault?.field === field}
                  inputMode="decimal"
                  defaultValue={value === null ? '' : formatFigure(value)}
                />
                {fault?.field === field && (
                  <p className="form-fault" role="alert">
                    {fault.message}
                  </p>
                )}
              </td>
              <td>{unit}</td>
              <td>
                <input name={`note-${figureId}`} aria-label={`${name}：说明`} defaultValue={note} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function HeadFields({
  reading,
  year,
}: {
  readonly reading: FormReading;
  readonly year: YearOfForms;
}) {
  const { form } = reading;
  const names = year.packs.departments.map(({ name }) => name);
  const options = names.includes(form.department) ? names : [form.department, ...names];
  return (
    <p className="form-head">
      <label>
        <span>填报部门</span>
        <select name="department" defaultValue={form.department}>
          {options.map((name) => (
            <option key={name} value={name}>
              {name === '' ? '没有写明' : name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>报告年度</span>
        <input name="year" inputMode="numeric" maxLength={4} defaultValue={form.year} />
      </label>
    </p>
  );
}

/** What another office is asked first need not be written here, and is no gap. */
export function countBlank(
  { form: { answers, figures, department } }: FormReading,
  forms: YearOfForms['forms'],
): string {
  const own = forms.find((form) => form.department.name === department)?.questions ?? [];
  const references = new Set(
    own.flatMap(({ itemId, role }) => (role === 'reference' ? [itemId] : [])),
  );
  const empty = answers.filter(({ text }) => text === '');
  const filled = answers.length - empty.length;
  const blank = empty.filter(({ itemId }) => itemId === null || !references.has(itemId)).length;
  const parts = [`${filled} 题有内容`, `${figures.length} 个数据`];
  if (blank > 0) parts.push(`${blank} 题空着`);
  return parts.join(' · ');
}

/** A filled form that was read, to be looked over and corrected before it is kept. */
export function ReadingCard({
  name,
  file,
  reading,
  year,
  onKept,
  onDrop,
}: {
  readonly name: string;
  readonly file: FormFile;
  readonly reading: FormReading;
  readonly year: YearOfForms;
  readonly onKept: (state: Extract<IncomingForm['state'], { kind: 'kept' }>) => void;
  readonly onDrop: () => void;
}) {
  const call = useCall();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<FieldFault | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const { form, doubts } = reading;
  const units = new Map(
    year.packs.checklist.items.flatMap(({ figures }) =>
      figures.map(({ id, unit }) => [id, unit] as const),
    ),
  );
  const keep = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = event.currentTarget;
    const collected = collectForm(new FormData(fields), form, (id) => units.get(id) ?? '');
    if ('field' in collected) {
      setFault(collected);
      const wrong = fields.elements.namedItem(collected.field);
      if (wrong instanceof HTMLElement) wrong.focus();
      return;
    }
    setFault(null);
    setIsBusy(true);
    const kept = await call('forms.keep', { form: collected, file });
    setIsBusy(false);
    if (!kept.ok) return setError(kept.error);
    const { materialIds, figures } = kept.value;
    onKept({ kind: 'kept', year: collected.year, materials: materialIds.length, figures });
  };
  const general = doubts.filter(({ answer, figureId }) => answer === null && figureId === null);
  return (
    <form
      className="form-reading"
      aria-label={`核对 ${name}`}
      onSubmit={(event) => void keep(event)}
    >
      <header>
        <h3>{name}</h3>
        <p>
          {countBlank(reading, year.forms)}
          {doubts.length > 0 && <b> · {doubts.length} 处要核对</b>}
        </p>
      </header>
      <HeadFields reading={reading} year={year} />
      {fault?.field === 'year' && (
        <p className="form-fault" role="alert">
          {fault.message}
        </p>
      )}
      <Doubts doubts={general} />
      <ol className="form-answers">
        {form.answers.map((answer, index) => {
          const own = doubts.filter((doubt) => doubt.answer === index);
          if (answer.text === '' && own.length === 0) return null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: answers never change places.
            <AnswerField key={index} answer={answer} index={index} doubts={own} year={year} />
          );
        })}
      </ol>
      <FigureRows reading={reading} year={year} fault={fault} />
      {form.rest.length > 0 && (
        <label className="form-rest">
          <span>其他内容（不属于哪一题，一并存成素材）</span>
          <textarea
            name="rest"
            rows={Math.min(6, form.rest.length + 1)}
            defaultValue={form.rest.join('\n')}
          />
        </label>
      )}
      {error && <Problem error={error} />}
      <footer>
        <Button type="primary" htmlType="submit" loading={isBusy}>
          存入素材和台账
        </Button>
        <Button onClick={onDrop}>不存</Button>
      </footer>
    </form>
  );
}
