import type { Discarded } from '../api/contract.ts';
import type { Notice } from '../api/notice.ts';
import {
  buildReport,
  type CreateId,
  type PartKind,
  type Report,
  requiredPartKinds,
} from '../model/index.ts';
import { createKindOf, fillWording, type TemplatePack } from '../packs/index.ts';
import { readBody } from './body.ts';
import { readClosing } from './closing.ts';
import type { Decision } from './decision.ts';
import { readFront } from './front.ts';
import { findReportYear, identify } from './identity.ts';
import { type Line, toLines, toTextLine } from './line.ts';
import { splitOneLine } from './one-line.ts';
import { isMetadataTable, isResidue, removeInlineResidue, wordsOf } from './residue.ts';
import type { SourceBlock } from './source.ts';
import { cutSurroundings } from './surroundings.ts';
import { unwrap } from './unwrap.ts';
import { joinWrappedHeadings } from './wrapped-heading.ts';

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
  readonly decisions: readonly Decision[];
}

interface Cleaned {
  readonly lines: readonly Line[];
  readonly discarded: readonly Discarded[];
  readonly notices: readonly Notice[];
}

function clean(source: readonly SourceBlock[]): Cleaned {
  const lines: Line[] = [];
  const discarded: Discarded[] = [];
  const notices: Notice[] = [];
  const { blocks, joined } = unwrap(source);
  if (joined > 0) notices.push({ code: 'segment/lines-joined', count: joined });
  for (const line of toLines(blocks)) {
    if (line.kind === 'table') {
      if (isMetadataTable(line.rows)) discarded.push({ line: line.line, text: wordsOf(line) });
      else lines.push(line);
      continue;
    }
    const { text, removed } = removeInlineResidue(line.text);
    discarded.push(...removed.map((words) => ({ line: line.line, text: words })));
    if (!text) continue;
    if (isResidue(text)) {
      discarded.push({ line: line.line, text });
      continue;
    }
    const pieces = splitOneLine(text);
    if (pieces.length > 1) {
      notices.push({ code: 'segment/split-one-line', line: line.line, pieces: pieces.length });
    }
    lines.push(...pieces.map((piece) => toTextLine(line.line, piece, line.hints)));
  }
  const { kept, cut } = cutSurroundings(lines);
  discarded.push(...cut.map((line) => ({ line: line.line, text: wordsOf(line) })));
  return { lines: joinWrappedHeadings(kept), discarded, notices };
}

function missingParts(report: Report): readonly Notice[] {
  const kinds = new Set<PartKind>(report.parts.map((part) => part.kind));
  return requiredPartKinds
    .filter((kind) => !kinds.has(kind))
    .map((part) => ({ code: 'segment/part-missing', part }));
}

/**
 * Reads a foreign text as a report: every word of the source is in the report or in `discarded`.
 * Only blanks at the ends of lines, numbers of headings and their closing 。 are dropped, since
 * the app sets these itself. Doubts become notices; nothing is refused.
 */
export function segment(source: readonly SourceBlock[], options: SegmentOptions): Segmented {
  const cleaned = clean(source);
  const front = readFront(cleaned.lines);
  const rest = cleaned.lines.slice(front.used);
  const { closing, remaining, discarded: imprint } = readClosing(rest);
  const signedDate = closing.signedDate ?? front.signedDate;
  const year = findReportYear(front.title, rest.slice(0, remaining), signedDate);
  const template = options.template;
  const headingFor = (kind: PartKind) => {
    const wording = template.parts.find((part) => part.kind === kind)?.heading ?? '';
    const named = year ?? options.fallbackYear;
    return fillWording(wording, { year: String(named), nextYear: String(named + 1) });
  };
  const body = readBody(rest.slice(0, remaining), {
    createId: options.createId,
    kindOf: createKindOf(template, year),
    headingFor,
  });
  const identity = identify(front, closing.signature, body, year);
  const report = buildReport(year ?? options.fallbackYear, {
    issuers: identity.issuers,
    title: front.title,
    addressee: front.addressee,
    preambleHeading: front.preambleHeading,
    preamble: body.preamble,
    parts: body.parts,
    closing: { ...closing, signedDate },
  });
  const discarded = [
    ...cleaned.discarded,
    ...[...front.discarded, ...body.discarded, ...imprint].map((line) => ({
      line: line.line,
      text: wordsOf(line),
    })),
  ].toSorted((a, b) => a.line - b.line);
  const notices = [
    ...cleaned.notices,
    ...identity.notices,
    ...body.notices,
    ...missingParts(report),
  ];
  return { report, discarded, notices, lines: body.lines, decisions: [] };
}
