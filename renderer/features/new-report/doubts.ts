import type { Notice, NoticeCode } from '../../../core/api/index.ts';
import type { Report } from '../../../core/model/index.ts';
import type { SourceBlock } from '../../../core/segment/index.ts';
import { describeNotice } from '../../messages.ts';
import type { Span } from './link-lines.ts';
import type { OutlineRow } from './outline-rows.ts';

/** Doubts of a reading: by the line of the structure they concern, and those of the whole. */
export interface Doubts {
  readonly byRow: ReadonlyMap<string, readonly Notice[]>;
  readonly ofWhole: readonly Notice[];
}

/** Two or three words for the doubts that stand beside what they concern. */
const shortLabels: Partial<Record<NoticeCode, string>> = {
  'segment/part-by-meaning': '按词义判断',
  'segment/part-repeated': '这一部分出现两次',
  'segment/heading-without-label': '无编号，按小标题读',
  'segment/label-irregular': '序号写法不规范',
  'segment/label-out-of-order': '序号不连续',
  'segment/split-one-line': '从连成一行的文字分出',
};

/** A doubt in the space of a chip; one that has no short form in its whole words. */
export function labelDoubt(notice: Notice): string {
  return shortLabels[notice.code] ?? describeNotice(notice);
}

function findRow(
  notice: Notice,
  rows: readonly OutlineRow[],
  spans: ReadonlyMap<string, Span>,
  source: readonly SourceBlock[],
): string | null {
  if (notice.code === 'segment/title-missing') return 'title';
  if (!('line' in notice)) return null;
  const onLine = rows.filter(({ key }) => {
    const span = spans.get(key);
    return span !== undefined && source[span.block]?.line === notice.line;
  });
  const named =
    'text' in notice ? onLine.find(({ text }) => text && notice.text.includes(text)) : undefined;
  return (named ?? onLine[0])?.key ?? null;
}

/** Puts each notice to the line it concerns. */
export function placeDoubts(
  notices: readonly Notice[],
  rows: readonly OutlineRow[],
  spans: ReadonlyMap<string, Span>,
  source: readonly SourceBlock[],
): Doubts {
  const byRow = new Map<string, readonly Notice[]>();
  const ofWhole: Notice[] = [];
  for (const notice of notices) {
    const key = findRow(notice, rows, spans, source);
    if (key === null) ofWhole.push(notice);
    else byRow.set(key, [...(byRow.get(key) ?? []), notice]);
  }
  return { byRow, ofWhole };
}

/** The doubts that are left once the writer has put something right: a missing title was written. */
export function leaveOpenDoubts(doubts: Doubts, { title }: Pick<Report, 'title'>): Doubts {
  if (title.trim() === '') return doubts;
  const byRow = [...doubts.byRow]
    .map(([key, notices]) => {
      const open = notices.filter(({ code }) => code !== 'segment/title-missing');
      return [key, open] as const;
    })
    .filter(([, notices]) => notices.length > 0);
  return { ...doubts, byRow: new Map(byRow) };
}
