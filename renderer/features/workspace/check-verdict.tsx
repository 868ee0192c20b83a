import { Dropdown } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Answer, ItemState } from '../../../core/api/index.ts';
import { isSettled } from '../../../core/coverage/index.ts';
import { markNames } from './check-mark.tsx';
import { Denials, Phrases } from './check-phrases.tsx';
import { CheckReason } from './check-reason.tsx';
import type { Question } from './checklist-view.ts';
import { useDesk, useSession } from './desk-context.ts';

const states: readonly ItemState[] = ['answered', 'partly', 'missing', 'notApplicable'];

/** What was found, beside what the writer says of it. */
function describeFound({ result }: Question, { state }: Answer): string {
  if (result.found === state) return '文中也是如此';
  if (result.found === 'answered') return '文中已有回答';
  if (result.found === 'partly') return '文中只见一部分';
  return state === 'notApplicable' ? '文中没有谈到' : '文中没有找到';
}

interface Verdict {
  readonly set: (state: ItemState) => void;
  readonly takeBack: () => void;
  /** What was said in this card just now. */
  readonly said: ItemState | null;
}

/** Answers a question; while a filter is on, it stays in sight. Afterwards the focus is where one goes on. */
function useVerdict({ item }: Question, row: RefObject<HTMLDivElement | null>): Verdict {
  const { store, answering } = useSession();
  const answer = useDesk((state) => state.answers[item.id]);
  const [said, setSaid] = useState<ItemState | 'back' | null>(null);
  const isKept = said === 'back' ? answer === undefined : answer?.state === said;
  useEffect(() => {
    if (said === null || said === 'notApplicable' || !isKept) return;
    row.current?.querySelector('button')?.focus();
  }, [said, isKept, row]);
  const send = (state: ItemState | null) => {
    setSaid(state ?? 'back');
    store.setState(({ checklist }) => ({
      checklist: { ...checklist, kept: [...new Set([...checklist.kept, item.id])] },
    }));
    void answering.answer(item.id, state && { state, reason: '' });
  };
  return {
    set: send,
    takeBack: () => send(null),
    said: said === 'back' ? null : said,
  };
}

function StateMenu({
  question,
  onChoose,
}: {
  readonly question: Question;
  readonly onChoose: (state: ItemState) => void;
}) {
  const { result } = question;
  const items = states.map((state) => ({
    key: state,
    label: state === result.found ? `确认${markNames[state]}` : `改为${markNames[state]}`,
    onClick: () => onChoose(state),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="text-button" aria-haspopup="menu">
        {isSettled(result.found) ? '确认或改判' : '另作判断'}
      </button>
    </Dropdown>
  );
}

function Said({
  question,
  answer,
  verdict,
}: {
  readonly question: Question;
  readonly answer: Answer;
  readonly verdict: Verdict;
}) {
  const { isReadOnly } = useSession();
  const { item } = question;
  const words = `您标为${markNames[answer.state]}；${describeFound(question, answer)}。`;
  if (isReadOnly) {
    return (
      <p className="check-said">
        {words}
        {answer.reason}
      </p>
    );
  }
  return (
    <>
      <p className="check-said">
        {words}
        <button type="button" className="text-button" onClick={verdict.takeBack}>
          撤销
        </button>
      </p>
      <CheckReason
        key={answer.state}
        item={item}
        state={answer.state}
        reason={answer.reason}
        isNew={verdict.said === 'notApplicable'}
      />
      {answer.state === 'notApplicable' && question.result.found !== 'answered' && (
        <Denials question={question} reason={answer.reason} />
      )}
    </>
  );
}

/** What one may do about a question: write a sentence, or say how it stands. */
export function CheckVerdict({ question }: { readonly question: Question }) {
  const { isReadOnly } = useSession();
  const { item, result } = question;
  const answer = useDesk((state) => state.answers[item.id]);
  const row = useRef<HTMLDivElement>(null);
  const verdict = useVerdict(question, row);
  const isOpen = !isSettled(answer?.state ?? result.found);
  if (isReadOnly && !answer) return null;
  return (
    <div className="check-verdict" ref={row}>
      {answer && <Said question={question} answer={answer} verdict={verdict} />}
      {!isReadOnly && (isOpen || !answer) && (
        <div className="check-answers">
          {isOpen && <Phrases question={question} />}
          {isOpen && !answer && (
            <>
              <button type="button" className="text-button" onClick={() => verdict.set('answered')}>
                标为已答
              </button>
              <button
                type="button"
                className="text-button"
                onClick={() => verdict.set('notApplicable')}
              >
                本单位无此职权
              </button>
            </>
          )}
          {!answer && <StateMenu question={question} onChoose={verdict.set} />}
        </div>
      )}
    </div>
  );
}
