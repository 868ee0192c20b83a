import type { Rule } from './rule.ts';
import { announcedParts } from './rules/announced-parts.ts';
import { arabicOrdinal } from './rules/arabic-ordinal.ts';
import { bookTitleNesting } from './rules/book-title-nesting.ts';
import { chineseYearZero } from './rules/chinese-year-zero.ts';
import { commaBetweenTitles } from './rules/comma-between-titles.ts';
import { congress } from './rules/congress.ts';
import { contradictoryFigures } from './rules/contradictory-figures.ts';
import { doubleHedge } from './rules/double-hedge.ts';
import { doublePunctuation } from './rules/double-punctuation.ts';
import { duplicateHeading } from './rules/duplicate-heading.ts';
import { duplicateParagraph } from './rules/duplicate-paragraph.ts';
import { emptyPart } from './rules/empty-part.ts';
import { emptySection } from './rules/empty-section.ts';
import { etcEllipsis } from './rules/etc-ellipsis.ts';
import { exactNumberWithMore } from './rules/exact-number-with-more.ts';
import { expiredDocument } from './rules/expired-document.ts';
import { foreignPlace } from './rules/foreign-place.ts';
import { foreignVoice } from './rules/foreign-voice.ts';
import { halfWidthPunctuation } from './rules/half-width-punctuation.ts';
import { headingEnd } from './rules/heading-end.ts';
import { headingYear } from './rules/heading-year.ts';
import { innerSpaces } from './rules/inner-spaces.ts';
import { irregularLabel } from './rules/irregular-label.ts';
import { leftoverLabel } from './rules/leftover-label.ts';
import { lostDash } from './rules/lost-dash.ts';
import { missingPart } from './rules/missing-part.ts';
import { outlineCitation } from './rules/outline-citation.ts';
import { paragraphEnd } from './rules/paragraph-end.ts';
import { percentOverHundred } from './rules/percent-over-hundred.ts';
import { placeholder } from './rules/placeholder.ts';
import { preambleYear } from './rules/preamble-year.ts';
import { rangeMark } from './rules/range-mark.ts';
import { signedDate } from './rules/signed-date.ts';
import { sumMismatch } from './rules/sum-mismatch.ts';
import { supersededPlan } from './rules/superseded-plan.ts';
import { unbalancedMarks } from './rules/unbalanced-marks.ts';
import { wordLists } from './rules/word-lists.ts';

/** Every rule of proofreading: facts first, then wording, then marks. */
export const rules: readonly Rule[] = [
  missingPart,
  emptyPart,
  headingYear,
  preambleYear,
  signedDate,
  outlineCitation,
  supersededPlan,
  expiredDocument,
  congress,
  sumMismatch,
  contradictoryFigures,
  percentOverHundred,
  placeholder,
  unbalancedMarks,
  lostDash,
  announcedParts,
  arabicOrdinal,
  bookTitleNesting,
  chineseYearZero,
  commaBetweenTitles,
  doubleHedge,
  doublePunctuation,
  duplicateHeading,
  duplicateParagraph,
  emptySection,
  etcEllipsis,
  exactNumberWithMore,
  foreignPlace,
  foreignVoice,
  halfWidthPunctuation,
  headingEnd,
  innerSpaces,
  irregularLabel,
  leftoverLabel,
  paragraphEnd,
  rangeMark,
  wordLists,
];
