export { describeOutcome } from './describe-outcome.ts';
export { listPromises } from './list-promises.ts';
export * from './promise.ts';
export { createPromiseReviewer, reviewPromises } from './review-promises.ts';
