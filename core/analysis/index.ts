export * from './create-analysis.ts';
