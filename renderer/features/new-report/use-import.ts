import { useCallback, useRef, useState } from 'react';
import type { ApiError, ImportContent, ImportReading } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { readContent } from '../../api/read-content.ts';
import type { Incoming } from '../../stores/incoming.ts';

/** What was read, with what it was read from: both go to the library together. */
export interface Imported {
  readonly name: string;
  readonly content: ImportContent;
  readonly reading: ImportReading;
}

/** Where reading stands. */
export type ImportStage =
  | { readonly stage: 'none' }
  | { readonly stage: 'reading'; readonly name: string }
  | { readonly stage: 'refused'; readonly error: ApiError }
  | { readonly stage: 'read'; readonly imported: Imported };

/** Name under which pasted text is kept. */
export const pastedName = '粘贴的文字';

/** Reads a file or pasted text. `leave` abandons a reading under way: its answer is then dropped. */
export function useImport(): {
  readonly stage: ImportStage;
  readonly readFile: (incoming: Incoming) => void;
  readonly readText: (text: string) => void;
  /** The text last pasted, so that nobody has to find it a second time. */
  readonly pasted: string;
  readonly leave: () => void;
} {
  const call = useCall();
  const attempt = useRef(0);
  const [pasted, setPasted] = useState('');
  const [stage, setStage] = useState<ImportStage>({ stage: 'none' });

  const read = useCallback(
    async (name: string, getContent: () => Promise<ImportContent | null>) => {
      attempt.current += 1;
      const mine = attempt.current;
      setStage({ stage: 'reading', name });
      const content = await getContent();
      const result = content ? await call('import.read', { name, content }) : null;
      if (mine !== attempt.current) return;
      if (!content || !result) {
        setStage({ stage: 'refused', error: { code: 'import/not-found', name } });
      } else if (result.ok) {
        setStage({ stage: 'read', imported: { name, content, reading: result.value } });
      } else setStage({ stage: 'refused', error: result.error });
    },
    [call],
  );

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
      attempt.current += 1;
      setStage({ stage: 'none' });
    }, []),
  };
}
