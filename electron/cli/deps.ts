import type { loadPacks } from '../services/load-packs.ts';
import type { ReadingDeps } from '../services/reading/read-content.ts';

/** The packs that commands work with. */
export type PackLibrary = Awaited<ReturnType<typeof loadPacks>>;

/** What the command line needs of the outside. */
export interface CliDeps extends Pick<ReadingDeps, 'createId' | 'fallbackYear'> {
  /** The packs of the app with those of a data folder; null for the person's usual one. */
  readonly loadPacks: (dataFolder: string | null) => Promise<PackLibrary>;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** A value as scripts read it. */
export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
