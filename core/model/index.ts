export * from './build.ts';
export * from './canonical-text.ts';
export * from './pieces.ts';
export * from './read.ts';
export * from './report.ts';
