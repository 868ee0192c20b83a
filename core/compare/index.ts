export { type Alignment, alignTexts, findCounterpart } from './align-texts.ts';
export { countCommon } from './common-runs.ts';
export { type DiffPiece, diffText } from './diff-text.ts';
export { readLetterPairs } from './letter-pairs.ts';
export { measureLikeness, readLikeable } from './likeness.ts';
export { type Matchable, matchAlike, matchPieces, readMatchable } from './match-alike.ts';
export { type BlockPair, pairBlocks } from './pair-blocks.ts';
export { type FigurePair, type FigureSide, pairFigures } from './pair-figures.ts';
export { readSentences } from './tokens.ts';
