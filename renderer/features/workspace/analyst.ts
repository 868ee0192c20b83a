import type { PlaceList } from '../../../core/places/index.ts';
import type { Analysis, AnalysisContext, AnalysisMessage, AnalysisRequest } from './analyse.ts';

/** Looks drafts through off the thread that paints. */
export interface Analyst {
  /** The latest draft asked about is answered; one still waiting is passed over. Gives its ticket. */
  readonly ask: (request: Omit<AnalysisRequest, 'ticket'>) => number;
  readonly stop: () => void;
}

/** What an analyst works with. */
export interface AnalystOptions {
  readonly context: AnalysisContext;
  /** Fetches the list of places, which is handed on and not kept; null when there is none. */
  readonly readPlaces: () => Promise<PlaceList | null>;
  /** The list of places has come: another look finds more. */
  readonly onPlaces: () => void;
  /** Told the newest answer only. */
  readonly onAnswer: (analysis: Analysis) => void;
  readonly createWorker?: () => Worker;
}

const startWorker = () =>
  new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });

class WorkingAnalyst implements Analyst {
  readonly #options: AnalystOptions;
  #worker: Worker;
  #asked = 0;
  #busy = false;
  #waiting: AnalysisRequest | null = null;
  #stopped = false;

  constructor(options: AnalystOptions) {
    this.#options = options;
    this.#worker = this.#begin();
  }

  ask(request: Omit<AnalysisRequest, 'ticket'>): number {
    this.#asked += 1;
    const ticketed = { ...request, ticket: this.#asked };
    if (this.#busy) this.#waiting = ticketed;
    else this.#send(ticketed);
    return this.#asked;
  }

  stop(): void {
    this.#stopped = true;
    this.#worker.terminate();
  }

  #begin(): Worker {
    const { createWorker = startWorker, context } = this.#options;
    const worker = createWorker();
    worker.addEventListener('message', (event: MessageEvent<Analysis>) => this.#hear(event.data));
    worker.addEventListener('error', (event) => this.#replace(event));
    worker.postMessage({ kind: 'context', context } satisfies AnalysisMessage);
    void this.#givePlaces(worker);
    return worker;
  }

  async #givePlaces(worker: Worker): Promise<void> {
    const { readPlaces, onPlaces } = this.#options;
    const places = await readPlaces();
    if (!places || this.#stopped || worker !== this.#worker) return;
    worker.postMessage({ kind: 'places', places } satisfies AnalysisMessage);
    onPlaces();
  }

  #send(request: AnalysisRequest): void {
    this.#busy = true;
    this.#worker.postMessage({ kind: 'draft', request } satisfies AnalysisMessage);
  }

  #hear(analysis: Analysis): void {
    this.#busy = false;
    this.#options.onAnswer(analysis);
    const next = this.#waiting;
    this.#waiting = null;
    if (next) this.#send(next);
  }

  #replace({ message }: ErrorEvent): void {
    console.error(message);
    this.#worker.terminate();
    this.#worker = this.#begin();
    this.#busy = false;
    this.#waiting = null;
  }
}

/**
 * Starts the worker and tells it once what does not change. A worker that breaks off is logged and
 * replaced, and told all of it again, so that the next change of the text is looked through.
 */
export function createAnalyst(options: AnalystOptions): Analyst {
  return new WorkingAnalyst(options);
}
