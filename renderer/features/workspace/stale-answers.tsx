import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { StaleChip } from '../../../core/stale/index.ts';
import { useDesk, useSession } from './desk-context.ts';
import { describeAlike } from './stale-words.ts';

/** A key that answers, beside the answer. */
export function Key({ name }: { readonly name: string }) {
  return <kbd>{name}</kbd>;
}

/** The answers that a chip can be given. */
export interface Answers {
  readonly alike: readonly StaleChip[];
  readonly confirm: () => void;
  readonly confirmAlike: () => void;
  readonly replace: (words: string) => void;
  readonly replaceAlike: (words: string) => void;
}

/** Gives the answers to a chip and to those like it. */
export function useAnswers(chip: StaleChip): Answers {
  const { stale } = useSession();
  const chips = useDesk((state) => state.chips);
  const alike = useMemo(() => chips.filter(({ like }) => like === chip.like), [chips, chip]);
  const replace = (chosen: readonly StaleChip[], words: string) => {
    const trimmed = words.trim();
    if (trimmed === '') return;
    // the same words once more are what confirming means
    if (trimmed === chip.text) stale.confirm(chosen);
    else stale.replace(chosen, trimmed);
  };
  return {
    alike,
    confirm: () => stale.confirm([chip]),
    confirmAlike: () => stale.confirm(alike),
    replace: (words) => replace([chip], words),
    replaceAlike: (words) => replace(alike, words),
  };
}

/** An input method's own Enter and Escape are not the field's. */
export const isComposing = ({ nativeEvent }: KeyboardEvent) =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229;

/** Other words for the chip. Uncontrolled: nothing is written back while an input method works. */
export function ReplaceField({ chip, answers }: { chip: StaleChip; answers: Answers }) {
  const field = useRef<HTMLInputElement>(null);
  const { alike } = answers;
  const [first = ''] = chip.proposals;
  const read = () => field.current?.value ?? '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event)) return;
    event.preventDefault();
    if (event.shiftKey) answers.replaceAlike(read());
    else answers.replace(read());
  };
  return (
    <div className="stale-replace">
      <label>
        换成 <Key name="2" />
        <input ref={field} className="stale-field" defaultValue={first} onKeyDown={onKeyDown} />
      </label>
      <button type="button" className="stale-answer" onClick={() => answers.replace(read())}>
        替换
      </button>
      {alike.length > 1 && (
        <button
          type="button"
          className="text-button"
          title="Shift+Enter"
          onClick={() => answers.replaceAlike(read())}
        >
          同样的 {alike.length} 处都换
        </button>
      )}
    </div>
  );
}

/** The answers that need no typing. */
export function AnswerButtons({ chip, answers }: { chip: StaleChip; answers: Answers }) {
  const { alike } = answers;
  return (
    <div className="stale-answers">
      <button type="button" className="stale-answer is-first" onClick={answers.confirm}>
        确认不变 <Key name="1" />
      </button>
      {chip.proposals.slice(0, 2).map((words) => (
        <button
          key={words}
          type="button"
          className="stale-answer"
          onClick={() => answers.replace(words)}
        >
          改为“{words}”
        </button>
      ))}
      {alike.length > 1 && (
        <button type="button" className="stale-answer" onClick={answers.confirmAlike}>
          同样的 {alike.length} 处都确认 <Key name="3" />
        </button>
      )}
      {alike.length > 1 && (
        <p className="stale-alike">
          同样的 {alike.length} 处：{describeAlike(chip)}
        </p>
      )}
    </div>
  );
}
