import type { Notice } from '../api/notice.ts';
import type { CreateId, PartKind } from '../model/index.ts';
import type { KindOf } from '../packs/index.ts';
import { type Assembled, type Assembler, createAssembler } from './assemble.ts';
import { isPlainBareHeading } from './bare-heading.ts';
import { dropLine } from './drop.ts';
import { findFrame, type PartOpening } from './frame.ts';
import { type HeadingReading, readBareHeading, readHeading } from './heading.ts';
import { findInnerParts } from './inner-parts.ts';
import {
  judgeBare,
  judgeNumbered,
  judgePart,
  judgeTable,
  judgeText,
  judgeTheme,
} from './judge-body.ts';
import { addDoubts, type Dropped, type Judgement, likely, weaken } from './judgement.ts';
import type { LineLabel } from './label.ts';
import { createLevels, type Levels } from './levels.ts';
import { findHighestOutline, type Line, type TextLine } from './line.ts';
import { isPointOfList } from './point-list.ts';

/** The report's text as a tree, with doubts and the lines that went nowhere. */
export interface Body extends Assembled {
  readonly notices: readonly Notice[];
  readonly dropped: readonly Dropped[];
}

/** How the body is read. */
export interface BodyOptions {
  readonly createId: CreateId;
  readonly kindOf: KindOf;
  /** Heading of a part that the source implies without naming it. */
  readonly headingFor: (kind: PartKind) => string;
}

/** Below a number even a short text is one. */
const leastText = 30;

interface Reading {
  readonly assembler: Assembler;
  readonly seen: Set<PartKind>;
  /** Outline level of the parts' headings. */
  readonly highestOutline: number;
  readonly hasFrame: boolean;
  levels: Levels;
  hasPart: boolean;
  isAfterHeading: boolean;
  /** Theme with which the achievements begin that nothing names. */
  theme: TextLine | null;
}

/** What is found on `line`: with the line's own doubts, and no more certain than the line is whole. */
function findOn({ line, origin }: TextLine, judgement: Judgement) {
  return { line, judgement: addDoubts(weaken(judgement, origin.isWhole), origin.doubts) };
}

/** The text behind a heading on its line, whose doubts the heading carries. */
function findBehind({ line, origin }: TextLine, { isLed }: HeadingReading) {
  return { line, judgement: weaken(judgeText(true, false), origin.isWhole && !isLed) };
}

function place(
  reading: Reading,
  level: 2 | 3 | 4,
  heading: HeadingReading,
  line: TextLine,
  judgement: Judgement,
): void {
  const { assembler } = reading;
  const found = findOn(line, judgement);
  if (level === 2) assembler.openSection(heading.heading, heading.runIn, found);
  else assembler.addSubheading(level, heading.heading, heading.runIn, found);
  assembler.addParagraph(heading.rest, findBehind(line, heading));
  reading.isAfterHeading = heading.rest === '';
}

/** Reads a numbered line; null when it is no heading, else the judgement of the text it is instead. */
function readNumbered(reading: Reading, lines: readonly Line[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (line?.kind !== 'text' || !line.label || isPointOfList(lines, index)) return false;
  const isBeforeText = next?.kind === 'text' && !next.label && next.text.length >= leastText;
  const heading = readHeading(line, isBeforeText);
  const { label } = line;
  if (!heading || !label || label.style === 'part-ordinal' || !reading.hasPart) return false;
  const decision = reading.levels.decide(label);
  const judgement = judgeNumbered(line, heading, decision);
  if (decision.level === null) {
    reading.assembler.addParagraph(line.text, findOn(line, judgement));
    reading.isAfterHeading = false;
    return true;
  }
  const isTheme = reading.theme === line;
  place(reading, decision.level, heading, line, isTheme ? judgeTheme(line, judgement) : judgement);
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
  const level = own >= 4 ? 4 : own === 3 ? 3 : 2;
  place(reading, level, heading, line, judgeBare(line, heading));
  return true;
}

function openPart(reading: Reading, opening: PartOpening, line: TextLine): void {
  const { kind, reading: heading } = opening;
  const judgement = judgePart(opening, line, reading.seen.has(kind));
  reading.seen.add(kind);
  reading.assembler.openPart(kind, heading.heading, findOn(line, judgement));
  reading.assembler.addParagraph(heading.rest, findBehind(line, heading));
  reading.levels = createLevels();
  reading.hasPart = true;
  reading.isAfterHeading = heading.rest === '';
}

/** Opens the achievements that the source does not name, in front of their first theme. */
function implyPart(reading: Reading, heading: string, first: TextLine): void {
  const judgement = likely('assumed');
  reading.assembler.openPart('achievements', heading, {
    line: first.line,
    judgement,
    isAdded: true,
  });
  reading.seen.add('achievements');
  reading.levels = createLevels(first.label);
  reading.hasPart = true;
  reading.theme = first;
}

function readText(
  reading: Reading,
  lines: readonly Line[],
  index: number,
  isSettled: boolean,
): void {
  const line = lines[index];
  if (line?.kind !== 'text') return;
  if (readNumbered(reading, lines, index) || readBare(reading, lines, index)) return;
  const judgement = judgeText(isSettled, line.label !== null, line.text);
  reading.assembler.addParagraph(line.text, findOn(line, judgement));
  reading.isAfterHeading = false;
}

/**
 * Reads the lines between front and closing. Text before the first part is the preamble; where the
 * source has themes instead of parts, they become sections of the achievements.
 */
export function readBody(lines: readonly Line[], options: BodyOptions): Body {
  const frame = findFrame(lines, options.kindOf);
  const reading: Reading = {
    assembler: createAssembler(options.createId),
    seen: new Set(),
    highestOutline: findHighestOutline(lines),
    hasFrame: frame.openings.size > 0,
    levels: createLevels(),
    hasPart: false,
    isAfterHeading: false,
    theme: null,
  };
  const dropped: Dropped[] = [];
  const innerParts = findInnerParts(lines, frame.openings, options.kindOf);
  for (const [index, line] of lines.entries()) {
    const opening = frame.openings.get(index) ?? innerParts.get(index);
    if (line.kind === 'table') {
      reading.assembler.addTable(line.rows, { line: line.line, judgement: judgeTable });
    } else if (frame.repeats.has(index)) {
      dropped.push(dropLine(line, likely('context')));
    } else if (opening) openPart(reading, opening, line);
    else {
      if (index === frame.impliedAt) implyPart(reading, options.headingFor('achievements'), line);
      readText(reading, lines, index, reading.hasFrame);
    }
  }
  const notices: readonly Notice[] = reading.hasFrame ? [] : [{ code: 'segment/no-parts' }];
  return { ...reading.assembler.finish(), notices, dropped };
}
