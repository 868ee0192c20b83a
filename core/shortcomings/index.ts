export * from './answers-problem.ts';
export * from './compare.ts';
export * from './problems.ts';
export * from './whole-point.ts';
export * from './words.ts';
