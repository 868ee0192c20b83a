/** The class of an error and the frames of its stack: all of it that quotes no document. */
export function toFault(error: unknown): {
  readonly name: string;
  readonly frames: readonly string[];
} {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return { name: error.name, frames: lines };
}

/** One of our own bugs inside the worker, or its sudden end. It is thrown to be logged, and holds no word of the document. */
export class ReadingFault extends Error {
  constructor(name: string, frames: readonly string[]) {
    super('reading failed');
    this.name = name;
    this.stack = [name, ...frames].join('\n');
  }
}
