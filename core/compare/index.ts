export { type DiffPiece, diffText } from './diff-text.ts';
export { type BlockPair, pairBlocks } from './pair-blocks.ts';
export { type FigurePair, type FigureSide, pairFigures } from './pair-figures.ts';
export { readSentences } from './tokens.ts';
