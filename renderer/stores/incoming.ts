import { create } from 'zustand';
import { type ApiError, fail, ok, type Result } from '../../core/api/index.ts';
import { navigate } from './navigation.ts';

/** Files larger than this are refused before they are read. */
export const maxFileBytes = 30 * 1024 * 1024;

/** What {@link admitFile} asks of a file. */
export interface FileFacts {
  readonly name: string;
  readonly size: number;
  readonly isFolder: boolean;
}

/** Refuses, before anything is read, what can be no report. Null when the file may come in. */
export function refuseFile(file: FileFacts): ApiError | null {
  const { name, size } = file;
  if (file.isFolder) return { code: 'import/folder', name };
  if (size === 0) return { code: 'import/empty', name };
  if (size > maxFileBytes) {
    return { code: 'import/too-large', name, bytes: size, limit: maxFileBytes };
  }
  return null;
}

/** What was dropped or chosen: a file that may be read, or why not. */
export type Incoming = Result<File>;

/** The file on its way from where it was dropped to the screen that reads it; not in the address. */
export const useIncoming = create<{ readonly incoming: Incoming | null }>()(() => ({
  incoming: null,
}));

/** Hands a file, or the refusal of one, to the screen that reads it, and opens that. */
export function offerFile(file: File, isFolder = false): void {
  const refusal = refuseFile({ name: file.name, size: file.size, isFolder });
  useIncoming.setState({ incoming: refusal ? fail(refusal) : ok(file) });
  navigate({ screen: 'new', start: 'file' });
}

/** Takes the file that waits, if any; it is given once. */
export function takeIncoming(): Incoming | null {
  const { incoming } = useIncoming.getState();
  if (incoming) useIncoming.setState({ incoming: null });
  return incoming;
}
