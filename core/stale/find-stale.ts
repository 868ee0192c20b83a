import { nameNumbers, quoteAround, type Span } from '../figures/index.ts';
import type { Report } from '../model/index.ts';
import type { AppliedPacks } from '../packs/index.ts';
import type { PlaceList } from '../places/index.ts';
import { createFindAnchor, type FindAnchor, type Siblings } from './anchor.ts';
import { type BaseTexts, indexBaseTexts } from './base-texts.ts';
import type { LocalChip, StaleChip } from './chip.ts';
import { nameChips } from './chip-key.ts';
import { clauseAround, lettersOf } from './clause.ts';
import { createLenses, type Lens } from './lens.ts';
import { collectSources, type DraftText, listDraftTexts, listSourceTexts } from './texts.ts';
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

/**
 * Gives the 待更新 chips of a draft in reading order, but for those whose keys are in `confirmed`.
 * What was found is remembered from one question to the next.
 */
export type StaleFinder = (report: Report, confirmed: ReadonlySet<string>) => readonly StaleChip[];

/** Letters beside a year that tell whether its sentence was carried over. */
const fewLetters = 6;

/** The letters just behind and just before a token in its sentence, marks between them left aside; null where there are few. */
function besides(text: string, token: Token): readonly [Span | null, Span | null] {
  const sentence = quoteAround(text, token);
  const after = text.slice(token.end, sentence.end).search(/[^，、：；,:;\s]/u);
  const from = token.end + Math.max(0, after);
  const to = token.start - (/[，、：；,:;\s]*$/u.exec(text.slice(0, token.start))?.[0].length ?? 0);
  const orNull = (span: Span) => (span.end - span.start >= fewLetters ? span : null);
  return [
    orNull({ start: from, end: Math.min(sentence.end, from + fewLetters) }),
    orNull({ start: Math.max(sentence.start, to - fewLetters), end: to }),
  ];
}

/** Where last year itself was put beside words that were carried over. */
function anchorBeside(text: string, token: Token, findAnchor: FindAnchor): string | null {
  const [behind, before] = besides(text, token);
  const after = behind && findAnchor(behind);
  if (after !== null) return `${after}<`;
  const from = before && findAnchor(before);
  return from === null ? null : `${from}>`;
}

interface Anchored {
  readonly token: Token;
  readonly anchor: string | null;
}

/** Words of any text that are past, words that were carried over, and last year named beside such. */
function chooseStale(
  text: string,
  tokens: readonly Token[],
  findAnchor: FindAnchor,
): readonly Anchored[] {
  return tokens.flatMap((token) => {
    const own = findAnchor(token);
    const anchor = own ?? (token.leftover ? anchorBeside(text, token, findAnchor) : null);
    return token.always || anchor !== null ? [{ token, anchor }] : [];
  });
}

const isCounted = ({ kind }: Token) => kind === 'figure' || kind === 'percent';

function describe(text: string, tokens: readonly Token[], stale: readonly Anchored[]) {
  const counted = tokens.filter(isCounted);
  const names = nameNumbers(text, counted);
  const matters = new Map(counted.map((token, index) => [token, names[index] ?? '']));
  let quote = { start: 0, end: 0 };
  return stale.map(({ token, anchor }): LocalChip => {
    const { kind, start, end, why, proposals } = token;
    // tokens of one sentence share its quote
    if (start < quote.start || end > quote.end) quote = quoteAround(text, { start, end });
    return {
      kind,
      start,
      end,
      text: text.slice(start, end),
      why,
      proposals,
      matter: matters.get(token) ?? '',
      anchor,
      letters: anchor === null ? lettersOf(text, clauseAround(text, token)) : '',
      quote: text.slice(quote.start, quote.end),
    };
  });
}

/** A text of the draft, with the others that came from the same source. */
interface FamilyText {
  readonly at: DraftText;
  readonly siblings: Siblings | null;
}

/** Blocks that were one last year are compared as one, so that a split changes nothing. */
function joinFamilies(texts: readonly DraftText[]): readonly FamilyText[] {
  const families = Map.groupBy(texts, ({ source }) => source?.place ?? '');
  families.delete('');
  const joined = new Map<DraftText, Siblings>();
  for (const family of families.values()) {
    if (family.length === 1) continue;
    const text = family.map((one) => one.text).join('\n');
    let from = 0;
    for (const one of family) {
      joined.set(one, { text, from });
      from += one.text.length + 1;
    }
  }
  return texts.map((at) => ({ at, siblings: joined.get(at) ?? null }));
}

function lookThrough({ at, siblings }: FamilyText, lens: Lens, base: BaseTexts | null) {
  const { text, source, isPlan } = at;
  const tokens = lens.scan(text, isPlan);
  if (tokens.length === 0) return [];
  const findAnchor = base ? createFindAnchor(text, source, siblings, base) : () => null;
  return describe(text, tokens, chooseStale(text, tokens, findAnchor));
}

function remembered(family: FamilyText, lens: Lens, base: BaseTexts | null): readonly LocalChip[] {
  const { source, isPlan, text } = family.at;
  const joint = family.siblings ? `${family.siblings.from} ${family.siblings.text}` : '';
  const key = [source?.place ?? '', isPlan ? '1' : '0', joint, text].join('\u0000');
  return lens.memory.get(key, () => lookThrough(family, lens, base));
}

/** Figures are alike that count the same; one that nothing names is like no other. */
function likeOf({ kind, text, matter }: LocalChip, key: string): string {
  if (kind !== 'figure' && kind !== 'percent') return `${kind}:${text}`;
  return `${kind}:${text}:${matter === '' ? key : matter}`;
}

function placeChip(local: LocalChip, { target, ...seat }: DraftText, key: string): StaleChip {
  const { anchor: _, letters: __, quote, ...chip } = local;
  const { partId, sectionId, blockId } = seat;
  const place = { partId, sectionId, blockId, quote };
  return { ...chip, key, like: likeOf(local, key), target, place };
}

/**
 * A finder of 待更新 chips. What counts as carried is told by comparing with last year's text, never
 * by a mark: replacing words removes their chip, taking that back brings it again.
 * @source DESIGN.md 3.3; regulations.md 7.4
 */
export function createStaleFinder(context: StaleContext): StaleFinder {
  const sources = collectSources(context.base?.rolled ?? null);
  const base = context.base ? indexBaseTexts(listSourceTexts(sources)) : null;
  const lensOf = createLenses(context);
  return (report, confirmed) => {
    const lens = lensOf(report);
    const found = joinFamilies(listDraftTexts(report, sources)).flatMap((family) =>
      remembered(family, lens, base).map((chip) => [chip, family.at] as const),
    );
    const keys = nameChips(found);
    return found.flatMap(([chip, at], index) => {
      const key = keys[index] ?? '';
      return confirmed.has(key) ? [] : [placeChip(chip, at, key)];
    });
  };
}

const finders = new WeakMap<StaleContext, StaleFinder>();

/** The chips of one draft, by a finder of its own; asked again with the same context, by the same. */
export function findStale(
  report: Report,
  context: StaleContext,
  confirmed: ReadonlySet<string>,
): readonly StaleChip[] {
  const finder = finders.get(context) ?? createStaleFinder(context);
  finders.set(context, finder);
  return finder(report, confirmed);
}
