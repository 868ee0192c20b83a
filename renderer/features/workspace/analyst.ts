import type { Analysis, AnalysisRequest } from './analyse.ts';

/** Looks drafts through off the thread that paints. */
export interface Analyst {
  /** The latest draft asked about is answered; one still waiting is passed over. */
  readonly ask: (request: Omit<AnalysisRequest, 'ticket'>) => void;
  readonly stop: () => void;
}

/** Starts the worker. `onAnswer` is told the newest answer only. */
export function createAnalyst(onAnswer: (analysis: Analysis) => void): Analyst {
  const worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });
  let asked = 0;
  let busy = false;
  let waiting: AnalysisRequest | null = null;
  const send = (request: AnalysisRequest) => {
    busy = true;
    worker.postMessage(request);
  };
  worker.addEventListener('message', (event: MessageEvent<Analysis>) => {
    busy = false;
    onAnswer(event.data);
    const next = waiting;
    waiting = null;
    if (next) send(next);
  });
  return {
    ask(request) {
      asked += 1;
      const ticketed = { ...request, ticket: asked };
      if (busy) waiting = ticketed;
      else send(ticketed);
    },
    stop: () => worker.terminate(),
  };
}
