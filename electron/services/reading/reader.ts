import { Worker } from 'node:worker_threads';
import {
  type ApiError,
  fail,
  type ImportReading,
  type ReadingProgress,
  type Result,
} from '../../../core/api/index.ts';
import type { ReadingJob, WorkerMessage } from './messages.ts';
import { ReadingFault, toFault } from './reading-fault.ts';

/** How long one reading may take, in milliseconds: no report comes near it. */
export const READING_LIMIT_MS = 30_000;

/**
 * What the worker's heap may hold, in MB. A report at REPORT_LIMITS is read within 32, as .docx and
 * as text; the rest is for the largest XML the readers take apart before they refuse it. Bytes of
 * files and inflated parts are outside the heap: the readers bound these by themselves.
 */
export const READER_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 } as const;

/** How many readings that ended are remembered, for whoever still asks after them. */
const rememberedReadings = 100;

/** How a reader is set up. */
export interface ReaderOptions {
  /** The worker's script: `reader.cjs` of a build, or {@link readerSource}. */
  readonly entry: string | URL;
  /** By default {@link READING_LIMIT_MS}. */
  readonly limitMs?: number;
  /** By default {@link READER_MEMORY}. */
  readonly memory?: Readonly<Record<keyof typeof READER_MEMORY, number>>;
}

/** Reads off the main thread, one reading at a time, each in its turn. */
export interface Reader {
  /**
   * Reads a job's content. Gives the `import/*` errors of reading, `import/cancelled`,
   * `import/too-slow`, and `import/damaged` for content that takes more memory than any report.
   * Rejects for our own bugs, with nothing of the document in the error. Ids are the worker's own.
   */
  readonly read: (job: ReadingJob, readingId?: string) => Promise<Result<ImportReading>>;
  readonly progress: (readingId: string) => ReadingProgress;
  /** Ends every reading of this id at once, begun or not. */
  readonly cancel: (readingId: string) => void;
  /** Ends whatever is under way, as `cancel` does, and the worker. Nothing is read afterwards. */
  readonly close: () => Promise<void>;
}

/** The worker's script where the app runs from source. */
export const readerSource = new URL('./worker.ts', import.meta.url);

interface Reading {
  readonly readingId: string | null;
  readonly job: ReadingJob;
  readonly settle: (result: Result<ImportReading>) => void;
  readonly reject: (error: Error) => void;
}

type UnderWay = Reading & {
  readonly begunAt: number;
  readonly timer: NodeJS.Timeout;
  stage: ReadingProgress['stage'];
};

const cancelled = ({ job }: Reading) =>
  fail<ApiError>({ code: 'import/cancelled', name: job.name });

