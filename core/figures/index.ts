export { parseChineseMeasure } from './chinese-measure.ts';
export { type Contradiction, findContradictions } from './contradictions.ts';
export { createFigureReader, listFigures } from './figure-in-text.ts';
export { clauseBefore } from './figure-name.ts';
export { type MeasuredNumber, scanMeasuredNumbers } from './measured-number.ts';
export { nameNumbers } from './name-numbers.ts';
export { findSpans, quoteAround, type Span } from './sentence.ts';
export { findSums, type SumCheck } from './sums.ts';
