export { createMemory, type Memory, remember } from './memory.ts';
export { type PieceReading, rememberPieces } from './pieces.ts';
