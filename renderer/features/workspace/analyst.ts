import type { PlaceList } from '../../../core/places/index.ts';
import type {
  Analysis,
  AnalysisContext,
  AnalysisMessage,
  AnalysisReply,
  AnalysisRequest,
} from './analyse.ts';
import type { Timers } from './saver.ts';

/** Looks drafts through off the thread that paints. */
export interface Analyst {
  /** The latest draft asked about is answered; one still waiting is passed over. Gives its ticket. */
  readonly ask: (request: Omit<AnalysisRequest, 'ticket'>) => number;
  /** Begins anew after `onFailed`; drafts are to be asked about again. */
  readonly retry: () => void;
  readonly stop: () => void;
}

/** What an analyst works with. */
export interface AnalystOptions {
  readonly context: AnalysisContext;
  /** Fetches the list of places, which is handed on and not kept; null when there is none. */
  readonly readPlaces: () => Promise<PlaceList | null>;
  /** The list of places has come for the first time: another look finds more. */
  readonly onPlaces: () => void;
  /** Told the newest answer only. */
  readonly onAnswer: (analysis: Analysis) => void;
  /** Two workers in a row broke off without an answer: nothing is looked through until `retry`. */
  readonly onFailed: () => void;
  readonly timers: Timers;
  readonly createWorker?: () => Worker;
}

/** A look takes some tens of milliseconds; one that takes this long hangs in a pattern of a pack. */
const mostMs = 10_000;
const mostBreaks = 2;

const startWorker = () =>
  new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });

/** Never the message of an error, which may quote the draft. */
function logBreak(name: string, frames: readonly string[]): void {
  console.error([`analysis: ${name}`, ...frames].join('\n'));
}

class WorkingAnalyst implements Analyst {
  readonly #options: AnalystOptions;
  #worker: Worker | null = null;
  #asked = 0;
  #breaks = 0;
  /** False while a worker that stands for a broken one is told what the other one knew. */
  #isReady = false;
  #hasTold = false;
  #current: AnalysisRequest | null = null;
  #waiting: AnalysisRequest | null = null;
  #timer: number | null = null;
  /** How last year's report answers: told by a worker once. */
  #lastYearItems: Analysis['lastYearItems'] = null;

  constructor(options: AnalystOptions) {
    this.#options = options;
    const worker = this.#begin();
    this.#isReady = true;
    void this.#givePlaces(worker);
  }

  ask(request: Omit<AnalysisRequest, 'ticket'>): number {
    this.#asked += 1;
    if (this.#worker) this.#waiting = { ...request, ticket: this.#asked };
    this.#next();
    return this.#asked;
  }

  retry(): void {
    if (this.#worker) return;
    this.#breaks = 0;
    this.#beginAgain();
  }

  stop(): void {
    this.#drop();
    this.#waiting = null;
  }

  #begin(): Worker {
    const { createWorker = startWorker, context } = this.#options;
    const worker = createWorker();
    const isOurs = () => worker === this.#worker;
    worker.addEventListener('message', ({ data }: MessageEvent<AnalysisReply>) => {
      if (isOurs()) this.#hear(data);
    });
    worker.addEventListener('error', (event) => {
      // the browser would write the message down by itself
      event.preventDefault();
      if (isOurs()) this.#break('WorkerError', []);
    });
    worker.postMessage({ kind: 'context', context } satisfies AnalysisMessage);
    this.#worker = worker;
    return worker;
  }

  /** The new worker gets the places first: it must break where the other one did, or not at all. */
  #beginAgain(): void {
    const worker = this.#begin();
    void this.#givePlaces(worker).then(() => {
      if (worker !== this.#worker) return;
      this.#isReady = true;
      this.#next();
    });
  }

  async #givePlaces(worker: Worker): Promise<void> {
    const { readPlaces, onPlaces } = this.#options;
    const places = await readPlaces();
    if (!places || worker !== this.#worker) return;
    worker.postMessage({ kind: 'places', places } satisfies AnalysisMessage);
    if (this.#hasTold) return;
    this.#hasTold = true;
    onPlaces();
  }

  #next(): void {
    if (!this.#worker || !this.#isReady || this.#current || !this.#waiting) return;
    this.#current = this.#waiting;
    this.#waiting = null;
    this.#timer = this.#options.timers.set(() => this.#break('TooSlow', []), mostMs);
    const message: AnalysisMessage = { kind: 'draft', request: this.#current };
    this.#worker.postMessage(message);
  }

  #hear(reply: AnalysisReply): void {
    if (reply.kind === 'fault') {
      this.#break(reply.name, reply.frames);
      return;
    }
    this.#breaks = 0;
    this.#settle();
    this.#options.onAnswer(this.#complete(reply));
    this.#next();
  }

  #complete({ analysis, keepsLastYear }: AnalysisReply & { readonly kind: 'analysis' }): Analysis {
    if (keepsLastYear) return { ...analysis, lastYearItems: this.#lastYearItems };
    this.#lastYearItems = analysis.lastYearItems;
    return analysis;
  }

  #settle(): void {
    if (this.#timer !== null) this.#options.timers.clear(this.#timer);
    this.#timer = null;
    this.#current = null;
  }

  #drop(): void {
    this.#settle();
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = false;
  }

  #break(name: string, frames: readonly string[]): void {
    logBreak(name, frames);
    this.#waiting ??= this.#current;
    this.#drop();
    this.#breaks += 1;
    if (this.#breaks < mostBreaks) this.#beginAgain();
    else {
      this.#waiting = null;
      this.#options.onFailed();
    }
  }
}

/**
 * Starts the worker and tells it once what does not change. One that breaks off, or has no answer in
 * time, is logged and replaced, told all of it again and asked again; after the second in a row it is
 * given up until somebody asks for it.
 */
export function createAnalyst(options: AnalystOptions): Analyst {
  return new WorkingAnalyst(options);
}
