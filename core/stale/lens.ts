import { findSpans } from '../figures/index.ts';
import { createMemory, type Memory } from '../memory/index.ts';
import type { Report } from '../model/index.ts';
import { compileCongressName } from '../packs/index.ts';
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
  compileCycles,
  type NamedCycles,
  scanAwards,
  scanCycles,
  scanPlaces,
  scanTitles,
} from './scan-names.ts';
import { scanNumbers } from './scan-numbers.ts';
import { type Congresses, scanOrdinals } from './scan-ordinals.ts';
import { settleTokens, type Token } from './token.ts';

/** A context made ready for looking texts through. */
export interface Lens {
  /** Everything of a text that may be stale, without overlaps, in order. */
  readonly scan: (text: string, isPlan: boolean) => readonly Token[];
  /** What was found in texts so far. */
  readonly memory: Memory<readonly LocalChip[]>;
}

interface Knowledge extends Congresses {
  readonly year: number;
  /** Year of last year's report; null for a draft begun blank. */
  readonly lastYear: number | null;
  readonly setWords: RegExp;
  readonly cycles: NamedCycles;
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
    cycles: compileCycles(packs.rules.flatMap(({ cycles }) => cycles)),
    congresses: packs.rules
      .flatMap(({ congresses }) => congresses)
      .toSorted((a, b) => a.year - b.year),
    congressName: compileCongressName(packs.rules),
    outlineYears: outlineYearsOf(packs),
    foreign: readForeign(report, context),
    packs,
  };
}

function scanText(text: string, isPlan: boolean, knowledge: Knowledge): readonly Token[] {
  const { year, lastYear, cycles, outlineYears, foreign, packs } = knowledge;
  const counted = [
    ...scanDates(text, lastYear),
    ...scanYears(text, year, lastYear),
    ...scanOrdinals(text, knowledge, year),
    ...scanNumbers(text),
  ];
  const set = counted.length === 0 ? [] : findSpans(text, knowledge.setWords);
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

/** What a lens depends on of the draft itself. */
function signReport({ year, issuers, title, addressee, closing }: Report): string {
  return JSON.stringify([year, issuers, title, addressee, closing.signature]);
}

/** Gives the lens for a draft: the same one as long as the draft's name and year stay. */
export function createLenses(context: StaleContext): (report: Report) => Lens {
  let latest: { readonly signature: string; readonly lens: Lens } | null = null;
  return (report) => {
    const signature = signReport(report);
    if (latest?.signature === signature) return latest.lens;
    const knowledge = learn(report, context);
    const lens: Lens = {
      scan: (text, isPlan) => scanText(text, isPlan, knowledge),
      memory: createMemory(),
    };
    latest = { signature, lens };
    return lens;
  };
}
