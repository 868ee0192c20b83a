import type { Notice } from '../api/notice.ts';
import type { Discarded } from '../api/shapes.ts';
import {
  buildReport,
  type CreateId,
  type PartKind,
  type Report,
  requiredPartKinds,
} from '../model/index.ts';
import { createKindOf, fillWording, type TemplatePack } from '../packs/index.ts';
import { type BodyOptions, readBody } from './body.ts';
import { clean } from './clean.ts';
import { readClosing } from './closing.ts';
import { cutCover } from './cover.ts';
import type { Decision } from './decision.ts';
import { readFront, settleDate, settlePlace } from './front.ts';
import { findReportYear, identify } from './identity.ts';
import { decide, toDecision } from './judgement.ts';
import { createIsOrgan } from './organ.ts';
import type { SourceBlock } from './source.ts';

/** How a foreign text is read. */
export interface SegmentOptions {
  readonly createId: CreateId;
  /** Part headings are recognised by this template's patterns. */
  readonly template: TemplatePack;
  /** Year of a report that names none. */
  readonly fallbackYear: number;
}

/** A report read from a foreign text, and everything that needs a look. */
export interface Segmented {
  readonly report: Report;
  /** Words of the source that did not go into the report, in their order. */
  readonly discarded: readonly Discarded[];
  readonly notices: readonly Notice[];
  /** Source line of each part, section and block, by id. */
  readonly lines: ReadonlyMap<string, number>;
  /**
   * What each line became: those of the report in reading order, then one for each discarded line.
   * Each doubtful one has a notice at its line, and each notice with a line has a doubtful one.
   */
  readonly decisions: readonly Decision[];
}

function missingParts(report: Report): readonly Notice[] {
  const kinds = new Set<PartKind>(report.parts.map((part) => part.kind));
  return requiredPartKinds
    .filter((kind) => !kinds.has(kind))
    .map((part) => ({ code: 'segment/part-missing', part }));
}

/** A reader of part headings, and the template's own heading where the source implies a part. */
function createBodyOptions(options: SegmentOptions, year: number | null): BodyOptions {
  const { template, createId } = options;
  const named = year ?? options.fallbackYear;
  return {
    createId,
    kindOf: createKindOf(template, year),
    headingFor: (kind) => {
      const wording = template.parts.find((part) => part.kind === kind)?.heading ?? '';
      return fillWording(wording, { year: String(named), nextYear: String(named + 1) });
    },
  };
}

const byLine = (a: { readonly line: number }, b: { readonly line: number }) => a.line - b.line;

/**
 * Reads a foreign text as a report: every word of the source is in the report or in `discarded`.
 * Only blanks at the ends of lines, numbers of headings and their closing 。 are dropped, since
 * the app sets these itself. Doubts become notices; nothing is refused.
 */
export function segment(source: readonly SourceBlock[], options: SegmentOptions): Segmented {
  const isOrgan = createIsOrgan(options.template.signers ?? []);
  const cleaned = clean(source, createKindOf(options.template, null), isOrgan);
  const { kept, dropped: cover } = cutCover(cleaned.lines);
  const top = readFront(kept, isOrgan);
  const rest = kept.slice(top.used);
  const tail = readClosing(rest, isOrgan);
  const front = settlePlace(top, tail.closing.signature);
  const inner = rest.slice(0, tail.remaining);
  const signedDate = tail.closing.signedDate ?? front.signedDate;
  const date = settleDate(front, tail.closing.signedDate !== null);
  const year = findReportYear(front.title, inner, signedDate);
  const body = readBody(inner, createBodyOptions(options, year));
  const identity = identify(front, tail.closing.signature, body, year);
  const report = buildReport(year ?? options.fallbackYear, {
    issuers: identity.issuers,
    title: front.title,
    addressee: front.addressee,
    preambleHeading: front.preambleHeading,
    preamble: body.preamble,
    parts: body.parts,
    closing: { ...tail.closing, signedDate },
  });
  const dropped = [cleaned, { dropped: cover }, front, date, body, tail]
    .flatMap((stage) => stage.dropped)
    .toSorted(byLine);
  const verdicts = [
    ...[front, date, body, tail].flatMap((stage) => stage.verdicts),
    ...dropped.map(({ line, judgement }) => decide(null, line, judgement)),
  ];
  return {
    report,
    discarded: dropped.map(({ line, text }) => ({ line, text })),
    notices: [
      ...cleaned.notices,
      ...identity.notices,
      ...verdicts.flatMap(({ doubts }) => doubts).toSorted(byLine),
      ...body.notices,
      ...missingParts(report),
    ],
    lines: body.lines,
    decisions: verdicts.map(toDecision),
  };
}
