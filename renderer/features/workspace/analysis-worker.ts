import { type AnalysisRequest, analyse } from './analyse.ts';

/** The analysis works here, so that no key waits for it. */
self.addEventListener('message', (event: MessageEvent<AnalysisRequest>) => {
  self.postMessage(analyse(event.data));
});
