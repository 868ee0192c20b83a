export * from './list-promises.ts';
export * from './promise.ts';
export * from './review-promises.ts';
