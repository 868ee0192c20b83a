import { type ApiError, type ApiErrorCode, fail, type Result } from '../../../core/api/index.ts';
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
    plan: SavePlan & { readonly baseRevision: number; readonly overwrite?: true },
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
  touch(): void;
  /** An input method begins: what was typed so far is saved now, the rest waits for `release`. */
  hold(): void;
  release(): void;
  /** Saves now. True when everything is durable. */
  flush(): Promise<boolean>;
  /**
   * Takes another state of the store as what the draft is compared with, and saves over it; the
   * store is asked to keep that state.
   */
  overwrite(saved: SavedDraft): Promise<boolean>;
  isDirty(): boolean;
}

/** Durable this long after the last key at the latest, with room for the write itself. */
export const IDLE_MS = 160;
/** And this long after the first unsaved key, however long someone types on. */
export const LONGEST_MS = 1200;
const retryMs = [1000, 2000, 5000, 10_000, 30_000] as const;

/** Nothing written here could be saved after these. */
const hopeless = new Set<ApiErrorCode>(['report/not-found', 'report/read-only', 'method/unknown']);
/** These speak of the text as it stands: trying the same again is no use, another text may pass. */
const refusals = new Set<ApiErrorCode>(['report/malformed', 'input/invalid']);

class DraftSaver implements Saver {
  readonly #deps: SaverDeps;
  #saved: SavedDraft;
  /** When the first key fell that no save has taken in; null when there is none. */
  #dirtySince: number | null = null;
  #timer: number | null = null;
  #held = false;
  #due = false;
  #failures = 0;
  #isRefused = false;
  #inConflict = false;
  /** The next save takes the place of what another window saved. */
  #overwrites = false;
  #running: Promise<boolean> | null = null;

  constructor(deps: SaverDeps, opened: SavedDraft) {
    this.#deps = deps;
    this.#saved = opened;
  }

  touch(): void {
    const { timers, onState } = this.#deps;
    this.#dirtySince ??= timers.now();
    if (this.#inConflict || (this.#failures > 0 && !this.#isRefused)) return;
    if (!this.#running) onState({ kind: 'unsaved' });
    this.#schedule(Math.min(IDLE_MS, this.#dirtySince + LONGEST_MS - timers.now()));
  }

  hold(): void {
    if (this.#dirtySince !== null && !this.#held) void this.#run();
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    if (this.#due) void this.#run();
  }

  async flush(): Promise<boolean> {
    if (this.#running) await this.#running;
    return this.#dirtySince === null ? !this.#inConflict : this.#run();
  }

  overwrite(theirs: SavedDraft): Promise<boolean> {
    this.#saved = theirs;
    this.#inConflict = false;
    this.#overwrites = true;
    this.#dirtySince ??= this.#deps.timers.now();
    return this.#run();
  }

  isDirty(): boolean {
    return this.#dirtySince !== null || this.#running !== null || this.#inConflict;
  }

  #clearTimer(): void {
    if (this.#timer !== null) this.#deps.timers.clear(this.#timer);
    this.#timer = null;
  }

  #schedule(ms: number): void {
    this.#clearTimer();
    this.#timer = this.#deps.timers.set(() => this.#onTimer(), Math.max(0, ms));
  }

  #onTimer(): void {
    this.#timer = null;
    if (this.#held) this.#due = true;
    else void this.#run();
  }

  async #run(): Promise<boolean> {
    this.#clearTimer();
    this.#due = false;
    if (this.#inConflict) return false;
    if (this.#running) await this.#running;
    this.#running ??= this.#save().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #save(): Promise<boolean> {
    const { read, timers, onState } = this.#deps;
    const since = this.#dirtySince ?? timers.now();
    const pieces = read();
    const plan = planSave(this.#saved.pieces, pieces);
    this.#dirtySince = null;
    if (!plan) {
      this.#overwrites = false;
      this.#failures = 0;
      onState({ kind: 'saved', savedAt: null });
      return true;
    }
    onState({ kind: 'saving' });
    const result = await this.#send(plan);
    if (!result.ok) return this.#fail(result.error, since);
    this.#saved = { pieces, revision: result.value.revision };
    this.#overwrites = false;
    this.#failures = 0;
    this.#afterSave(result.value.savedAt);
    return true;
  }

  /** What was typed while the save was on its way is not in it. */
  #afterSave(savedAt: string): void {
    const isBehind = this.#dirtySince !== null;
    this.#deps.onState(isBehind ? { kind: 'unsaved' } : { kind: 'saved', savedAt });
    if (isBehind) this.#schedule(IDLE_MS);
  }

  /** A carrier that breaks off must not make the draft count as saved. */
  async #send(plan: SavePlan) {
    try {
      const over = this.#overwrites ? ({ overwrite: true } as const) : {};
      return await this.#deps.send({ ...plan, baseRevision: this.#saved.revision, ...over });
    } catch (error) {
      console.error(error);
      return fail<ApiError>({ code: 'connection/lost', reason: 'unreachable' });
    }
  }

  #fail(error: ApiError, since: number): false {
    this.#dirtySince = since;
    if (error.code === 'report/conflict') {
      this.#inConflict = true;
      this.#deps.onState({ kind: 'conflict', revision: error.revision });
      return false;
    }
    const wait = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? 30_000;
    this.#failures += 1;
    this.#isRefused = refusals.has(error.code);
    this.#deps.onState({ kind: 'failed', error });
    if (!hopeless.has(error.code) && !this.#isRefused) this.#schedule(wait);
    return false;
  }
}

/** Builds the saver of one opened draft. One save is in flight at a time; none is ever forgotten. */
export function createSaver(deps: SaverDeps, opened: SavedDraft): Saver {
  return new DraftSaver(deps, opened);
}
