import type { ApiError, Call, OutcomePatch } from '../../../core/api/index.ts';
import type { Outcome } from '../../../core/promises/index.ts';
import type { DeskMessage, DeskStore } from './desk-state.ts';
import { tellError } from './tell.ts';
import { withEntry } from './with-entry.ts';

/**
 * What to say of a promise, asked when its turn has come, with the answer kept by then: a patch, null
 * to take the answer back, undefined to say nothing.
 */
export type SayOutcome = (kept: Outcome | undefined) => OutcomePatch | null | undefined;

/** The answers to last year's promises. */
export interface PromiseAnswers {
  /** Says something of a promise once all that was said of it before is kept. False when it was not kept. */
  readonly say: (promiseId: string, say: SayOutcome) => Promise<boolean>;
  /** Words of a reason that were typed and are not kept yet; null when there are none. */
  readonly heldReason: (promiseId: string) => string | null;
  /** Holds words of a reason until they are kept, also while their field is not on the screen. */
  readonly holdReason: (promiseId: string, words: string) => void;
}

/** The answer was taken back elsewhere: there is nothing that a reason or a place could belong to. */
const takenBack: DeskMessage = {
  text: '这件事的答复已经在另一个窗口里撤销，刚才的没有记下。请重新选落实情况。',
  details: [],
  tone: 'bad',
};

function tellFailure(error: ApiError): DeskMessage {
  const isTakenBack = error.code === 'input/invalid' && error.path === 'outcome.state';
  return isTakenBack ? takenBack : tellError(error);
}

/** Runs what is given under one key one after the other, at once where nothing is under way. */
function createQueues() {
  const tails = new Map<string, Promise<unknown>>();
  return function enqueue<Value>(key: string, run: () => Promise<Value>): Promise<Value> {
    const last = tails.get(key);
    const done = last ? last.then(run, run) : run();
    tails.set(key, done);
    const leave = () => {
      if (tails.get(key) === done) tails.delete(key);
    };
    done.then(leave, leave);
    return done;
  };
}

/**
 * Keeps answers to promises, one after the other for each promise, and shows them as the store has
 * them. One that was not kept is told; `onKept` is told of every other.
 */
export function createPromiseAnswers(
  { call, reportId, store }: { call: Call; reportId: string; store: DeskStore },
  onKept: () => void,
): PromiseAnswers {
  const enqueue = createQueues();
  const held = new Map<string, string>();
  const send = async (promiseId: string, say: SayOutcome): Promise<boolean> => {
    const patch = say(store.getState().outcomes[promiseId]);
    if (patch === undefined) return true;
    const result = await call('report.answerPromise', { reportId, promiseId, outcome: patch });
    if (!result.ok) {
      store.setState({ message: tellFailure(result.error) });
      return false;
    }
    const { outcome } = result.value;
    if (outcome === null || outcome.note === held.get(promiseId)) held.delete(promiseId);
    store.setState(({ outcomes }) => ({ outcomes: withEntry(outcomes, promiseId, outcome) }));
    onKept();
    return true;
  };
  return {
    say: (promiseId, say) => enqueue(promiseId, () => send(promiseId, say)),
    heldReason: (promiseId) => held.get(promiseId) ?? null,
    holdReason(promiseId, words) {
      if (words === store.getState().outcomes[promiseId]?.note) held.delete(promiseId);
      else held.set(promiseId, words);
    },
  };
}
