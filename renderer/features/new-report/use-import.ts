import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type {
  ApiError,
  Call,
  ImportContent,
  ImportReading,
  ReadingProgress,
  Result,
} from '../../../core/api/index.ts';
import { fail, ok } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { readContent } from '../../api/read-content.ts';
import type { Incoming } from '../../stores/incoming.ts';
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
  const opened = await openReading(read.value, packs.value.template);
  return ok({ name, content, reading: read.value, opened });
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
  /** `html` is the same words as the clipboard had them with their structure, or null. */
  readonly readText: (text: string, html: string | null) => void;
  /** The text last pasted, so that nobody has to find it a second time. */
  readonly pasted: string;
  readonly leave: () => void;
} {
  const call = useCall();
  const current = useRef<string | null>(null);
  const [readingId, setReadingId] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');
  const pastedHtml = useRef<string | null>(null);
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
      if (result.ok) {
        // the screen is large: it is drawn in pieces, and then shown at once
        startTransition(() => setStage({ stage: 'read', imported: result.value }));
      }
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
      (text: string, html: string | null) => {
        // read once more as it was, the words still have the structure they came with
        if (html !== null || text !== pasted) pastedHtml.current = html;
        setPasted(text);
        const known = pastedHtml.current;
        const content: ImportContent =
          known === null ? { kind: 'text', text } : { kind: 'html', html: known, text };
        void read(pastedName, async () => content);
      },
      [read, pasted],
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
