import type { Finding } from '../api/index.ts';
import { createFigureReader } from '../figures/index.ts';
import { rememberPieces } from '../memory/index.ts';
import type { Report } from '../model/index.ts';
import {
  createForeignPlaces,
  findOwnPlaces,
  indexPlaces,
  joinPlaceWords,
} from '../places/index.ts';
import { compileRules } from './compile-rules.ts';
import { listPassages, type Passage } from './passage.ts';
import type { Draft, ProofreadContext, Rule, Scene } from './rule.ts';
import { rules } from './rules.ts';

/** Reading order of the pieces that findings point to. */
function orderPlaces(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  for (const [index, { partId, sectionId, blockId }] of passages.entries()) {
    const key = blockId ?? sectionId ?? partId;
    if (key !== null && !order.has(key)) order.set(key, index);
  }
  return order;
}

/** What the rules know of the unit, and in which words that differs from one draft to the next. */
interface Unit extends Pick<Scene, 'unitNames' | 'foreign'> {
  readonly signature: string;
}

function createUnitReader({
  packs,
  places = null,
  chain = [],
  base = null,
}: ProofreadContext): (report: Report) => Unit {
  const index = places && places.provinces.length > 0 ? indexPlaces(places) : null;
  const words = joinPlaceWords(packs.rules);
  return (report) => {
    const unitNames = [...report.issuers, report.title, ...report.closing.signature].join('');
    if (!index) return { unitNames, foreign: null, signature: unitNames };
    const own = findOwnPlaces(report, index, { chain, base });
    const signature = JSON.stringify([unitNames, own.chain, [...own.names]]);
    return { unitNames, foreign: createForeignPlaces(index, own, words), signature };
  };
}

function createScene({ packs, deadlines = {} }: ProofreadContext, year: number, unit: Unit): Scene {
  const { template, outline, outlineIsCurrent, documents, rules: known } = packs;
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    year,
    unitNames: unit.unitNames,
    foreign: unit.foreign,
    template,
    outline,
    outlineIsCurrent,
    documents,
    rules: compileRules(known),
    deadlines: template.deadlines.map(({ id, title, month, day }) => ({
      title,
      day: deadlines[id] ?? `${two(month)}-${two(day)}`,
    })),
  };
}

type ByRule = ReadonlyMap<Rule, readonly Finding[]>;

/** Names a passage across drafts: by its ids, its role, and how many before it share them. */
function keyOf({ role, partId, sectionId, blockId, earlier }: Passage): string {
  return `${blockId ?? sectionId ?? partId ?? ''} ${role} ${earlier.length}`;
}

function isSamePassage(a: Passage, b: Passage): boolean {
  return (
    a.text === b.text &&
    a.role === b.role &&
    a.partKind === b.partKind &&
    a.blockId === b.blockId &&
    a.sectionId === b.sectionId &&
    a.partId === b.partId &&
    a.earlier.length === b.earlier.length &&
    a.earlier.every((text, index) => text === b.earlier[index])
  );
}

/** Reads passages in one scene; one that the draft before held too costs nothing. */
function createPassageReader(scene: Scene): (passages: readonly Passage[]) => readonly ByRule[] {
  const read = (passage: Passage): ByRule => {
    const found = new Map<Rule, readonly Finding[]>();
    for (const rule of rules) {
      if ('check' in rule) continue;
      const findings = rule.checkPassage(passage, scene);
      if (findings.length > 0) found.set(rule, findings);
    }
    return found;
  };
  return rememberPieces({ keyOf, isSame: isSamePassage, read });
}

interface Setting {
  readonly signature: string;
  readonly scene: Scene;
  readonly read: (passages: readonly Passage[]) => readonly ByRule[];
}

function createSettings(context: ProofreadContext): (report: Report) => Setting {
  const readUnit = createUnitReader(context);
  let latest: Setting | null = null;
  return (report) => {
    const year = context.year ?? report.year;
    const unit = readUnit(report);
    const signature = `${year} ${unit.signature}`;
    if (latest?.signature !== signature) {
      const scene = createScene(context, year, unit);
      latest = { signature, scene, read: createPassageReader(scene) };
    }
    return latest;
  };
}

/**
 * Everything the rules object to in a report, in reading order; what concerns the report as a whole
 * comes first. Each finding's `text` stands in its `place.quote`, and the quote in the passage it
 * names; a finding about something that is missing has both empty or quotes the heading.
 */
export type Proofread = (report: Report) => readonly Finding[];

/**
 * Proofreads drafts of one report. What rules said of a passage by itself is remembered: after an
 * edit only the others are read again.
 * @param context the packs that apply, and what else is known of the unit
 * @source regulations.md 0, 7, 9.6
 */
export function createProofreader(context: ProofreadContext): Proofread {
  const settingOf = createSettings(context);
  const readFigures = createFigureReader();
  return (report) => {
    readFigures(report);
    const { scene, read } = settingOf(report);
    const passages = listPassages(report);
    const draft: Draft = { ...scene, report, passages };
    const byPassage = read(passages).filter(({ size }) => size > 0);
    const order = orderPlaces(passages);
    const rank = ({ place }: Finding): number =>
      order.get(place.blockId ?? place.sectionId ?? place.partId ?? '') ?? -1;
    return rules
      .flatMap((rule) =>
        'check' in rule ? rule.check(draft) : byPassage.flatMap((byRule) => byRule.get(rule) ?? []),
      )
      .toSorted((a, b) => rank(a) - rank(b));
  };
}

/** Proofreads one report: see {@link createProofreader}. */
export function proofread(report: Report, context: ProofreadContext): readonly Finding[] {
  return createProofreader(context)(report);
}
