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
import { limitReading, type ReadingLimits } from './reading-limits.ts';
import { type Shortage, watchReading } from './watch.ts';

/**
 * What the worker's heap may hold, in MB. A report at REPORT_LIMITS is read within 32, as .docx and
 * as text; the rest is for the largest XML the readers take apart before they refuse it. Bytes of
 * files and inflated parts are outside the heap: the readers bound these by themselves.
 */
export const READER_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 } as const;

/** How many readings that ended are remembered, for whoever still asks after them. */
const rememberedReadings = 100;

/** A worker that left the process larger by this, in bytes, is not kept warm. */
const bloatBytes = 256 * 1024 * 1024;

/** How a reader is set up. */
export interface ReaderOptions {
  /** The worker's script: `reader.cjs` of a build, or {@link readerSource}. */
  readonly entry: string | URL;
  /** In place of what {@link limitReading} gives. */
  readonly limits?: Partial<ReadingLimits>;
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
  readonly rssBefore: number;
  readonly stopWatching: () => void;
  stage: ReadingProgress['stage'];
};

const cancelled = ({ job }: Reading) =>
  fail<ApiError>({ code: 'import/cancelled', name: job.name });

function toShortageError(name: string, shortage: Shortage): ApiError {
  if (shortage.kind === 'memory') {
    return { code: 'import/damaged', name, detail: '读它要占用过多的内存' };
  }
  return { code: 'import/too-slow', name, seconds: shortage.limitMs / 1000 };
}

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
    this.#worker ??= this.#startWorker();
    const worker = this.#worker;
    const limits = { ...limitReading(reading.job), ...this.#options.limits };
    this.#current = {
      ...reading,
      begunAt: performance.now(),
      rssBefore: process.memoryUsage.rss(),
      stopWatching: watchReading(worker, limits, (shortage) => this.#endShort(shortage)),
      stage: 'opening',
    };
    worker.ref();
    worker.postMessage(reading.job);
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

  #endShort(shortage: Shortage): void {
    this.#dropWorker();
    this.#end(({ job, settle }) => settle(fail(toShortageError(job.name, shortage))));
  }

  #endCrashed(error: unknown): void {
    this.#dropWorker();
    const isFull =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.#end(({ job, settle, reject }) => {
      if (isFull) settle(fail(toShortageError(job.name, { kind: 'memory' })));
      else {
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
    current.stopWatching();
    this.#current = null;
    if (process.memoryUsage.rss() - current.rssBefore > bloatBytes) this.#dropWorker();
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
