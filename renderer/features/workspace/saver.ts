import type { ApiError, ApiErrorCode, Result } from '../../../core/api/index.ts';
import type { Piece } from '../../../core/model/index.ts';
import { planSave, type SavePlan } from './save-plan.ts';

/** How far the draft on the screen is durable. `savedAt` is an ISO instant; null before the first save. */
export type SaveState =
  | { readonly kind: 'saved'; readonly savedAt: string | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'conflict'; readonly revision: number };

/** The window's timers, or a test's. */
export interface Timers {
  readonly now: () => number;
  readonly set: (run: () => void, ms: number) => number;
  readonly clear: (timer: number) => void;
}

/** What the saver needs of the draft and the store. */
export interface SaverDeps {
  readonly read: () => readonly Piece[];
  readonly send: (
    plan: SavePlan & { readonly baseRevision: number },
  ) => Promise<Result<{ readonly revision: number; readonly savedAt: string }>>;
  readonly timers: Timers;
  readonly onState: (state: SaveState) => void;
}

/** Where a draft stood in the store when it was opened. */
export interface SavedDraft {
  readonly pieces: readonly Piece[];
  readonly revision: number;
}

/** Keeps a draft durable. */
export interface Saver {
  /** The draft changed. */
  readonly touch: () => void;
  /** An input method begins: what was typed so far is saved now, the rest waits for `release`. */
  readonly hold: () => void;
  readonly release: () => void;
  /** Saves now. True when everything is durable. */
  readonly flush: () => Promise<boolean>;
  /** Takes another state of the store as what the draft is compared with, and saves over it. */
  readonly overwrite: (saved: SavedDraft) => Promise<boolean>;
  readonly isDirty: () => boolean;
  /** No timer runs any more; a save in flight still ends. */
  readonly stop: () => void;
}

/** Durable this long after the last key at the latest, with room for the write itself. */
export const IDLE_MS = 160;
/** And this long after the first unsaved key, however long someone types on. */
export const LONGEST_MS = 1200;
const retryMs = [1000, 2000, 5000, 10_000, 30_000] as const;

const hopeless = new Set<ApiErrorCode>([
  'report/not-found',
  'report/read-only',
  'report/malformed',
  'input/invalid',
  'method/unknown',
]);

/** Builds the saver of one opened draft. One save is in flight at a time; none is ever forgotten. */
export function createSaver(deps: SaverDeps, opened: SavedDraft): Saver {
  const { timers } = deps;
  let saved = opened;
  let dirtySince: number | null = null;
  let timer: number | null = null;
  let held = false;
  let due = false;
  let failures = 0;
  let conflict = false;
  let stopped = false;
  let running: Promise<boolean> | null = null;

  const clearTimer = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
  const schedule = (ms: number) => {
    clearTimer();
    if (!stopped) timer = timers.set(onTimer, Math.max(0, ms));
  };
  const onTimer = () => {
    timer = null;
    if (held) due = true;
    else void run();
  };

  const fail = (error: ApiError, since: number): false => {
    dirtySince ??= since;
    if (error.code === 'report/conflict') {
      conflict = true;
      deps.onState({ kind: 'conflict', revision: error.revision });
      return false;
    }
    const wait = retryMs[Math.min(failures, retryMs.length - 1)] ?? 30_000;
    failures += 1;
    deps.onState({ kind: 'failed', error });
    if (!hopeless.has(error.code)) schedule(wait);
    return false;
  };

  /** Even a mistake of ours on the way must not make the draft count as saved. */
  const send = async (plan: SavePlan, since: number) => {
    try {
      return await deps.send({ ...plan, baseRevision: saved.revision });
    } catch (error) {
      fail({ code: 'internal', reference: String(error) }, since);
      throw error;
    }
  };

  const save = async (): Promise<boolean> => {
    const since = dirtySince ?? timers.now();
    const pieces = deps.read();
    const plan = planSave(saved.pieces, pieces);
    dirtySince = null;
    if (!plan) {
      deps.onState({ kind: 'saved', savedAt: null });
      return true;
    }
    deps.onState({ kind: 'saving' });
    const result = await send(plan, since);
    if (!result.ok) return fail(result.error, since);
    saved = { pieces, revision: result.value.revision };
    failures = 0;
    if (dirtySince === null) deps.onState({ kind: 'saved', savedAt: result.value.savedAt });
    else {
      deps.onState({ kind: 'unsaved' });
      schedule(IDLE_MS);
    }
    return true;
  };

  const run = async (): Promise<boolean> => {
    clearTimer();
    due = false;
    if (conflict) return false;
    if (running) await running;
    running ??= save().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    touch() {
      dirtySince ??= timers.now();
      if (conflict) return;
      if (!running && failures === 0) deps.onState({ kind: 'unsaved' });
      if (failures === 0) {
        schedule(Math.min(IDLE_MS, dirtySince + LONGEST_MS - timers.now()));
      }
    },
    hold() {
      if (dirtySince !== null && !held) void run();
      held = true;
    },
    release() {
      held = false;
      if (due) void run();
    },
    flush: async () => {
      if (dirtySince === null && !running) return !conflict;
      if (running) await running;
      return dirtySince === null ? !conflict : run();
    },
    overwrite(theirs) {
      saved = theirs;
      conflict = false;
      dirtySince ??= timers.now();
      return run();
    },
    isDirty: () => dirtySince !== null || running !== null || conflict,
    stop() {
      stopped = true;
      clearTimer();
    },
  };
}
