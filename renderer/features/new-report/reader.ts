import type {
  ApiError,
  Call,
  ImportContent,
  ImportReading,
  ReadingProgress,
  Result,
} from '../../../core/api/index.ts';
import { fail, ok } from '../../../core/api/index.ts';
import { type Opened, openReading } from './claim-open.ts';

/** What was read, with what it was read from: both go to the library together. */
export interface Imported {
  readonly name: string;
  readonly content: ImportContent;
  readonly reading: ImportReading;
  /** The reading, ready to be put right. */
  readonly opened: Opened;
}

/** Where reading stands. */
export type ImportStage =
  | { readonly stage: 'none' }
  | {
      readonly stage: 'reading';
      readonly readingId: string;
      readonly name: string;
      readonly step: ReadingProgress['stage'];
    }
  | { readonly stage: 'refused'; readonly error: ApiError }
  | { readonly stage: 'read'; readonly imported: Imported };

/** Reads one thing at a time: whatever comes next ends the reading under way. */
export interface Reader {
  /** Reads what `getContent` gives; null is a file that went away. */
  readonly read: (name: string, getContent: () => Promise<ImportContent | null>) => Promise<void>;
  readonly refuse: (error: ApiError) => void;
  /** Ends a reading under way: one that has not begun never does, the answer of one that has is dropped. */
  readonly leave: () => void;
}

async function readAll(
  call: Call,
  name: string,
  readingId: string,
  content: ImportContent,
): Promise<Result<Imported>> {
  const read = await call('import.read', { name, content, readingId });
  if (!read.ok) return read;
  const packs = await call('packs.forYear', { year: read.value.report.year });
  if (!packs.ok) return packs;
  const opened = await openReading(read.value, packs.value.template);
  return ok({ name, content, reading: read.value, opened });
}

function toStage(result: Result<Imported>): ImportStage {
  if (result.ok) return { stage: 'read', imported: result.value };
  // a reading that was stopped is no failure
  if (result.error.code === 'import/cancelled') return { stage: 'none' };
  return { stage: 'refused', error: result.error };
}

/** A reader that shows where it is. `createId` names each reading. */
export function createReader({
  call,
  createId,
  show,
}: {
  readonly call: Call;
  readonly createId: () => string;
  readonly show: (stage: ImportStage) => void;
}): Reader {
  let current: { readonly id: string; isAsked: boolean } | null = null;
  const end = () => {
    const under = current;
    current = null;
    if (under?.isAsked) void call('import.cancel', { readingId: under.id });
  };
  return {
    read: async (name, getContent) => {
      end();
      const mine = { id: createId(), isAsked: false };
      current = mine;
      show({ stage: 'reading', readingId: mine.id, name, step: 'waiting' });
      const content = await getContent();
      if (current !== mine) return;
      mine.isAsked = content !== null;
      const result = content
        ? await readAll(call, name, mine.id, content)
        : fail({ code: 'import/not-found', name } as const);
      if (current !== mine) return;
      current = null;
      show(toStage(result));
    },
    refuse: (error) => {
      end();
      show({ stage: 'refused', error });
    },
    leave: () => {
      end();
      show({ stage: 'none' });
    },
  };
}
