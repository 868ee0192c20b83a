import type { Notice, NoticeCode } from '../../../core/api/index.ts';
import { type Claim, type ClaimLine, kindOfPart, wordsOf } from '../../../core/claim/index.ts';
import { parseHeadingLabel } from '../../../core/numbering/index.ts';
import type { Decision } from '../../../core/segment/index.ts';
import { describeNotice, partKindNames } from '../../messages.ts';
import { listOutlineRows } from './outline-rows.ts';

/** A doubt of the reading at the line it concerns. */
export interface Doubt {
  /** Stays the same while the line may change. */
  readonly key: string;
  readonly lineId: string;
  readonly notice: Notice;
}

/** Doubts of a reading in the order of its lines, and those of the whole. */
export interface Doubts {
  readonly atLines: readonly Doubt[];
  readonly ofWhole: readonly Notice[];
}

/** Two or three words for the doubts that stand beside what they concern. */
const shortLabels: Partial<Record<NoticeCode, string>> = {
  'segment/title-missing': '原文没有标题',
  'segment/part-by-meaning': '按词义判断',
  'segment/part-repeated': '这一部分出现两次',
  'segment/part-merged': '一个标题写了两部分',
  'segment/part-implied': '没有写部分的标题',
  'segment/other-paper': '像是另一种文件',
  'segment/secrecy-mark': '原件标有密级',
  'segment/heading-without-label': '无编号，按小标题读',
  'segment/label-irregular': '序号写法不规范',
  'segment/label-out-of-order': '序号不连续',
  'segment/split-one-line': '从连成一行的文字分出',
};

/** The number with which a line of the source begins; null when there is none. */
function labelOf(text: string): string | null {
  return parseHeadingLabel(text.trim())?.raw.trim() ?? null;
}

/** A doubt in the space of a chip; one that has no short form in its whole words. */
export function labelDoubt(notice: Notice): string {
  const label = notice.code === 'segment/label-out-of-order' ? labelOf(notice.text) : null;
  if (label !== null) return `原文序号“${label}”，不连续`;
  return shortLabels[notice.code] ?? describeNotice(notice);
}

/** What answers a doubt besides confirming it. */
export type DoubtAnswer = 'lower' | 'kind' | 'merge' | 'edit';

const answers: Partial<Record<NoticeCode, DoubtAnswer>> = {
  'segment/title-missing': 'edit',
  'segment/part-by-meaning': 'kind',
  'segment/part-repeated': 'kind',
  'segment/part-merged': 'kind',
  'segment/heading-without-label': 'lower',
  'segment/split-one-line': 'merge',
};

/** What answers a doubt besides confirming it; null when nothing but a look is asked. */
export function answerOf({ code }: Notice): DoubtAnswer | null {
  return answers[code] ?? null;
}

function indexByLine(claim: Claim): ReadonlyMap<number, readonly ClaimLine[]> {
  const found = new Map<number, ClaimLine[]>();
  for (const line of claim.lines) {
    if (line.role === 'discarded') continue;
    for (const number of new Set(line.spans.map(({ block }) => claim.source[block]?.line ?? -1))) {
      const others = found.get(number);
      if (others) others.push(line);
      else found.set(number, [line]);
    }
  }
  return found;
}

/** Puts each notice to the line it concerns: where reading told which, there, else by its words. */
export function placeDoubts(
  notices: readonly Notice[],
  claim: Claim,
  decisions: readonly Decision[] = [],
): Doubts {
  const byLine = indexByLine(claim);
  const doubtful = new Set(
    decisions.flatMap(({ target, confidence }) => (confidence === 'doubtful' ? [target] : [])),
  );
  const order = new Map(claim.lines.map(({ id }, index) => [id, index]));
  const find = (notice: Notice): string | null => {
    if (notice.code === 'segment/title-missing') {
      return claim.lines.find(({ role }) => role === 'title')?.id ?? null;
    }
    if (!('line' in notice)) return null;
    const onLine = byLine.get(notice.line) ?? [];
    const told = onLine.find(({ id }) => doubtful.has(id));
    const named =
      'text' in notice
        ? onLine.find((line) => wordsOf(line) !== '' && notice.text.includes(wordsOf(line)))
        : undefined;
    return (named ?? told ?? onLine[0])?.id ?? null;
  };
  const placed = notices.map((notice) => ({ notice, lineId: find(notice) }));
  const atLines = placed.flatMap(({ notice, lineId }): Doubt[] =>
    lineId === null ? [] : [{ key: `${notice.code} ${lineId}`, lineId, notice }],
  );
  return {
    atLines: atLines.toSorted((a, b) => (order.get(a.lineId) ?? 0) - (order.get(b.lineId) ?? 0)),
    ofWhole: placed.flatMap(({ notice, lineId }) => (lineId === null ? [notice] : [])),
  };
}

