import type { Answer, ItemState } from '../../../core/api/index.ts';
import { isSettled, lackingReason, lacksReason } from '../../../core/coverage/index.ts';
import { markNames } from './check-mark.tsx';
import { Denials, Phrases } from './check-phrases.tsx';
import { CheckReason } from './check-reason.tsx';
import type { Question } from './checklist-view.ts';
import { useDesk, useSession } from './desk-context.ts';
import { LazyMenu } from './lazy-menu.tsx';
import type { Verdict } from './use-verdict.ts';

const states: readonly ItemState[] = ['answered', 'partly', 'missing', 'notApplicable'];

/** What was found, beside what the writer says of it. */
function describeFound({ result }: Question, { state }: Answer): string {
  if (result.found === state) return '文中也是如此';
  if (result.found === 'answered') return '文中已有回答';
  if (result.found === 'partly') return '文中只见一部分';
  return state === 'notApplicable' ? '文中没有谈到' : '文中没有找到';
}

/** Why it did not apply last year; empty where that was not said. */
function readLastReason({ lastYear }: Question): string {
  return lastYear?.state === 'notApplicable' ? lastYear.reason.trim() : '';
}

/** Says otherwise than the text, or the same: any of the four states. */
export function StateMenu({
  question,
  onChoose,
}: {
  readonly question: Question;
  readonly onChoose: (state: ItemState) => void;
}) {
  const { result } = question;
  const readItems = () =>
    states.map((state) => ({
      key: state,
      label: state === result.found ? `确认${markNames[state]}` : `改为${markNames[state]}`,
      onClick: () => onChoose(state),
    }));
  return (
    <LazyMenu className="check-more" label="确认或改判" readItems={readItems}>
      ⋯
    </LazyMenu>
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
  const words = lacksReason(answer)
    ? `您标为${lackingReason}，这一项还没有办完。`
    : `您标为${markNames[answer.state]}；${describeFound(question, answer)}。`;
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
        lastReason={readLastReason(question)}
        isNew={verdict.said === 'notApplicable'}
      />
      {answer.state === 'notApplicable' && question.result.found !== 'answered' && (
        <Denials question={question} reason={answer.reason} />
      )}
    </>
  );
}

/** What was said of a question, or what one may do about it: write a sentence, or say how it stands. */
export function CheckVerdict({
  question,
  verdict,
}: {
  readonly question: Question;
  readonly verdict: Verdict;
}) {
  const { isReadOnly } = useSession();
  const { item, result } = question;
  const answer = useDesk((state) => state.answers[item.id]);
  const isOpen = !isSettled(answer ?? { state: result.found, reason: '' }) && !isReadOnly;
  const lastReason = readLastReason(question);
  if (!answer && !isOpen) return null;
  return (
    <div className="check-verdict">
      {answer && <Said question={question} answer={answer} verdict={verdict} />}
      {isOpen && (
        <div className="check-answers">
          <Phrases question={question} />
          {!answer && (
            <>
              <button type="button" className="text-button" onClick={() => verdict.set('answered')}>
                标为已答
              </button>
              <button
                type="button"
                className="text-button"
                onClick={() => verdict.set('notApplicable')}
              >
                标为不适用
              </button>
              {lastReason !== '' && (
                <button
                  type="button"
                  className="text-button"
                  title={`不适用：${lastReason}`}
                  onClick={() => verdict.set('notApplicable', lastReason)}
                >
                  与上年相同
                </button>
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}
