import type { Place } from '../api/shapes.ts';
import type { Block, PartKind, Report } from '../model/index.ts';
import { formatHeadingLabel } from '../numbering/index.ts';
import { findCounts } from './counts.ts';
import { findCycles, findYearPhrases } from './cycles.ts';
import { compileKnowledge, type Knowledge, type RollPacks } from './knowledge.ts';
import { findMeetings } from './meetings.ts';
import { type Mention, type RollContext, sentenceAt, settleOverlaps } from './mention.ts';
import { findOutlineCitations } from './outline-citation.ts';
import { findDateRanges, findListedYears, findPeriods } from './periods.ts';
import { findTitles, findYearlyTitles } from './titles.ts';
import { findYears } from './years.ts';

/** A text of a report that can hold a year: a field of the front, a heading, a paragraph or a cell. */
export interface RollTarget {
  /** Id of the part, section or block; `front` for title and addressee, `closing` for attachments. */
  readonly id: string;
  readonly field:
    | 'title'
    | 'addressee'
    | 'heading'
    | 'text'
    | `cell-${number}-${number}`
    | `attachment-${number}`;
}

/** Words of the old report and what rolling forward makes of them. */
export type RollChange = Mention & {
  /** Stable while the text is, so that a choice can name it. */
  readonly key: string;
  readonly target: RollTarget;
  /** The whole text the words stand in. */
  readonly text: string;
  readonly place: Place;
  /** The heading it stands under with its number, or 标题, 主送机关, 引言, 附件. */
  readonly where: string;
};

/** What rolling `base` forward to `toYear` would change, what it asks, and what it would leave; in reading order. */
export interface RollPlan {
  readonly fromYear: number;
  readonly toYear: number;
  readonly changes: readonly RollChange[];
}

/** The part and section a text stands in; null outside of them. */
export interface Surroundings {
  readonly partId: string | null;
  readonly sectionId: string | null;
  readonly partKind: PartKind | null;
  /** As {@link RollChange} tells it. */
  readonly where: string;
}

/** A text with its target and where it stands. */
export type TargetText = RollTarget & { readonly text: string; readonly within: Surroundings };

const outside = (where: string): Surroundings => ({
  partId: null,
  sectionId: null,
  partKind: null,
  where,
});

function listBlockTexts(block: Block, within: Surroundings): readonly TargetText[] {
  if (block.type !== 'table') return [{ id: block.id, field: 'text', text: block.text, within }];
  return block.rows.flatMap((row, r) =>
    row.map((text, c): TargetText => ({ id: block.id, field: `cell-${r}-${c}`, text, within })),
  );
}

/** Every text of a report that rolling forward looks at, with its target. */
export function listTexts(report: Report): readonly TargetText[] {
  const underHeading = (
    id: string,
    text: string,
    blocks: readonly Block[],
    within: Surroundings,
  ): TargetText[] => [
    { id, field: 'heading', text, within },
    ...blocks.flatMap((block) => listBlockTexts(block, within)),
  ];
  return [
    { id: 'front', field: 'title', text: report.title, within: outside('标题') },
    { id: 'front', field: 'addressee', text: report.addressee, within: outside('主送机关') },
    ...report.preamble.flatMap((block) => listBlockTexts(block, outside('引言'))),
    ...report.parts.flatMap((part, index) => {
      const { id: partId, kind: partKind } = part;
      const where = `${formatHeadingLabel(1, index + 1)}${part.heading}`;
      const inPart = { partId, sectionId: null, partKind, where };
      return [
        ...underHeading(partId, part.heading, part.blocks, inPart),
        ...part.sections.flatMap(({ id, heading, blocks }, place) =>
          underHeading(id, heading, blocks, {
            ...inPart,
            sectionId: id,
            where: `${formatHeadingLabel(2, place + 1)}${heading}`,
          }),
        ),
      ];
    }),
    ...report.closing.attachments.map(
      (text, index): TargetText => ({
        id: 'closing',
        field: `attachment-${index}`,
        text,
        within: outside('附件'),
      }),
    ),
  ];
}

/** Any digit or sign without which nothing of interest stands in a text. */
const promising = /[\d０-９〇○零五届大年]/u;

/**
 * The words of one text that rolling forward looks at, in reading order; none touches another.
 * What knows more of the words comes first: a whole phrase before the year in it.
 */
export function findMentions(
  text: string,
  context: RollContext,
  knowledge: Knowledge,
): readonly Mention[] {
  if (!promising.test(text)) return [];
  const titles = findTitles(text);
  return settleOverlaps([
    ...findOutlineCitations(text, context, knowledge),
    ...findDateRanges(text, titles, context),
    ...findPeriods(text, titles, context, knowledge),
    ...findYearlyTitles(text, titles, context),
    ...findListedYears(text, titles, context),
    ...findYearPhrases(text, titles, context, knowledge),
    ...findCounts(text, titles, context),
    ...findCycles(text, titles, context, knowledge),
    ...findMeetings(text, titles, context, knowledge),
    ...findYears(text, titles, context),
  ]);
}

/** Characters of the words in a key: enough to see that a text was changed. */
const keyWords = 40;

/**
 * Plans the roll forward of `base`; nothing is changed.
 * @param toYear later than the base's year
 * @param packs those of the new year
 */
export function planRoll(base: Report, toYear: number, packs: RollPacks): RollPlan {
  const knowledge = compileKnowledge(packs);
  const { year: fromYear } = base;
  const changes = listTexts(base).flatMap(({ id, field, text, within }) => {
    const { partId, sectionId, partKind, where } = within;
    const isBlock = field === 'text' || field.startsWith('cell-');
    return findMentions(text, { fromYear, toYear, partKind }, knowledge).map((mention) => ({
      ...mention,
      key: `${id}/${field}/${mention.start}/${mention.from.slice(0, keyWords)}`,
      target: { id, field },
      text,
      place: {
        partId,
        sectionId,
        blockId: isBlock ? id : null,
        quote: sentenceAt(text, mention.start),
      },
      where,
    }));
  });
  return { fromYear, toYear, changes };
}
