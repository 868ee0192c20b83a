import { partKindNames } from '../api/index.ts';
import { scanMeasuredNumbers } from '../figures/index.ts';
import {
  blockText,
  type Part,
  type PartKind,
  type Report,
  requiredPartKinds,
} from '../model/index.ts';
import type { Unit } from '../packs/index.ts';
import {
  type CompareShortcomings,
  type Comparison,
  type CompiledReviewWords,
  type IsWholePoint,
  isBlank,
  isWordless,
} from '../shortcomings/index.ts';
import type { LeadersTold } from './leaders.ts';
import type { PieceReview, Remark, RemarkKind, ShareRange } from './review.ts';

/** What remarks are made with. */
export interface Judges {
  readonly words: CompiledReviewWords;
  readonly unit: Pick<Unit, 'words'>;
  readonly compare: CompareShortcomings;
  readonly isWholePoint: IsWholePoint;
  readonly leadersIn: (text: string) => LeadersTold;
  readonly hasFigure: (text: string) => boolean;
}

/** Shorter shortcomings are a mere line. @source regulations.md 9.5 */
const leastShortcomings = 150;
/** A section of what was done from which a figure may be expected. */
const leastForFigures = 80;
/** Shares say something of a report that is as good as written. */
const leastForShares = 1000;
/** How much of last year's length is still no remarkable loss, and how many characters are none. */
const shorterThan = 0.5;
const leastLoss = 150;

/** True when a text holds a number with a unit. */
export function hasMeasure(text: string): boolean {
  return scanMeasuredNumbers(text).length > 0;
}

type About = Partial<Pick<Remark, 'sectionId' | 'quote' | 'blockId'>>;

function remark(kind: RemarkKind, part: Part, text: string, about: About = {}): Remark {
  const whole = { sectionId: null, quote: '', blockId: null };
  return { kind, part: part.kind, partId: part.id, ...whole, ...about, text };
}

/** All words of a part but its own heading. */
function textOf(part: Part): string {
  return [
    ...part.blocks.map(blockText),
    ...part.sections.flatMap(({ heading, blocks }) => [heading, ...blocks.map(blockText)]),
  ].join('\n');
}

/** Required parts that are not there. */
export function remarkMissing(report: Report): readonly Remark[] {
  const kinds = new Set<PartKind>(report.parts.map(({ kind }) => kind));
  return requiredPartKinds
    .filter((kind) => !kinds.has(kind))
    .map((kind) => ({
      kind: 'part-missing',
      part: kind,
      partId: null,
      sectionId: null,
      quote: '',
      blockId: null,
      text: `还缺“${partKindNames[kind]}”这一部分。`,
    }));
}

function remarkEmpty(part: Part, isWholePoint: IsWholePoint): readonly Remark[] {
  if (isWordless(part, isWholePoint)) return [remark('empty', part, '这一部分还没有内容。')];
  return part.sections
    .filter((section) => isBlank(section.blocks) && !isWholePoint(part.kind, section))
    .map(({ id, heading }) =>
      remark('empty', part, `${quote(heading)}下面还没有内容。`, { sectionId: id }),
    );
}

function remarkShortcomings(part: Part, size: number, isCauseless: boolean): readonly Remark[] {
  const noCauses = '只写了不足，还没有写原因。可以在每一条后面说明主要原因。';
  const thin = `这一部分只有 ${size} 字，偏简略。可以写清问题的表现和原因。`;
  return [
    ...(isCauseless ? [remark('no-causes', part, noCauses)] : []),
    ...(size < leastShortcomings ? [remark('thin-shortcomings', part, thin)] : []),
  ];
}

/** Shortcomings without a word on why, where others have one. */
function remarkCauses(part: Part, { problems, causeless }: Comparison): readonly Remark[] {
  if (causeless.length === problems.length) return [];
  return causeless
    .filter(({ partId }) => partId === part.id)
    .map(({ sectionId, blockId, head }) =>
      remark('no-causes', part, `${quote(head)}，还没有写原因。`, {
        sectionId,
        blockId,
        quote: head,
      }),
    );
}

/** True when nothing of the part tells why; point by point where its points are known. */
function lacksCauses(part: Part, { problems, causeless }: Comparison, words: CompiledReviewWords) {
  return problems.length > 0
    ? causeless.length === problems.length
    : !words.causes.test(textOf(part));
}

function remarkFaults(part: Part, compared: Comparison, words: CompiledReviewWords) {
  const size = [...textOf(part).replace(/\s+/gu, '')].length;
  return [
    ...remarkShortcomings(part, size, lacksCauses(part, compared, words)),
    ...remarkCauses(part, compared),
  ];
}

/** Shortcomings that no measure of the plan is about. */
export function remarkPlan(report: Report, { compare }: Judges): readonly Remark[] {
  const { problems, unanswered: open, hasPlan } = compare(report);
  if (!hasPlan || problems.length === 0) return [];
  const partOf = (id: string) => report.parts.find((part) => part.id === id);
  const plan = report.parts.find(({ kind }) => kind === 'plan') ?? partOf(open[0]?.partId ?? '');
  const isNone = open.length === problems.length;
  const none = `写了 ${problems.length} 条不足，下一年度的安排里都没有对应的措施。`;
  return [
    ...(isNone && plan ? [remark('plan-answers-none', plan, none)] : []),
    ...open.flatMap(({ partId, sectionId, blockId, head }) => {
      const part = partOf(partId);
      const text = `${quote(head)}，下一年度的安排里还没有对应的措施。`;
      return part
        ? [remark('plan-leaves-open', part, text, { sectionId, blockId, quote: head })]
        : [];
    }),
  ];
}

