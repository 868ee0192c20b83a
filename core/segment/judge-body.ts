import type { PartOpening } from './frame.ts';
import type { HeadingReading } from './heading.ts';
import {
  addDoubts,
  certain,
  doubtful,
  type Judgement,
  likely,
  type PlacedNotice,
} from './judgement.ts';
import type { LevelDecision } from './levels.ts';
import type { TextLine } from './line.ts';

/** A table cannot be taken for anything else. */
export const judgeTable: Judgement = certain('look');

const sentenceEnd = /[。！？；：:”）)]$/u;

/**
 * A paragraph.
 * @param isSettled whether parts were found, so that a text stands where it belongs
 * @param isNumbered whether it begins with a number and is a sentence all the same
 */
export function judgeText(isSettled: boolean, isNumbered: boolean, text = '。'): Judgement {
  if (!isSettled) return likely('position');
  if (isNumbered) return likely('label');
  return sentenceEnd.test(text) ? certain('context') : likely('context');
}

/** A heading of a part. */
export function judgePart(opening: PartOpening, line: TextLine, isRepeated: boolean): Judgement {
  const { kind, also, isSure, isNumbered, isInOrder, reading } = opening;
  const at = { line: line.line, text: reading.heading };
  const byLook = line.hints.outlineLevel !== null;
  const doubts: PlacedNotice[] = [];
  if (isRepeated && kind !== 'other')
    doubts.push({ code: 'segment/part-repeated', part: kind, ...at });
  if (!isSure) doubts.push({ code: 'segment/part-by-meaning', part: kind, ...at });
  if (also) doubts.push({ code: 'segment/part-merged', part: kind, also, ...at });
  if (!isNumbered && !byLook) doubts.push({ code: 'segment/heading-without-label', ...at });
  if (!isInOrder) doubts.push({ code: 'segment/label-out-of-order', ...at, text: line.text });
  const ground = isSure ? 'words' : 'position';
  return addDoubts(reading.isLed ? likely(ground) : certain(ground), doubts);
}

/** The first theme where the achievements are not named. */
export function judgeTheme(line: TextLine, judgement: Judgement): Judgement {
  const doubt = { code: 'segment/part-implied', line: line.line, text: line.body } as const;
  return addDoubts({ ...judgement, ground: 'assumed' }, [doubt]);
}

/** （九） in another form: (9), or without its first bracket. */
function isIrregular({ label }: TextLine, { isCorrected }: LevelDecision): boolean {
  if (isCorrected) return true;
  if (!label || label.regular || label.style !== 'chinese-bracket') return false;
  return !/^[（(].{1,12}[）)]\s*$/u.test(label.raw);
}

/** A numbered heading, or a numbered line whose number fits no heading. */
export function judgeNumbered(
  line: TextLine,
  heading: HeadingReading,
  decision: LevelDecision,
): Judgement {
  const at = { line: line.line, text: line.text };
  const doubts: PlacedNotice[] = [];
  if (decision.isOutOfOrder || decision.isContinued) {
    doubts.push({ code: 'segment/label-out-of-order', ...at });
  }
  if (decision.level !== null && isIrregular(line, decision)) {
    doubts.push({ code: 'segment/label-irregular', ...at });
  }
  const isSure = decision.level !== null && !heading.isLed;
  return addDoubts(isSure ? certain('label') : likely('label'), doubts);
}

/** A heading without a number: known by its style, or a short line between long ones. */
export function judgeBare(line: TextLine, heading: HeadingReading): Judgement {
  if (line.hints.outlineLevel !== null) return likely('look');
  const isMarked = line.hints.bold || line.hints.boldLead > 0;
  return doubtful(isMarked ? 'look' : 'context', {
    code: 'segment/heading-without-label',
    line: line.line,
    text: heading.heading,
  });
}
