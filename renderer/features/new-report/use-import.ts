import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Call, ImportContent, ReadingProgress } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { readContent } from '../../api/read-content.ts';
import type { Incoming } from '../../stores/incoming.ts';
import { createReader, type ImportStage, type Reader } from './reader.ts';

/** Name under which pasted text is kept. */
export const pastedName = '粘贴的文字';
/** How often a reading is asked where it is. */
const pollMs = 300;

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

/** A reader, and what it shows. A reading under way ends with the screen. */
function useReader(call: Call): {
  readonly stage: ImportStage;
  readonly readingId: string | null;
  readonly onStep: (step: ReadingProgress['stage']) => void;
  readonly reader: Reader;
} {
  const [stage, setStage] = useState<ImportStage>({ stage: 'none' });
  const [readingId, setReadingId] = useState<string | null>(null);
  const reader = useMemo(() => {
    const show = (next: ImportStage) => {
      setReadingId(next.stage === 'reading' ? next.readingId : null);
      // the screen is large: it is drawn in pieces, and then shown at once
      if (next.stage === 'read') startTransition(() => setStage(next));
      else setStage(next);
    };
    return createReader({ call, createId: () => crypto.randomUUID(), show });
  }, [call]);
  useEffect(() => () => reader.leave(), [reader]);
  const onStep = useCallback(
    (step: ReadingProgress['stage']) =>
      setStage((last) => (last.stage === 'reading' ? { ...last, step } : last)),
    [],
  );
  return { stage, readingId, onStep, reader };
}

/** Reads a file or pasted text. `leave` ends a reading under way, as leaving the screen does. */
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
  const { stage, readingId, onStep, reader } = useReader(call);
  const [pasted, setPasted] = useState('');
  const pastedHtml = useRef<string | null>(null);
  useProgress(call, readingId, onStep);

  const readFile = useCallback(
    (incoming: Incoming) => {
      if (!incoming.ok) reader.refuse(incoming.error);
      else void reader.read(incoming.value.name, () => readContent(incoming.value));
    },
    [reader],
  );
  const readText = useCallback(
    (text: string, html: string | null) => {
      // read once more as it was, the words still have the structure they came with
      if (html !== null || text !== pasted) pastedHtml.current = html;
      setPasted(text);
      const known = pastedHtml.current;
      const content: ImportContent =
        known === null ? { kind: 'text', text } : { kind: 'html', html: known, text };
      void reader.read(pastedName, async () => content);
    },
    [reader, pasted],
  );
  return { stage, pasted, readFile, readText, leave: reader.leave };
}
