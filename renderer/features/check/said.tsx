import { useMemo } from 'react';
import { markNames } from '../workspace/check-mark.tsx';
import { useDesk, useSession } from '../workspace/desk-context.ts';
import { Fold } from '../workspace/fold.tsx';

/** What the writer said of questions, over what was found: each can be taken back. */
export function Said() {
  const session = useSession();
  const answers = useDesk((state) => state.answers);
  const { checklist } = session.opened.packs;
  const said = useMemo(
    () =>
      checklist.items.flatMap((item) => {
        const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
        return answer ? [{ item, answer }] : [];
      }),
    [checklist, answers],
  );
  if (said.length === 0) return null;
  return (
    <section className="open-said" aria-label="您说明过的">
      <Fold title="您说明过的" count={said.length} startsOpen isQuiet>
        {() => (
          <ul>
            {said.map(({ item, answer }) => (
              <li key={item.id}>
                <span>
                  <b className="open-said-state">{markNames[answer.state]}</b> {item.question}
                  {answer.reason !== '' && <em>{answer.reason}</em>}
                </span>
                {!session.isReadOnly && (
                  <button
                    type="button"
                    className="text-button"
                    aria-label={`撤销：${item.question}`}
                    onClick={() => void session.answering.answer(item.id, null)}
                  >
                    撤销
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Fold>
    </section>
  );
}
