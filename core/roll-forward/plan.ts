import type { Block, Report } from '../model/index.ts';
import { findYearMentions, type YearMention } from './years.ts';

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

/** One year in the old report and what rolling forward makes of it. */
export interface RollChange extends YearMention {
  /** Stable within a plan, so that a change can be refused by it. */
  readonly key: string;
  readonly target: RollTarget;
  /** The whole text the year stands in. */
  readonly text: string;
}

/** What rolling `base` forward to `toYear` would change, and what it would leave. */
export interface RollPlan {
  readonly fromYear: number;
  readonly toYear: number;
  readonly changes: readonly RollChange[];
}

type TargetText = RollTarget & { readonly text: string };

function listBlockTexts(block: Block): readonly TargetText[] {
  if (block.type !== 'table') return [{ id: block.id, field: 'text', text: block.text }];
  return block.rows.flatMap((row, r) =>
    row.map((text, c): TargetText => ({ id: block.id, field: `cell-${r}-${c}`, text })),
  );
}

/** Every text of a report that rolling forward looks at, with its target. */
export function listTexts(report: Report): readonly TargetText[] {
  const underHeading = (id: string, text: string, blocks: readonly Block[]): TargetText[] => [
    { id, field: 'heading', text },
    ...blocks.flatMap(listBlockTexts),
  ];
  return [
    { id: 'front', field: 'title', text: report.title },
    { id: 'front', field: 'addressee', text: report.addressee },
    ...report.preamble.flatMap(listBlockTexts),
    ...report.parts.flatMap((part) => [
      ...underHeading(part.id, part.heading, part.blocks),
      ...part.sections.flatMap(({ id, heading, blocks }) => underHeading(id, heading, blocks)),
    ]),
    ...report.closing.attachments.map(
      (text, index): TargetText => ({ id: 'closing', field: `attachment-${index}`, text }),
    ),
  ];
}

/**
 * Plans the roll forward of `base`; nothing is changed.
 * @param toYear later than the base's year
 */
export function planRoll(base: Report, toYear: number): RollPlan {
  const delta = toYear - base.year;
  const changes = listTexts(base).flatMap(({ id, field, text }) =>
    findYearMentions(text, base.year, delta).map((mention) => ({
      ...mention,
      key: `${id}/${field}/${mention.start}`,
      target: { id, field },
      text,
    })),
  );
  return { fromYear: base.year, toYear, changes };
}
