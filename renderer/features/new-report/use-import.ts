import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  ApiError,
  Call,
  ImportContent,
  ImportReading,
  ReadingProgress,
  Result,
} from '../../../core/api/index.ts';
import { fail, ok } from '../../../core/api/index.ts';
import type { TemplatePack } from '../../../core/packs/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { readContent } from '../../api/read-content.ts';
import type { Incoming } from '../../stores/incoming.ts';

/** What was read, with what it was read from: both go to the library together. */
export interface Imported {
  readonly name: string;
  readonly content: ImportContent;
  readonly reading: ImportReading;
  /** Names the kinds of parts that are made by hand. */
  readonly template: TemplatePack;
}

/** Where reading stands. */
export type ImportStage =
  | { readonly stage: 'none' }
  | {
      readonly stage: 'reading';
      readonly name: string;
      readonly step: ReadingProgress['stage'];
    }
  | { readonly stage: 'refused'; readonly error: ApiError }
  | { readonly stage: 'read'; readonly imported: Imported };

/** Name under which pasted text is kept. */
export const pastedName = '粘贴的文字';
/** How often a reading is asked where it is. */
const pollMs = 300;

async function readAll(
  call: Call,
  name: string,
  readingId: string,
  content: ImportContent | null,
): Promise<Result<Imported>> {
  if (!content) return fail({ code: 'import/not-found', name });
  const read = await call('import.read', { name, content, readingId });
  if (!read.ok) return read;
  const packs = await call('packs.forYear', { year: read.value.report.year });
  if (!packs.ok) return packs;
  return ok({ name, content, reading: read.value, template: packs.value.template });
}

/** Asks a reading every {@link pollMs} where it is, as long as there is one. */
function useProgress(
  call: Call,
  readingId: string | null,
  onStep: (step: ReadingProgress['stage']) => void,
): void {
  useEffect(() => {
    if (readingId === null) return undefined;
    let isAsking = false;
    const ask = async () => {
      if (isAsking) return;
      isAsking = true;
      const progress = await call('import.progress', { readingId });
      isAsking = false;
      if (progress.ok) onStep(progress.value.stage);
    };
    const timer = window.setInterval(() => void ask(), pollMs);
    return () => window.clearInterval(timer);
  }, [call, readingId, onStep]);
}

/** Reads a file or pasted text. `leave` ends a reading under way: its answer is then dropped. */
export function useImport(): {
  readonly stage: ImportStage;
  readonly readFile: (incoming: Incoming) => void;
  readonly readText: (text: string) => void;
  /** The text last pasted, so that nobody has to find it a second time. */
  readonly pasted: string;
  readonly leave: () => void;
} {
  const call = useCall();
  const current = useRef<string | null>(null);
  const [readingId, setReadingId] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');
  const [stage, setStage] = useState<ImportStage>({ stage: 'none' });

  const read = useCallback(
    async (name: string, getContent: () => Promise<ImportContent | null>) => {
      const mine = crypto.randomUUID();
      current.current = mine;
      setReadingId(mine);
      setStage({ stage: 'reading', name, step: 'waiting' });
      const result = await readAll(call, name, mine, await getContent());
      if (current.current !== mine) return;
      setReadingId(null);
      if (result.ok) setStage({ stage: 'read', imported: result.value });
      // a reading that was stopped is no failure
      else if (result.error.code === 'import/cancelled') setStage({ stage: 'none' });
      else setStage({ stage: 'refused', error: result.error });
    },
    [call],
  );
  const onStep = useCallback(
    (step: ReadingProgress['stage']) =>
      setStage((last) => (last.stage === 'reading' ? { ...last, step } : last)),
    [],
  );
  useProgress(call, readingId, onStep);

  return {
    stage,
    pasted,
    readFile: useCallback(
      (incoming: Incoming) => {
        if (incoming.ok) void read(incoming.value.name, () => readContent(incoming.value));
        else setStage({ stage: 'refused', error: incoming.error });
      },
      [read],
    ),
    readText: useCallback(
      (text: string) => {
        setPasted(text);
        void read(pastedName, async () => ({ kind: 'text', text }));
      },
      [read],
    ),
    leave: useCallback(() => {
      const under = current.current;
      current.current = null;
      setReadingId(null);
      setStage({ stage: 'none' });
      if (under !== null) void call('import.cancel', { readingId: under });
    }, [call]),
  };
}
