import {
  buildParagraph,
  buildPart,
  buildReport,
  createCountingIds,
  type Part,
  type Report,
} from '../model/index.ts';
import type { AnalysisContext } from './create-analysis.ts';

/** So many sentences make one small report. */
const mostSentences = 12;

/** A part cut into parts of one section each, what stands before its sections by itself. */
function cutPart(part: Part): readonly Part[] {
  const sections = part.sections.map((section) => ({ ...part, blocks: [], sections: [section] }));
  return part.blocks.length > 0 ? [{ ...part, sections: [] }, ...sections] : sections;
}

/** The sentences the packs themselves have for an answer. */
function* cutPhrases({ packs }: AnalysisContext): Generator<Report> {
  const createId = createCountingIds('warm-up');
  const { from, to } = packs.outline.years;
  const phrases = packs.checklist.items.flatMap((item) => item.phrases);
  for (let at = 0; at < phrases.length; at += mostSentences) {
    const blocks = phrases
      .slice(at, at + mostSentences)
      .map((phrase) => buildParagraph(createId, phrase));
    yield buildReport(to ?? from ?? 0, {
      parts: [buildPart(createId, 'achievements', '', { blocks })],
    });
  }
}

/**
 * Small reports, one after the other, that are worth looking through before there is a draft: by then
 * patterns are compiled, and what was carried over from last year is known. Each costs some
 * milliseconds, so that a draft that comes in between need not wait for the others.
 */
export function* listWarmUps(context: AnalysisContext): Generator<Report> {
  const rolled = context.lastYear?.rolled;
  if (!rolled) {
    yield* cutPhrases(context);
    return;
  }
  yield { ...rolled, parts: [] };
  for (const part of rolled.parts.flatMap(cutPart))
    yield { ...rolled, preamble: [], parts: [part] };
}
