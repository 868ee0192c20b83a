import { useCallback, useState } from 'react';
import type { ApiError, Output, PackSummary } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { readContent } from '../../api/read-content.ts';
import { saveDownload } from '../../components/save-download.ts';
import { useAnswer } from '../../components/use-answer.ts';
import { tellPacksChanged } from '../../stores/packs.ts';

/** What came of the last thing done with a pack. */
export type PackOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'taken'; readonly taken: Output<'packs.import'> }
  | { readonly kind: 'removed'; readonly title: string }
  | { readonly kind: 'failed'; readonly error: ApiError };

const gone = (name: string): ApiError => ({ code: 'import/not-found', name });

/** The packs in use, and what can be done with them. */
export function usePacks() {
  const call = useCall();
  const { answer, again } = useAnswer(useCallback(() => call('packs.list', {}), [call]));
  const [outcome, setOutcome] = useState<PackOutcome>({ kind: 'none' });

  const settle = (next: PackOutcome) => {
    setOutcome(next);
    if (next.kind !== 'taken' && next.kind !== 'removed') return;
    again();
    void tellPacksChanged(call);
  };
  const take = async (file: File) => {
    setOutcome({ kind: 'busy' });
    const content = await readContent(file);
    if (content?.kind !== 'file') return settle({ kind: 'failed', error: gone(file.name) });
    const taken = await call('packs.import', { name: file.name, base64: content.base64 });
    settle(
      taken.ok ? { kind: 'taken', taken: taken.value } : { kind: 'failed', error: taken.error },
    );
  };
  const give = async ({ kind, id }: PackSummary) => {
    const given = await call('packs.export', { kind, packId: id });
    if (!given.ok) settle({ kind: 'failed', error: given.error });
    else if (given.value.kind === 'download') saveDownload(given.value);
  };
  const remove = async ({ kind, id, title }: PackSummary) => {
    const removed = await call('packs.remove', { kind, packId: id });
    settle(removed.ok ? { kind: 'removed', title } : { kind: 'failed', error: removed.error });
  };
  return {
    answer,
    outcome,
    take: (file: File) => void take(file),
    give: (pack: PackSummary) => void give(pack),
    remove: (pack: PackSummary) => void remove(pack),
  };
}
