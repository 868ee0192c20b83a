import type { PartKind } from '../model/index.ts';
import type { HeadingReading } from './heading.ts';
import type { TextLine } from './line.ts';

/** A line that may open a part: a heading, and the kind its words name. */
export interface Candidate {
  readonly index: number;
  readonly line: TextLine;
  readonly reading: HeadingReading;
  readonly kind: PartKind | null;
  /** A second kind that its words name. */
  readonly also: PartKind | null;
}

/** A heading that was decided to open a part. */
export interface DecidedPart {
  readonly candidate: Candidate;
  readonly kind: PartKind;
  /** False when its words do not name the part. */
  readonly isSure: boolean;
  /** Whether its number counts on; true where it has none. */
  readonly isInOrder: boolean;
}

/** The parts of a report; where themes stand in place of the achievements, the line of the first one. */
export interface Decided {
  readonly parts: readonly DecidedPart[];
  readonly impliedAt: number | null;
}

/**
 * The headings of the parts' own level among those of one number style. 一、 is used for both levels
 * in some reports: an unnamed heading numbered 1, and those that count on from it, stand inside the
 * part above them.
 */
export function findTopLevel(ordered: readonly Candidate[]): readonly Candidate[] {
  const top: Candidate[] = [];
  const kinds = new Set<PartKind>();
  let lastTop = 0;
  let lastInner = 0;
  for (const candidate of ordered) {
    const ordinal = candidate.line.label?.ordinal ?? lastTop + 1;
    const isNext = ordinal === lastTop + 1;
    const isInnerNext = lastInner > 0 && ordinal === lastInner + 1;
    const { kind } = candidate;
    const isRepeated = kind !== null && kinds.has(kind);
    const isInner = kind === null ? isInnerNext || !isNext : !isNext && (isInnerNext || isRepeated);
    if (isInner && top.length > 0) {
      lastInner = ordinal;
      continue;
    }
    top.push(candidate);
    if (kind) kinds.add(kind);
    lastTop = ordinal;
    lastInner = 0;
  }
  return top;
}

const wholePart =
  /(?:举措|措施|做法)(?:[和及与、]|以及)?(?:取得的?)?(?:主要|突出|工作)?(?:成效|成果|成绩)?$/u;
/** What headings of themes begin with. */
const directive =
  /^(?:加强|强化|健全|提升|提高|落实|深化|坚持|完善|规范|优化|压实|抓实|统筹|严格|持续|着力|夯实|构建|创新|聚焦|突出|补齐|扎实|全面|认真|积极|切实|高度|狠抓|聚力|紧扣|立足)/u;

/** “加强队伍建设，执法成效显著”: the achievements’ words in what may be a theme. */
function isLikeTheme({ kind, reading: { heading } }: Candidate): boolean {
  if (kind !== 'achievements' || wholePart.test(heading)) return false;
  return heading.includes('，') || directive.test(heading);
}

const unnamed = (candidate: Candidate): Candidate => ({ ...candidate, kind: null, also: null });

/**
 * Words of a theme may happen to name the achievements or the leaders. Such a heading is a theme
 * when it stands among others: the achievements’ anywhere, the leaders’ only between two themes.
 */
function demoteThemes(top: readonly Candidate[]): readonly Candidate[] {
  const likeThemes = top.filter((candidate) => candidate.kind === null || isLikeTheme(candidate));
  const named = top.map((candidate) =>
    likeThemes.length > 1 && isLikeTheme(candidate) ? unnamed(candidate) : candidate,
  );
  const isUnnamed = (at: number) => named[at]?.kind === null;
  return named.map((candidate, at) =>
    candidate.kind === 'leadership' && isUnnamed(at - 1) && isUnnamed(at + 1)
      ? unnamed(candidate)
      : candidate,
  );
}

/** The first row of unnamed headings: from where, and how many. */
function findThemes(top: readonly Candidate[]): { readonly from: number; readonly count: number } {
  const from = top.findIndex(({ kind }) => kind === null);
  if (from < 0) return { from: top.length, count: 0 };
  const end = top.findIndex(({ kind }, at) => at > from && kind !== null);
  return { from, count: (end < 0 ? top.length : end) - from };
}

/** Whether the number of `top[at]` is the one after the heading before it. */
function isInOrder(top: readonly Candidate[], at: number): boolean {
  const ordinal = top[at]?.line.label?.ordinal;
  const before = top[at - 1]?.line;
  if (ordinal === undefined || (before && !before.label)) return true;
  // a heading printed twice carries its number twice
  if (before && before.body === top[at]?.line.body) return true;
  return ordinal === (before?.label?.ordinal ?? 0) + 1;
}

/**
 * Decides what each heading of the parts' level opens. Where none names the achievements, the first
 * row of unnamed headings is them: one alone is their heading under a slogan, several are their
 * themes. Any other unnamed heading is 其他.
 */
export function decideParts(level: readonly Candidate[]): Decided {
  const top = demoteThemes(level);
  const hasAchievements = top.some(({ kind }) => kind === 'achievements');
  const hasNamed = top.some(({ kind }) => kind !== null);
  const { from, count } = findThemes(top);
  const isTheme = (at: number) => !hasAchievements && at >= from && at < from + count;
  const isSlogan = count === 1 && hasNamed;
  const parts = top.flatMap((candidate, at): DecidedPart[] => {
    const { kind } = candidate;
    const decided = { candidate, isInOrder: isInOrder(top, at) };
    if (kind) return [{ ...decided, kind, isSure: true }];
    if (!isTheme(at)) return [{ ...decided, kind: 'other', isSure: false }];
    return isSlogan ? [{ ...decided, kind: 'achievements', isSure: false }] : [];
  });
  const first = top[from];
  const isImplied = !hasAchievements && first !== undefined && !isSlogan;
  return { parts, impliedAt: isImplied ? first.index : null };
}
