import '../../api/no-eval.ts';
import { type SuggestPacks, suggestItems } from '../../../core/materials/index.ts';
import type { SuggestMessage, SuggestReply } from './suggester.ts';

let packs: SuggestPacks | null = null;

/** Suggestions are worked out here: the patterns of a whole checklist take a while the first time. */
self.addEventListener('message', ({ data }: MessageEvent<SuggestMessage>) => {
  if (data.kind === 'packs') {
    packs = data.packs;
    return;
  }
  const suggestions = packs ? suggestItems(data.text, packs, data.year) : [];
  self.postMessage({ ticket: data.ticket, suggestions } satisfies SuggestReply);
});
