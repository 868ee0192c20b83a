import type { Report } from '../model/index.ts';
import type { Congress } from '../packs/index.ts';
import {
  createForeignPlaces,
  type ForeignPlaces,
  findOwnPlaces,
  indexPlaces,
  joinPlaceWords,
} from '../places/index.ts';
import type { LocalChip } from './chip.ts';
import type { StaleContext } from './find-stale.ts';
import {
  scanComeYears,
  scanDates,
  scanLastYearNumbers,
  scanRanges,
  scanYears,
} from './scan-dates.ts';
import {
  compileCycle,
  type NamedCycle,
  scanAwards,
  scanCycles,
  scanPlaces,
  scanTitles,
} from './scan-names.ts';
import { scanNumbers } from './scan-numbers.ts';
import { scanOrdinals } from './scan-ordinals.ts';
import { joinTexts } from './texts.ts';
import { settleTokens, type Token } from './token.ts';

/** A context made ready for looking texts through. */
export interface Lens {
  readonly hasBase: boolean;
  /** All of last year's text as rolling forward made it. */
  readonly lastYear: string;
  /** Everything of a text that may be stale, without overlaps, in order. */
  readonly scan: (text: string, isPlan: boolean) => readonly Token[];
  /** What was found in texts so far. */
  readonly memory: Map<string, readonly LocalChip[]>;
}

interface Knowledge {
  readonly year: number;
  /** Year of last year's report; null for a draft begun blank. */
  readonly lastYear: number | null;
  readonly setWords: RegExp;
  readonly cycles: readonly NamedCycle[];
  readonly congresses: readonly Congress[];
  readonly outlineYears: { readonly from: number; readonly to: number } | null;
  readonly foreign: ForeignPlaces | null;
  readonly packs: StaleContext['packs'];
}

function outlineYearsOf({ outline, outlineIsCurrent }: StaleContext['packs']) {
  const [from, to] = [...outline.citation.matchAll(/\d{4}/gu)].map(([year]) => Number(year));
  return outlineIsCurrent && from !== undefined && to !== undefined ? { from, to } : null;
}

/** The unit's own places are read off its name and last year's text: they do not change with each key. */
function readForeign(report: Report, context: StaleContext): ForeignPlaces | null {
  const { places, base, chain, packs } = context;
  if (!places || places.provinces.length === 0) return null;
  const index = indexPlaces(places);
  const { issuers, title, addressee, closing } = report;
  const body = base ? base.rolled : report;
  const header = { ...body, issuers, title, addressee, closing };
  const own = findOwnPlaces(header, index, { chain, base: base?.rolled ?? null });
  return createForeignPlaces(index, own, joinPlaceWords(packs.rules));
}

function learn(report: Report, context: StaleContext): Knowledge {
  const { packs } = context;
  const sources = packs.rules.flatMap(({ setNumbers = [] }) => setNumbers);
  return {
    year: report.year,
    lastYear: context.base?.year ?? null,
    setWords: new RegExp(sources.map((source) => `(?:${source})`).join('|') || '(?!)', 'gu'),
    cycles: packs.rules.flatMap(({ cycles }) => cycles.map(compileCycle)),
    congresses: packs.rules
      .flatMap(({ congresses }) => congresses)
      .toSorted((a, b) => a.year - b.year),
    outlineYears: outlineYearsOf(packs),
    foreign: readForeign(report, context),
    packs,
  };
}

function scanText(text: string, isPlan: boolean, knowledge: Knowledge): readonly Token[] {
  const { year, lastYear, cycles, congresses, outlineYears, foreign, packs } = knowledge;
  const counted = [
    ...scanDates(text, lastYear),
    ...scanYears(text, year, lastYear),
    ...scanOrdinals(text, congresses, year),
    ...scanNumbers(text),
  ];
  const set = [...text.matchAll(knowledge.setWords)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const isSet = ({ start, end }: Token) => set.some((one) => one.start < end && start < one.end);
  return settleTokens([
    ...scanTitles(text, packs.documents, year),
    ...scanRanges(text, year, outlineYears),
    ...scanCycles(text, cycles, year),
    ...(foreign ? scanPlaces(text, foreign) : []),
    ...(isPlan ? scanComeYears(text, year) : []),
    ...scanLastYearNumbers(text, lastYear),
    ...scanAwards(text),
    ...counted.filter((token) => !isSet(token)),
  ]).filter(({ silent }) => !silent);
}

function createFresh(report: Report, context: StaleContext): Lens {
  const knowledge = learn(report, context);
  return {
    hasBase: context.base !== null,
    lastYear: context.base ? joinTexts(context.base.rolled) : '',
    scan: (text, isPlan) => scanText(text, isPlan, knowledge),
    memory: new Map(),
  };
}

/** Tells two lists apart as far as anybody would mistake them; comparing 40 000 names at each key would take longer than all else. */
function signPlaces(places: StaleContext['places']): string {
  const provinces = places?.provinces ?? [];
  const counties = provinces.map(([name, cities]) => {
    const lengths = cities.map(([, list]) =>
      list.reduce((sum, [, towns]) => sum + towns.length, 0),
    );
    return `${name}${lengths.join(',')}`;
  });
  return `${places?.source} ${counties.join(' ')}`;
}

/** Everything that what is found in a text depends on, besides the text and its source. */
function signContext(report: Report, { base, packs, chain, places }: StaleContext): string {
  const { year, issuers, title, addressee, closing } = report;
  const { outline, outlineIsCurrent, rules, documents } = packs;
  const known = rules.map(({ cycles, congresses, setNumbers, placeWords }) => [
    cycles,
    congresses,
    setNumbers,
    placeWords,
  ]);
  const own = [year, issuers, title, addressee, closing.signature, chain];
  const lastYear = base && [base.year, joinTexts(base.rolled)];
  return JSON.stringify([
    own,
    outline.citation,
    outlineIsCurrent,
    known,
    documents,
    lastYear,
    signPlaces(places),
  ]);
}

let latest: { readonly signature: string; readonly lens: Lens } | null = null;

/**
 * The context made ready. A worker is given copies at each question: what is the same as last time
 * is told by its words, and what was found in texts then is kept.
 */
export function createLens(report: Report, context: StaleContext): Lens {
  const signature = signContext(report, context);
  if (latest?.signature !== signature) latest = { signature, lens: createFresh(report, context) };
  return latest.lens;
}
