import { measureLikeness, readLikeable } from '../compare/index.ts';
import {
  frontId,
  type Home,
  listHomes,
  type Progress,
  type ReportProgress,
} from '../coverage/index.ts';
import { type Block, blockText, type Report, type Section } from '../model/index.ts';
import type { TemplatePack } from '../packs/index.ts';
import type { PieceReview } from './review.ts';

/** Characters without white space. */
export function countLetters(text: string): number {
  let count = 0;
  for (const sign of text) if (sign > ' ' && sign !== '　' && sign !== '\u00a0') count += 1;
  return count;
}

type Count = (text: string) => number;

const countBlocks = (blocks: readonly Block[], count: Count) =>
  blocks.reduce((sum, block) => sum + count(blockText(block)), 0);

/** Characters by the id of a section, a part (its sections counted in), or `front`. */
export function measurePieces(report: Report, count: Count): ReadonlyMap<string, number> {
  const sizes = new Map([
    [frontId, count(report.preambleHeading) + countBlocks(report.preamble, count)],
  ]);
  for (const part of report.parts) {
    let size = count(part.heading) + countBlocks(part.blocks, count);
    for (const section of part.sections) {
      const own = count(section.heading) + countBlocks(section.blocks, count);
      sizes.set(section.id, own);
      size += own;
    }
    sizes.set(part.id, size);
  }
  return sizes;
}

/** What the preamble and the parts count together. */
export function sumPieces(report: Report, sizes: ReadonlyMap<string, number>): number {
  return [frontId, ...report.parts.map(({ id }) => id)].reduce(
    (sum, id) => sum + (sizes.get(id) ?? 0),
    0,
  );
}

/** Headings that share less are not of the same section. */
const leastLikeness = 0.5;

/** Headings without numbers: years move on. */
const wordsOf = (heading: string) => heading.replace(/[\d〇]+年?度?/gu, '');

function findCounterpart(section: Section, candidates: readonly Section[]): Section | undefined {
  const bySource = candidates.find(({ id }) => id === section.source?.blockId);
  if (bySource || section.heading.trim() === '') return bySource;
  const heading = readLikeable(wordsOf(section.heading));
  let best: { readonly section: Section; readonly likeness: number } | undefined;
  for (const candidate of candidates) {
    const likeness = measureLikeness(heading, readLikeable(wordsOf(candidate.heading)));
    if (likeness >= leastLikeness && likeness > (best?.likeness ?? 0)) {
      best = { section: candidate, likeness };
    }
  }
  return best?.section;
}

/**
 * Which piece of last year's report each piece goes on: parts by their kind, sections by the source
 * they name, else by the likeness of their headings within the kind.
 */
export function matchPieces(
  report: Report,
  lastYear: Report,
): ReadonlyMap<string, readonly string[]> {
  const pairs: (readonly [string, readonly string[]])[] = [[frontId, [frontId]]];
  for (const part of report.parts) {
    const before = lastYear.parts.filter(({ kind }) => kind === part.kind);
    if (before.length > 0) pairs.push([part.id, before.map(({ id }) => id)]);
    const candidates = before.flatMap(({ sections }) => sections);
    for (const section of part.sections) {
      const found = findCounterpart(section, candidates);
      if (found) pairs.push([section.id, [found.id]]);
    }
  }
  return new Map(pairs);
}

const none: Progress = { answered: 0, total: 0 };

function addProgress(ids: readonly string[], { byHome }: ReportProgress): Progress {
  return ids
    .map((id) => (Object.hasOwn(byHome, id) ? (byHome[id] ?? none) : none))
    .reduce(
      (sum, { answered, total }) => ({
        answered: sum.answered + answered,
        total: sum.total + total,
      }),
      none,
    );
}

/** What pieces are measured by. */
export interface Measures {
  readonly sizes: ReadonlyMap<string, number>;
  /** By the id of the piece; null without a last year. */
  readonly lastSizes: ReadonlyMap<string, number> | null;
  readonly progress: ReportProgress;
  readonly template: Pick<TemplatePack, 'parts'>;
}

function usualOf({ kind, sectionId }: Home, template: Measures['template']) {
  if (kind === null || sectionId !== null) return null;
  return template.parts.find((part) => part.kind === kind)?.usualShare ?? null;
}

/** Every piece of a report with its size, its share and its progress. */
export function listPieces(
  report: Report,
  { sizes, lastSizes, progress, template }: Measures,
): readonly PieceReview[] {
  const whole = sumPieces(report, sizes);
  const within = new Map(
    report.parts.map(({ id, sections }) => [id, [id, ...sections.map((one) => one.id)]]),
  );
  return listHomes(report).map((home) => {
    const characters = sizes.get(home.id) ?? 0;
    return {
      ...home,
      characters,
      share: whole === 0 ? 0 : characters / whole,
      usual: usualOf(home, template),
      lastYear: lastSizes?.get(home.id) ?? null,
      progress: addProgress(within.get(home.id) ?? [home.id], progress),
    };
  });
}
