import type { Notice } from '../api/notice.ts';
import type { CreateId, PartKind } from '../model/index.ts';
import type { KindOf } from '../packs/index.ts';
import { type Assembled, type Assembler, createAssembler } from './assemble.ts';
import { findFrame, type PartOpening } from './frame.ts';
import { type HeadingReading, readBareHeading, readHeading } from './heading.ts';
import type { LineLabel } from './label.ts';
import { createLevels, type Levels } from './levels.ts';
import { findHighestOutline, type Line, type TextLine } from './line.ts';

/** The report's text as a tree, with doubts and the lines that went nowhere. */
export interface Body extends Assembled {
  readonly notices: readonly Notice[];
  readonly discarded: readonly TextLine[];
}

/** How the body is read. */
export interface BodyOptions {
  readonly createId: CreateId;
  readonly kindOf: KindOf;
  /** Heading of a part that the source implies without naming it. */
  readonly headingFor: (kind: PartKind) => string;
}

const bareHeadingLength = 25;
const paragraphLength = 60;
/** Below a number even a short text is one. */
const leastText = 30;

/** Without a reader's hints a line is a heading only when it is short between long ones. */
function isPlainBareHeading(
  lines: readonly Line[],
  index: number,
  isAfterHeading: boolean,
): boolean {
  const [before, line, after] = [lines[index - 1], lines[index], lines[index + 1]];
  if (line?.kind !== 'text' || after?.kind !== 'text') return false;
  if (line.hints.outlineLevel !== null || line.hints.bold) return true;
  const endsBefore = isAfterHeading || (before?.kind === 'text' && /[。：:]$/u.test(before.text));
  return (
    line.text.length <= bareHeadingLength && after.text.length >= paragraphLength && endsBefore
  );
}

interface Reading {
  readonly assembler: Assembler;
  readonly notices: Notice[];
  /** Outline level of the parts' headings. */
  readonly highestOutline: number;
  levels: Levels;
  hasPart: boolean;
  isAfterHeading: boolean;
}

function place(reading: Reading, level: 2 | 3 | 4, heading: HeadingReading, line: number): void {
  const { assembler } = reading;
  if (level === 2) assembler.openSection(heading.heading, heading.runIn, line);
  else assembler.addSubheading(level, heading.heading, heading.runIn, line);
  assembler.addParagraph(heading.rest, line);
  reading.isAfterHeading = heading.rest === '';
}

function readNumbered(reading: Reading, line: TextLine, next: Line | undefined): boolean {
  const isBeforeText = next?.kind === 'text' && !next.label && next.text.length >= leastText;
  const heading = readHeading(line, isBeforeText);
  if (!heading || !line.label || !reading.hasPart) return false;
  const { level, isOutOfOrder, isCorrected } = reading.levels.decide(line.label);
  const at = { line: line.line, text: line.text };
  if (isOutOfOrder) reading.notices.push({ code: 'segment/label-out-of-order', ...at });
  if (level === null) return false;
  if (
    isCorrected ||
    (!line.label.regular &&
      line.label.style === 'chinese-bracket' &&
      !/^[（(].*[）)]\s*$/u.test(line.label.raw))
  ) {
    reading.notices.push({ code: 'segment/label-irregular', ...at });
  }
  place(reading, level, heading, line.line);
  return true;
}

/** How far ahead the next section's number is looked for. */
const lookahead = 40;

function upcomingLabels(lines: readonly Line[], index: number): readonly LineLabel[] {
  return lines
    .slice(index + 1, index + 1 + lookahead)
    .flatMap((line) => (line.kind === 'text' && line.label ? [line.label] : []));
}

function readBare(reading: Reading, lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const heading = line?.kind === 'text' ? readBareHeading(line) : null;
  if (line?.kind !== 'text' || !heading || !reading.hasPart) return false;
  if (!heading.runIn && !isPlainBareHeading(lines, index, reading.isAfterHeading)) return false;
  const bare = reading.levels.decideBare(upcomingLabels(lines, index));
  const outline = line.hints.outlineLevel;
  const own = outline === null ? bare : outline - reading.highestOutline + 1;
  const level = Math.min(4, Math.max(2, own));
  place(reading, level === 4 ? 4 : level === 3 ? 3 : 2, heading, line.line);
  if (line.hints.outlineLevel === null) {
    reading.notices.push({
      code: 'segment/heading-without-label',
      line: line.line,
      text: heading.heading,
    });
  }
  return true;
}

function openPart(
  reading: Reading,
  opening: PartOpening,
  line: TextLine,
  seen: Set<PartKind>,
): void {
  const { kind, reading: heading, isSure, isNumbered } = opening;
  const at = { line: line.line, text: heading.heading };
  if (seen.has(kind)) reading.notices.push({ code: 'segment/part-repeated', part: kind, ...at });
  if (!isSure) reading.notices.push({ code: 'segment/part-by-meaning', part: kind, ...at });
  if (!isNumbered) reading.notices.push({ code: 'segment/heading-without-label', ...at });
  seen.add(kind);
  reading.assembler.openPart(kind, heading.heading, line.line);
  reading.assembler.addParagraph(heading.rest, line.line);
  reading.levels = createLevels();
  reading.hasPart = true;
  reading.isAfterHeading = heading.rest === '';
}

/** Opens the achievements that the source does not name, in front of their first theme. */
function implyPart(reading: Reading, heading: string, first: Line, hasOthers: boolean): void {
  const label = first.kind === 'text' ? first.label : null;
  reading.assembler.openPart('achievements', heading, first.line);
  reading.levels = createLevels(label);
  reading.hasPart = true;
  if (!hasOthers) return;
  reading.notices.push({
    code: 'segment/part-by-meaning',
    part: 'achievements',
    line: first.line,
    text: heading,
  });
}

/**
 * Reads the lines between front and closing. Text before the first part is the preamble; where the
 * source has themes instead of parts, they become sections of the achievements.
 */
export function readBody(lines: readonly Line[], options: BodyOptions): Body {
  const frame = findFrame(lines, options.kindOf);
  const assembler = createAssembler(options.createId);
  const reading: Reading = {
    assembler,
    notices: [],
    highestOutline: findHighestOutline(lines),
    levels: createLevels(),
    hasPart: false,
    isAfterHeading: false,
  };
  const discarded: TextLine[] = [];
  const seen = new Set<PartKind>();
  for (const [index, line] of lines.entries()) {
    const opening = frame.openings.get(index);
    if (line.kind === 'table') assembler.addTable(line.rows, line.line);
    else if (frame.repeats.has(index)) discarded.push(line);
    else if (opening) openPart(reading, opening, line, seen);
    else {
      if (index === frame.impliedAt) {
        implyPart(reading, options.headingFor('achievements'), line, frame.openings.size > 0);
        seen.add('achievements');
      }
      if (readNumbered(reading, line, lines[index + 1]) || readBare(reading, lines, index))
        continue;
      assembler.addParagraph(line.text, line.line);
      reading.isAfterHeading = false;
    }
  }
  if (frame.openings.size === 0) reading.notices.push({ code: 'segment/no-parts' });
  return { ...assembler.finish(), notices: reading.notices, discarded };
}
