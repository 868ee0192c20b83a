import { type AnalysisMessage, createAnalysis } from './analyse.ts';

const hear = createAnalysis();

/** The analysis works here, so that no key waits for it. */
self.addEventListener('message', (event: MessageEvent<AnalysisMessage>) => {
  const analysis = hear(event.data);
  if (analysis) self.postMessage(analysis);
});
