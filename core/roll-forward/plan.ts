import type { Report } from '../model/index.ts';
import { findYearMentions, type YearMention } from './years.ts';

/** A text of a report that can hold a year: a field of the front, a heading, a paragraph or a cell. */
export interface RollTarget {
  /** Id of the part, section or block; `front` for title, addressee and preamble heading. */
  readonly id: string;
  readonly field: 'title' | 'addressee' | 'heading' | 'text' | `cell-${number}-${number}`;
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

/** Every text of a report that rolling forward looks at, with its target. */
export function listTexts(report: Report): readonly (RollTarget & { readonly text: string })[] {
  const blocks = (list: Report['preamble']) =>
    list.flatMap((block) =>
      block.type === 'table'
        ? block.rows.flatMap((row, r) =>
            row.map((text, c) => ({ id: block.id, field: `cell-${r}-${c}` as const, text })),
          )
        : [{ id: block.id, field: 'text' as const, text: block.text }],
    );
  return [
    { id: 'front', field: 'title', text: report.title },
    { id: 'front', field: 'addressee', text: report.addressee },
    ...blocks(report.preamble),
    ...report.parts.flatMap((part) => [
      { id: part.id, field: 'heading' as const, text: part.heading },
      ...blocks(part.blocks),
      ...part.sections.flatMap((section) => [
        { id: section.id, field: 'heading' as const, text: section.heading },
        ...blocks(section.blocks),
      ]),
    ]),
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
