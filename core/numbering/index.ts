export * from './chinese-number.ts';
export * from './heading-label.ts';