/** Whether a line is still as it was read, so that a doubt of it still stands. */
function isUntouched(line: ClaimLine, opened: ClaimLine): boolean {
  return (
    line === opened ||
    (line.role === opened.role &&
      line.kind === opened.kind &&
      line.runIn === opened.runIn &&
      wordsOf(line) === wordsOf(opened))
  );
}

/** The lines whose printed number is that of the source, of those whose number was doubted. */
function listNumberedAsInSource(doubts: readonly Doubt[], claim: Claim): ReadonlySet<string> {
  const sources = new Map(
    doubts.flatMap(({ lineId, notice }) =>
      notice.code === 'segment/label-out-of-order' ? [[lineId, notice.text.trim()] as const] : [],
    ),
  );
  if (sources.size === 0) return new Set();
  const rows = listOutlineRows(claim, false).filter(({ key, label }) => {
    const source = sources.get(key);
    if (source === undefined) return false;
    const [written, printed] = [parseHeadingLabel(source), parseHeadingLabel(label)];
    return written?.ordinal === printed?.ordinal && written?.style === printed?.style;
  });
  return new Set(rows.map(({ key }) => key));
}

/** The doubts nobody has answered: neither confirmed, nor was their line changed or left out. */
export function listOpenDoubts(
  doubts: readonly Doubt[],
  {
    opened,
    claim,
    confirmed,
  }: { readonly opened: Claim; readonly claim: Claim; readonly confirmed: ReadonlySet<string> },
): readonly Doubt[] {
  if (doubts.length === 0) return doubts;
  const concerned = new Set(doubts.map(({ lineId }) => lineId));
  const pick = ({ lines }: Claim) =>
    new Map(lines.filter(({ id }) => concerned.has(id)).map((line) => [line.id, line]));
  const [now, before] = [pick(claim), pick(opened)];
  const inOrder = listNumberedAsInSource(doubts, claim);
  const atFirst = inOrder.size === 0 ? inOrder : listNumberedAsInSource(doubts, opened);
  return doubts.filter(({ key, lineId, notice }) => {
    // the heading that was missing before it has been made
    if (notice.code === 'segment/label-out-of-order' && inOrder.has(lineId) && !atFirst.has(lineId))
      return false;
    const [line, read] = [now.get(lineId), before.get(lineId)];
    return (
      line !== undefined && read !== undefined && !confirmed.has(key) && isUntouched(line, read)
    );
  });
}

/** What is said of the whole: the parts that are missing in one sentence, and what becomes of them. */
export function describeWhole(notices: readonly Notice[]): readonly string[] {
  const missing = notices.flatMap((notice) =>
    notice.code === 'segment/part-missing' ? [`“${partKindNames[notice.part]}”`] : [],
  );
  const others = notices.filter(({ code }) => code !== 'segment/part-missing').map(describeNotice);
  if (missing.length === 0) return others;
  return [
    ...others,
    `没有读到${missing.join('')}部分。原文有的，请把它的标题改为“部分”；没有的，草稿里会补上标题。`,
  ];
}

/** The notices of the whole that still hold: a part that was missing may have been made meanwhile. */
export function listOpenNotices(notices: readonly Notice[], claim: Claim): readonly Notice[] {
  const parts = claim.lines.filter(({ role }) => role === 'part');
  const kinds = new Set(parts.map((line) => kindOfPart(claim, line)));
  return notices.filter((notice) => {
    if (notice.code === 'segment/no-parts') return parts.length === 0;
    if (notice.code === 'segment/part-missing') return !kinds.has(notice.part);
    if (notice.code === 'segment/issuer-missing') return claim.issuers.length === 0;
    return true;
  });
}
