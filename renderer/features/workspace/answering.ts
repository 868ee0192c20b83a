import type { Answer, Call, Result } from '../../../core/api/index.ts';
import type { DeskStore } from './desk-state.ts';
import { createPromiseAnswers, type PromiseAnswers } from './promise-answers.ts';
import { tellError } from './tell.ts';
import { withEntry } from './with-entry.ts';

/** What the writer says beside the text. Each is kept at once; one that was not kept is told. */
export interface Answering {
  /** Of a check item; null takes an answer back. */
  answer(itemId: string, answer: Answer | null): Promise<void>;
  /** Of 待更新 chips: that they are right as they stand, or not after all. False when it was not kept. */
  confirm(keys: readonly string[], confirmed: boolean): Promise<boolean>;
  /** Of last year's promises. */
  readonly promises: PromiseAnswers;
}

/** Keeps answers and shows them; `onChange` is told when the draft is to be looked through anew. */
export function createAnswering(
  { call, reportId, store }: { call: Call; reportId: string; store: DeskStore },
  onChange: () => void,
): Answering {
  const follow = (result: Result<unknown>, show: () => void) => {
    if (!result.ok) {
      store.setState({ message: tellError(result.error) });
      return false;
    }
    show();
    onChange();
    return true;
  };
  return {
    async answer(itemId, answer) {
      follow(await call('report.answer', { reportId, itemId, answer }), () =>
        store.setState(({ answers }) => ({ answers: withEntry(answers, itemId, answer) })),
      );
    },
    async confirm(keys, confirmed) {
      return follow(await call('report.confirm', { reportId, keys, confirmed }), () =>
        store.setState(({ confirmed: before }) => {
          const named = new Set(keys);
          const others = before.filter((key) => !named.has(key));
          return { confirmed: confirmed ? [...others, ...named] : others };
        }),
      );
    },
    promises: createPromiseAnswers({ call, reportId, store }, onChange),
  };
}
