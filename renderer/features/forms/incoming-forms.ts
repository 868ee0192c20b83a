import { useCallback, useRef, useState } from 'react';
import type { ApiError, Call, Input } from '../../../core/api/index.ts';
import type { FormReading } from '../../../core/forms/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { readContent } from '../../api/read-content.ts';
import { refuseFile } from '../../stores/incoming.ts';

export type FormFile = Input<'forms.read'>;

/** A filled form on its way in. */
export interface IncomingForm {
  readonly key: string;
  readonly name: string;
  readonly state:
    | { readonly kind: 'reading' }
    | { readonly kind: 'failed'; readonly error: ApiError }
    | { readonly kind: 'read'; readonly file: FormFile; readonly reading: FormReading }
    | {
        readonly kind: 'kept';
        readonly year: number;
        readonly materials: number;
        readonly figures: number;
      };
}

async function readFile(call: Call, file: File): Promise<IncomingForm['state']> {
  const refusal = refuseFile({ name: file.name, size: file.size, isFolder: false });
  if (refusal) return { kind: 'failed', error: refusal };
  const content = await readContent(file);
  if (content?.kind !== 'file') {
    return { kind: 'failed', error: { code: 'import/not-found', name: file.name } };
  }
  const named = { name: file.name, base64: content.base64 };
  const read = await call('forms.read', named);
  return read.ok
    ? { kind: 'read', file: named, reading: read.value }
    : { kind: 'failed', error: read.error };
}

/** The filled forms that were chosen or dropped, one after the other as they are read. */
export function useIncomingForms(): {
  readonly forms: readonly IncomingForm[];
  readonly take: (files: readonly File[]) => void;
  readonly change: (key: string, state: IncomingForm['state']) => void;
  readonly drop: (key: string) => void;
} {
  const call = useCall();
  const counter = useRef(0);
  const [forms, setForms] = useState<readonly IncomingForm[]>([]);
  const change = useCallback((key: string, state: IncomingForm['state']) => {
    setForms((known) => known.map((form) => (form.key === key ? { ...form, state } : form)));
  }, []);
  const drop = useCallback((key: string) => {
    setForms((known) => known.filter((form) => form.key !== key));
  }, []);
  const take = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file) => {
        counter.current += 1;
        return { file, key: `form-${counter.current}` };
      });
      setForms((known) => [
        ...known,
        ...added.map(
          ({ file, key }) => ({ key, name: file.name, state: { kind: 'reading' } }) as const,
        ),
      ]);
      void (async () => {
        // one by one: ten files at once would keep the program from everything else
        for (const { file, key } of added) change(key, await readFile(call, file));
      })();
    },
    [call, change],
  );
  return { forms, take, change, drop };
}
