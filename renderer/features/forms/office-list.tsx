import type { CollectionForm, FormQuestion } from '../../../core/forms/index.ts';
import { listAnswered, type YearOfForms } from './use-forms.ts';

function Question({
  asked,
  isAnswered,
}: {
  readonly asked: FormQuestion;
  readonly isAnswered: boolean;
}) {
  const figures = asked.figures.map(({ name, unit }) =>
    unit === '' ? name : `${name}（${unit}）`,
  );
  return (
    <li className={isAnswered ? 'is-answered' : ''}>
      <span className="office-state">{isAnswered ? '已收' : '待收'}</span>
      <div>
        <p>
          {asked.question}
          {asked.role === 'reference' && <span className="office-reference">供参考</span>}
        </p>
        <p className="office-more">
          {asked.basis}
          {asked.evidence.length > 0 && ` · 可附 ${asked.evidence.join('、')}`}
        </p>
        {figures.length > 0 && <p className="office-more">数据：{figures.join('、')}</p>}
      </div>
    </li>
  );
}

function Office({ form, year }: { readonly form: CollectionForm; readonly year: YearOfForms }) {
  const answered = listAnswered(form, year.returned);
  const asked = form.questions.filter(({ role }) => role === 'asked');
  const done = asked.filter(({ itemId }) => answered.has(itemId)).length;
  const figures = asked.flatMap((question) => question.figures);
  const filled = figures.filter(({ id }) =>
    year.ledger.some(
      (entry) =>
        entry.year === form.year &&
        entry.figureId === id &&
        entry.department === form.department.name,
    ),
  ).length;
  const state =
    done === 0 && filled === 0 ? '未收回' : done < asked.length ? '收回一部分' : '已收齐';
  return (
    <li>
      <details className="office">
        <summary>
          <strong>{form.department.name}</strong>
          <span className="office-count">
            {done} / {asked.length} 题
            {figures.length > 0 && ` · ${filled} / ${figures.length} 个数据`}
          </span>
          <span
            className={`office-tag is-${state === '已收齐' ? 'done' : state === '未收回' ? 'open' : 'partly'}`}
          >
            {state}
          </span>
        </summary>
        <ol>
          {form.questions.map((question) => (
            <Question
              key={question.itemId}
              asked={question}
              isAnswered={answered.has(question.itemId)}
            />
          ))}
        </ol>
      </details>
    </li>
  );
}

/** What each office is asked, and what has come back. */
export function OfficeList({ year }: { readonly year: YearOfForms }) {
  const { forms, unasked } = year;
  if (forms.length === 0) {
    return (
      <div className="forms-empty">
        <h2>还没有要征集的内容</h2>
        <p>清单里的题没有写明由哪个部门填写。可以在设置里导入写明部门的资料包。</p>
      </div>
    );
  }
  return (
    <>
      <ul className="offices">
        {forms.map((form) => (
          <Office key={form.department.id} form={form} year={year} />
        ))}
      </ul>
      {unasked.length > 0 && (
        <details className="unasked">
          <summary>另有 {unasked.length} 题没有写明由哪个部门填写，不在表里</summary>
          <ul>
            {unasked.map(({ id, question }) => (
              <li key={id}>{question}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