function remarkLeaders(part: Part, { leadersIn, unit }: Judges): readonly Remark[] {
  const told = leadersIn(textOf(part));
  const secretary = unit.words['secretary'] ?? '书记';
  const head = unit.words['head'] ?? '行政主要负责人';
  if (told.both || (told.secretary && told.head)) return [];
  if (!told.secretary && !told.head) {
    const text = `这一部分写的是单位的工作，还没有写${secretary}和${head}本人做了什么，例如主持会议、听取汇报、讲法治课。`;
    return [remark('no-own-acts', part, text)];
  }
  const [said, open] = told.secretary ? [secretary, head] : [head, secretary];
  return [remark('one-leader', part, `写了${said}本人做的事，还没有写${open}做了什么。`)];
}

/** Words in quotation marks; those within get the inner ones. */
const quote = (words: string) => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** More sections than these are told of in one remark. */
const mostSections = 3;

function remarkFigures(part: Part, judges: Judges, pieces: PieceById): readonly Remark[] {
  const bare = part.sections.filter(({ id, blocks }) => {
    const size = pieces.get(id)?.characters ?? 0;
    return size >= leastForFigures && !blocks.some((block) => judges.hasFigure(blockText(block)));
  });
  if (bare.length > mostSections) {
    const names = bare.slice(0, mostSections).map(({ heading }) => quote(heading));
    const text = `有 ${bare.length} 条没有一个数字，例如${names.join('、')}，可以补上次数、件数或人数。`;
    return [remark('no-figures', part, text)];
  }
  return bare.map(({ id, heading }) =>
    remark('no-figures', part, `${quote(heading)}没有一个数字，可以补上次数、件数或人数。`, {
      sectionId: id,
    }),
  );
}

type PieceById = ReadonlyMap<string, PieceReview>;

const percent = (share: number) => `${Math.round(share * 100)}%`;

function remarkShare(part: Part, share: number, usual: ShareRange): readonly Remark[] {
  const range = `通常占 ${percent(usual.from)} 到 ${percent(usual.to)}`;
  const told = `这一部分占全文 ${percent(share)}，${range}`;
  if (share < usual.from * 0.6) return [remark('share-low', part, `${told}，可以再充实一些。`)];
  if (share > Math.min(usual.to * 1.5, usual.to + 0.2)) {
    return [remark('share-high', part, `${told}，可以精简一些。`)];
  }
  return [];
}

function isFarShorter({ characters, lastYear }: PieceReview): boolean {
  if (lastYear === null || characters === 0) return false;
  return characters < lastYear * shorterThan && lastYear - characters >= leastLoss;
}

function remarkShorter(part: Part, pieces: PieceById): readonly Remark[] {
  const say = (id: string, what: string, sectionId: string | null) => {
    const piece = pieces.get(id);
    if (!piece || !isFarShorter(piece)) return [];
    const text = `${what} ${piece.characters} 字，上年 ${piece.lastYear} 字，少了一半以上。请看有没有漏写。`;
    return [remark('shorter', part, text, { sectionId })];
  };
  const whole = say(part.id, '这一部分', null);
  if (whole.length > 0) return whole;
  return part.sections
    .filter(({ blocks }) => !isBlank(blocks))
    .flatMap(({ id, heading }) => say(id, quote(heading), id));
}

/** True when every required part has words enough for their shares to mean something. */
function isWritten(report: Report, characters: number, isWhole: IsWholePoint): boolean {
  const filled = new Set(
    report.parts.filter((part) => !isWordless(part, isWhole)).map(({ kind }) => kind),
  );
  return characters >= leastForShares && requiredPartKinds.every((kind) => filled.has(kind));
}

/** What may be said of each part that is there, in reading order. */
export function remarkParts(
  report: Report,
  pieces: readonly PieceReview[],
  judges: Judges,
): readonly Remark[] {
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const whole = report.parts.reduce((sum, { id }) => sum + (byId.get(id)?.characters ?? 0), 0);
  const countsShares = isWritten(report, whole, judges.isWholePoint);
  const kinds = Map.groupBy(report.parts, ({ kind }) => kind);
  return report.parts.flatMap((part) => {
    const empty = remarkEmpty(part, judges.isWholePoint);
    if (isWordless(part, judges.isWholePoint)) return empty;
    const { usual, share } = byId.get(part.id) ?? { usual: null, share: 0 };
    const isOnly = kinds.get(part.kind)?.length === 1;
    return [
      ...empty,
      ...(part.kind === 'shortcomings'
        ? remarkFaults(part, judges.compare(report), judges.words)
        : []),
      ...(part.kind === 'leadership' ? remarkLeaders(part, judges) : []),
      ...(part.kind === 'achievements' ? remarkFigures(part, judges, byId) : []),
      ...(usual && countsShares && isOnly ? remarkShare(part, share, usual) : []),
      ...remarkShorter(part, byId),
    ];
  });
}
