import type { ImportContent, ImportReading, Result } from '../../../core/api/index.ts';
import type { TemplatePack } from '../../../core/packs/index.ts';
import type { ReadingStage } from './read-content.ts';

/** One reading, as it is handed to the worker. */
export interface ReadingJob {
  /** The file's name as the person knows it. */
  readonly name: string;
  readonly content: ImportContent;
  readonly template: TemplatePack;
  readonly fallbackYear: number;
}

/** What the worker tells of the reading it was handed. */
export type WorkerMessage =
  | { readonly kind: 'stage'; readonly stage: ReadingStage }
  /** The reading is over. Its ids are counted from one: they mean nothing outside of it. */
  | { readonly kind: 'done'; readonly result: Result<ImportReading> }
  /** One of our own bugs: its class and where it was thrown, but not its message, which may quote the document. */
  | { readonly kind: 'fault'; readonly name: string; readonly frames: readonly string[] };
