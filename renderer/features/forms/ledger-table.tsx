import { Select } from 'antd';
import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import { describeError } from '../../../core/api/index.ts';
import { findLedgerValue, formatFigure } from '../../../core/forms/index.ts';
import type { LedgerEntry } from '../../../core/materials/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { parseValue } from './collect.ts';
import type { YearOfForms } from './use-forms.ts';

interface Row {
  readonly department: string;
  readonly figureId: string;
  readonly name: string;
  readonly unit: string;
}

/** What offices are asked for, then what stands in the ledger besides. */
function listRows(data: YearOfForms, year: number): readonly Row[] {
  const asked = data.forms.flatMap(({ department, questions }) =>
    questions.flatMap(({ figures }) =>
      figures.map(({ id, name, unit }) => ({
        department: department.name,
        figureId: id,
        name,
        unit,
      })),
    ),
  );
  const known = new Map(
    data.packs.checklist.items.flatMap(({ figures }) =>
      figures.map((one) => [one.id, one] as const),
    ),
  );
  const isAsked = (entry: LedgerEntry) =>
    asked.some((row) => row.figureId === entry.figureId && row.department === entry.department);
  const others = data.ledger
    .filter((entry) => entry.year === year && !isAsked(entry))
    .map(({ figureId, department }) => {
      const { name = figureId, unit = '' } = known.get(figureId) ?? {};
      return { department, figureId, name, unit };
    });
  return [...asked, ...others];
}

function sourceOf(entry: LedgerEntry | undefined, data: YearOfForms): string {
  if (!entry) return '';
  if (entry.materialId === null) return '在这里填的';
  const form = data.returned.find(({ id }) => id === entry.materialId);
  return form?.fileName ?? '收回的表';
}

function ValueField({
  row,
  entry,
  year,
  onSaved,
}: {
  readonly row: Row;
  readonly entry: LedgerEntry | undefined;
  readonly year: number;
  readonly onSaved: () => void;
}) {
  const call = useCall();
  const [fault, setFault] = useState('');
  const shown = entry ? formatFigure(entry.value) : '';
  const save = async ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
    const value = parseValue(currentTarget.value, row.unit);
    if (value === undefined) return setFault('这里要填一个数字；没有就清空。');
    setFault('');
    if (value === (entry?.value ?? null)) return undefined;
    const { figureId, department } = row;
    const note = entry?.note ?? '';
    const saved = await call('ledger.set', { year, figureId, department, value, note });
    if (!saved.ok) return setFault(describeError(saved.error).what);
    return onSaved();
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') {
      event.currentTarget.value = shown;
      setFault('');
    }
  };
  return (
    <>
      <input
        key={shown}
        aria-label={`${row.department || '本单位'}：${row.name}，本年`}
        aria-invalid={fault !== ''}
        inputMode="decimal"
        defaultValue={shown}
        onBlur={(event) => void save(event)}
        onKeyDown={onKey}
      />
      {fault !== '' && (
        <p className="form-fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

function LedgerRows({
  rows,
  data,
  year,
  onSaved,
}: {
  readonly rows: readonly Row[];
  readonly data: YearOfForms;
  readonly year: number;
  readonly onSaved: () => void;
}) {
  return rows.map((row) => {
    const { department, figureId, name, unit } = row;
    const entry = data.ledger.find(
      (one) => one.year === year && one.figureId === figureId && one.department === department,
    );
    const last = findLedgerValue(data.ledger, { year: year - 1, figureId, department });
    return (
      <tr key={`${department}/${figureId}`}>
        <th scope="row">{name}</th>
        <td>
          <ValueField row={row} entry={entry} year={year} onSaved={onSaved} />
        </td>
        <td>{unit}</td>
        <td className="ledger-last">{last === null ? '' : formatFigure(last)}</td>
        <td>{entry?.note}</td>
        <td className="ledger-source">{sourceOf(entry, data)}</td>
      </tr>
    );
  });
}

/** 台账: the year's figures by office, with last year's beside them. A value may be typed. */
export function LedgerTable({
  data,
  year,
  onSaved,
}: {
  readonly data: YearOfForms;
  readonly year: number;
  readonly onSaved: () => void;
}) {
  const [office, setOffice] = useState<string | null>(null);
  const rows = listRows(data, year);
  const names = [...new Set(rows.map(({ department }) => department))];
  const shown = names.filter((name) => office === null || name === office);
  if (rows.length === 0) {
    return (
      <div className="forms-empty">
        <h2>台账里还没有数据</h2>
        <p>收回征集表以后，各部门填的数会列在这里，也可以在这里直接填。</p>
      </div>
    );
  }
  return (
    <section aria-labelledby="ledger-title">
      <header className="ledger-head">
        <h2 id="ledger-title">{year} 年度台账</h2>
        <Select<string>
          allowClear
          aria-label="按部门看"
          placeholder="所有部门"
          value={office}
          options={names.map((name) => ({ value: name, label: name || '本单位' }))}
          onChange={(name) => setOffice(name ?? null)}
        />
      </header>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">数据</th>
            <th scope="col">{year} 年</th>
            <th scope="col">单位</th>
            <th scope="col">{year - 1} 年</th>
            <th scope="col">说明</th>
            <th scope="col">来源</th>
          </tr>
        </thead>
        {shown.map((name) => (
          <tbody key={name}>
            <tr className="ledger-office">
              <th colSpan={6} scope="rowgroup">
                {name || '本单位'}
              </th>
            </tr>
            <LedgerRows
              rows={rows.filter(({ department }) => department === name)}
              data={data}
              year={year}
              onSaved={onSaved}
            />
          </tbody>
        ))}
      </table>
    </section>
  );
}
