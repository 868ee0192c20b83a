export * from './build.ts';
export * from './pieces.ts';
export * from './read.ts';
export * from './report.ts';
