import type { AppInfo, FileDelivery, Result } from '../../core/api/index.ts';
import type { CreateId } from '../../core/model/index.ts';
import type { Store } from '../store/index.ts';
import type { LoadedPacks } from './load-packs.ts';
import type { Reader } from './reading/reader.ts';

/** Hands a finished file to the person: asks where and writes it, or gives it as a download. */
export type Deliver = (fileName: string, bytes: Uint8Array) => Promise<Result<FileDelivery>>;

/** A finished file with the name it should get. */
export interface NamedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * Hands several files over in one go, as a folder called `name`: asks once where and writes all of
 * them or none, over nothing that is there; or gives them as one `name.zip`.
 */
export type DeliverAll = (
  name: string,
  files: readonly NamedFile[],
) => Promise<Result<FileDelivery>>;

/** One of our own bugs, as it is logged: where it was thrown, and nothing of any document. */
export interface LogEntry {
  /** ISO instant in UTC. */
  readonly at: string;
  /** What the person is shown, to find this entry by. */
  readonly reference: string;
  /** Method of the API, or the carrier. */
  readonly where: string;
  /** Class of the error. */
  readonly name: string;
  readonly frames: readonly string[];
}

/** Everything the services need of the outside. */
export interface ServiceDeps {
  readonly store: Store;
  readonly library: LoadedPacks;
  readonly clock: () => Date;
  readonly createId: CreateId;
  readonly deliver: Deliver;
  readonly deliverAll: DeliverAll;
  /** Prints the pages that the window shows to a PDF; null where the browser prints itself. */
  readonly printPdf: (() => Promise<Uint8Array>) | null;
  /** Reads foreign files off the main thread. */
  readonly reader: Reader;
  readonly info: Pick<AppInfo, 'version' | 'edition' | 'dataFolder'>;
  /** Where this PC keeps its fonts; absent where nobody may look. */
  readonly fontFolders?: readonly string[];
  /** The worked sample's text. */
  readonly sampleText: string;
  readonly log: (entry: LogEntry) => void;
}

/** The local calendar date of an instant, ISO. */
export function formatLocalDate(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${day}`;
}
