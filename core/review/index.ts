export * from './review.ts';
export { createReviewer, reviewReport } from './review-report.ts';