/** One warm worker and the queue before it. */
class OneWorkerReader implements Reader {
  readonly #options: ReaderOptions;
  readonly #ended = new Map<string, ReadingProgress>();
  #queue: readonly Reading[] = [];
  #current: UnderWay | null = null;
  #worker: Worker | null = null;
  #isClosed = false;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  readonly read: Reader['read'] = (job, readingId) =>
    new Promise((settle, reject) => {
      const reading = { readingId: readingId ?? null, job, settle, reject };
      if (this.#isClosed) return settle(cancelled(reading));
      this.#queue = [...this.#queue, reading];
      this.#next();
    });

  readonly progress: Reader['progress'] = (readingId) => {
    const current = this.#current;
    if (current?.readingId === readingId) {
      return { stage: current.stage, elapsedMs: performance.now() - current.begunAt };
    }
    const waiting = { stage: 'waiting', elapsedMs: 0 } as const;
    const isWaiting = this.#queue.some((reading) => reading.readingId === readingId);
    return isWaiting ? waiting : (this.#ended.get(readingId) ?? waiting);
  };

  readonly cancel: Reader['cancel'] = (readingId) => {
    this.#cancelWhere((reading) => reading.readingId === readingId);
  };

  readonly close: Reader['close'] = async () => {
    this.#isClosed = true;
    const worker = this.#worker;
    this.#cancelWhere(() => true);
    this.#worker = null;
    await worker?.terminate();
  };

  #cancelWhere(isMeant: (reading: Reading) => boolean): void {
    const waiting = this.#queue.filter(isMeant);
    this.#queue = this.#queue.filter((reading) => !isMeant(reading));
    for (const reading of waiting) {
      this.#remember(reading, 0);
      reading.settle(cancelled(reading));
    }
    const current = this.#current;
    if (current && isMeant(current)) {
      this.#dropWorker();
      this.#end((reading) => reading.settle(cancelled(reading)));
    }
  }

  #next(): void {
    const [reading, ...rest] = this.#queue;
    if (this.#current || !reading) return;
    this.#queue = rest;
    const timer = setTimeout(() => this.#endSlow(), this.#limitMs);
    this.#current = { ...reading, begunAt: performance.now(), timer, stage: 'opening' };
    this.#worker ??= this.#startWorker();
    this.#worker.ref();
    this.#worker.postMessage(reading.job);
  }

  get #limitMs(): number {
    return this.#options.limitMs ?? READING_LIMIT_MS;
  }

  #startWorker(): Worker {
    const worker = new Worker(this.#options.entry, {
      name: 'reader',
      // the flags of the main process are its own
      execArgv: [],
      resourceLimits: this.#options.memory ?? READER_MEMORY,
      // a library that prints what it stumbles over would print the document
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const isOurs = () => this.#worker === worker;
    worker.on('message', (message: WorkerMessage) => {
      if (isOurs()) this.#hear(message);
    });
    worker.on('error', (error) => {
      if (isOurs()) this.#endCrashed(error);
    });
    worker.on('messageerror', (error) => {
      if (isOurs()) this.#endCrashed(error);
    });
    worker.on('exit', () => {
      if (isOurs()) this.#endCrashed(new ReadingFault('ReaderEnded', []));
    });
    return worker;
  }

  #hear(message: WorkerMessage): void {
    if (message.kind === 'stage') {
      if (this.#current) this.#current.stage = message.stage;
    } else if (message.kind === 'done') {
      this.#end((reading) => reading.settle(message.result));
    } else {
      // what a bug leaves behind is not known
      this.#dropWorker();
      this.#end((reading) => reading.reject(new ReadingFault(message.name, message.frames)));
    }
  }

  #endSlow(): void {
    this.#dropWorker();
    const seconds = this.#limitMs / 1000;
    this.#end(({ job, settle }) =>
      settle(fail({ code: 'import/too-slow', name: job.name, seconds })),
    );
  }

  #endCrashed(error: unknown): void {
    this.#dropWorker();
    const isFull =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.#end(({ job, settle, reject }) => {
      if (isFull) {
        settle(fail({ code: 'import/damaged', name: job.name, detail: '读它要占用过多的内存' }));
      } else {
        const { name, frames } = toFault(error);
        reject(new ReadingFault(name, frames));
      }
    });
  }

  #dropWorker(): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
  }

  #end(tell: (reading: Reading) => void): void {
    const current = this.#current;
    if (!current) return;
    clearTimeout(current.timer);
    this.#current = null;
    // an idle worker keeps no process from ending
    this.#worker?.unref();
    this.#remember(current, performance.now() - current.begunAt);
    tell(current);
    this.#next();
  }

  #remember({ readingId }: Reading, elapsedMs: number): void {
    if (readingId === null) return;
    this.#ended.delete(readingId);
    this.#ended.set(readingId, { stage: 'done', elapsedMs });
    const [oldest] = this.#ended.keys();
    if (this.#ended.size > rememberedReadings && oldest !== undefined) this.#ended.delete(oldest);
  }
}

/** A reader whose worker is started when first needed, and anew after a crash, a cancel or a reading too slow. */
export function createReader(options: ReaderOptions): Reader {
  return new OneWorkerReader(options);
}
