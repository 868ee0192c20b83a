import { quoteAround, type Span } from '../figures/index.ts';
import type { Report } from '../model/index.ts';
import type { AppliedPacks } from '../packs/index.ts';
import type { PlaceList } from '../places/index.ts';
import { createIsCarried } from './carried.ts';
import type { LocalChip, StaleChip } from './chip.ts';
import { nameTokens } from './chip-key.ts';
import { createLens, type Lens } from './lens.ts';
import { type DraftText, listDraftTexts } from './texts.ts';
import type { Token } from './token.ts';

/** What a draft is looked through against. */
export interface StaleContext {
  /** Last year's report as rolling forward made this year's text of it; null for a draft begun blank. */
  readonly base: { readonly year: number; readonly rolled: Report } | null;
  readonly packs: Pick<AppliedPacks, 'outline' | 'outlineIsCurrent' | 'rules' | 'documents'>;
  /** Null while the list is not there: names of places are then not looked at. */
  readonly places: PlaceList | null;
  /** The unit's own chain of places, as settings hold it. */
  readonly chain: readonly string[];
}

/** Letters beside a year that tell whether its sentence was carried over. */
const fewLetters = 6;

/** The letters just before and just after a token in its sentence, marks between them left aside. */
function besides(text: string, token: Token): readonly Span[] {
  const sentence = quoteAround(text, token);
  const after = text.slice(token.end, sentence.end).search(/[^，、：；,:;\s]/u);
  const from = token.end + Math.max(0, after);
  const to = token.start - (/[，、：；,:;\s]*$/u.exec(text.slice(0, token.start))?.[0].length ?? 0);
  return [
    { start: from, end: Math.min(sentence.end, from + fewLetters) },
    { start: Math.max(sentence.start, to - fewLetters), end: to },
  ].filter(({ start, end }) => end - start >= fewLetters);
}

/** Words of any text that are past, words that were carried over, and last year named beside such. */
function chooseStale(
  text: string,
  tokens: readonly Token[],
  lens: Lens,
  source: string | null,
): readonly Token[] {
  if (!lens.hasBase) return tokens.filter(({ always }) => always);
  const isCarried = createIsCarried(text, source, lens.lastYear);
  const isLeft = (token: Token) =>
    token.leftover && besides(text, token).some((span) => isCarried(span));
  return tokens.filter((token) => token.always || isCarried(token) || isLeft(token));
}

function lookThrough({ text, source, isPlan }: DraftText, lens: Lens): readonly LocalChip[] {
  const tokens = lens.scan(text, isPlan);
  if (tokens.length === 0) return [];
  const stale = chooseStale(text, tokens, lens, source);
  const names = nameTokens(text, stale);
  let quote = { start: 0, end: 0 };
  return stale.map(({ kind, start, end, why, proposals }, index) => {
    // tokens of one sentence share its quote
    if (start < quote.start || end > quote.end) quote = quoteAround(text, { start, end });
    const words = text.slice(start, end);
    return {
      kind,
      start,
      end,
      text: words,
      why,
      proposals,
      like: `${kind}:${words}`,
      name: names[index] ?? '',
      quote: text.slice(quote.start, quote.end),
    };
  });
}

/** More texts than any draft holds while it is written. */
const mostRemembered = 6000;

function remembered(draftText: DraftText, lens: Lens): readonly LocalChip[] {
  const known = lens.memory;
  const key = `${draftText.source ?? ''}\u0000${draftText.source === null ? 0 : 1}${draftText.isPlan ? 1 : 0}${draftText.text}`;
  const found = known.get(key) ?? lookThrough(draftText, lens);
  if (known.size >= mostRemembered) known.clear();
  known.set(key, found);
  return found;
}

function placeChip({ name, quote, ...chip }: LocalChip, at: DraftText): StaleChip {
  const { target, partId, sectionId, blockId } = at;
  return {
    ...chip,
    key: `${target.id}/${target.field}/${name}`,
    target,
    place: { partId, sectionId, blockId, quote },
  };
}

/**
 * The 待更新 chips of a draft in reading order, but for those whose keys are in `confirmed`. What
 * counts as carried is told by comparing with last year's text, never by a mark: replacing words
 * removes their chip, taking that back brings it again.
 * @source DESIGN.md 3.3; regulations.md 7.4
 */
export function findStale(
  report: Report,
  context: StaleContext,
  confirmed: ReadonlySet<string>,
): readonly StaleChip[] {
  const lens = createLens(report, context);
  return listDraftTexts(report, context.base?.rolled ?? null)
    .flatMap((text) => remembered(text, lens).map((chip) => placeChip(chip, text)))
    .filter(({ key }) => !confirmed.has(key));
}
