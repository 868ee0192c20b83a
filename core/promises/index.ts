export { describeOutcome } from './describe-outcome.ts';
export { itemise } from './item-marks.ts';
export { listPromises } from './list-promises.ts';
export { listPlanPassages, type PlanPassage } from './plan-passages.ts';
export { findPlanSpans, listPlanTexts } from './plan-spans.ts';
export { isIntroduction } from './plan-words.ts';
export * from './promise.ts';
export { createPromiseReviewer, reviewPromises } from './review-promises.ts';
