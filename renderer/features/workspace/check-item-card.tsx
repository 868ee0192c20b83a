import { Dropdown } from 'antd';
import type { Answer, CheckItemResult, ItemState } from '../../../core/api/index.ts';
import type { CheckItem } from '../../../core/packs/index.ts';
import { insertPhrase } from '../../editor/index.ts';
import { CheckMark, type MarkState, markNames } from './check-mark.tsx';
import { useDesk, useSession } from './desk-context.ts';
import { jumpToPlace } from './jump.ts';

/** A quotation short enough for the panel; the whole of it is one jump away. */
export function shortenQuote(quote: string, length = 42): string {
  const letters = [...quote.trim()];
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length).join('')}……`;
}

function markOf(result: CheckItemResult, answer: Answer | undefined): MarkState {
  return answer?.state ?? result.state;
}

function Evidence({ result }: { readonly result: CheckItemResult }) {
  const session = useSession();
  const [first] = result.where;
  if (!first) return null;
  return (
    <button type="button" className="quote-link" onClick={() => jumpToPlace(session, first)}>
      {result.state === 'answered' ? '已见：' : '只见：'}
      <q>{shortenQuote(first.quote)}</q>
    </button>
  );
}

function Phrases({ phrases }: { readonly phrases: readonly string[] }) {
  const session = useSession();
  const insert = (phrase: string) =>
    session.edit((state) => insertPhrase(state, phrase, session.createId()));
  const [only] = phrases;
  if (only === undefined) return null;
  if (phrases.length === 1) {
    return (
      <button type="button" className="text-button" title={only} onClick={() => insert(only)}>
        插入句式
      </button>
    );
  }
  const items = phrases.map((phrase) => ({
    key: phrase,
    label: <span className="phrase-choice">{phrase}</span>,
    onClick: () => insert(phrase),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="text-button">
        插入句式
      </button>
    </Dropdown>
  );
}

function Answers({
  item,
  mark,
  answer,
}: {
  readonly item: CheckItem;
  readonly mark: MarkState;
  readonly answer: Answer | undefined;
}) {
  const session = useSession();
  const set = (state: ItemState | null) =>
    void session.answering.answer(item.id, state && { state, reason: '' });
  if (session.isReadOnly) return null;
  if (answer) {
    return (
      <div className="check-answers">
        <span className="check-said">
          {answer.state === 'answered' ? '已标为已答' : '本单位无此职权'}
        </span>
        <button type="button" className="text-button" onClick={() => set(null)}>
          撤销
        </button>
      </div>
    );
  }
  if (mark === 'answered') return null;
  return (
    <div className="check-answers">
      <Phrases phrases={item.phrases} />
      <button type="button" className="text-button" onClick={() => set('answered')}>
        标为已答
      </button>
      <button type="button" className="text-button" onClick={() => set('notApplicable')}>
        本单位无此职权
      </button>
    </div>
  );
}

/** One question of the checklist: how the text answers it, and what one may do. */
export function CheckItemCard({
  item,
  result,
}: {
  readonly item: CheckItem;
  readonly result: CheckItemResult;
}) {
  const answer = useDesk((state) => state.answers[item.id]);
  const mark = markOf(result, answer);
  return (
    <li className={`check-item is-${mark}`}>
      <CheckMark state={mark} />
      <div>
        <h3>
          {item.question}
          <span className="visually-hidden">（{markNames[mark]}）</span>
        </h3>
        <p className="check-basis">
          {item.basis}
          {!item.required && ' · 选答'}
          {item.confidence === 'unconfirmed' && ' · 待核对'}
        </p>
        {mark !== 'notApplicable' && <Evidence result={result} />}
        <Answers item={item} mark={mark} answer={answer} />
      </div>
    </li>
  );
}
