export { describeOutcome } from './describe-outcome.ts';
export { itemise } from './item-marks.ts';
export { listPromises } from './list-promises.ts';
export { findPlanSpans, listPlanTexts } from './plan-spans.ts';
export { isIntroduction } from './plan-words.ts';
export * from './promise.ts';
export { createPromiseReviewer, reviewPromises } from './review-promises.ts';
