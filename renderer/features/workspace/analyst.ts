import type { Analysis, AnalysisRequest } from './analyse.ts';

/** Looks drafts through off the thread that paints. */
export interface Analyst {
  /** The latest draft asked about is answered; one still waiting is passed over. */
  readonly ask: (request: Omit<AnalysisRequest, 'ticket'>) => void;
  readonly stop: () => void;
}

const startWorker = () =>
  new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });

/**
 * Starts the worker. `onAnswer` is told the newest answer only. A worker that breaks off is logged
 * and replaced, so that the next change of the text is looked through again.
 */
export function createAnalyst(
  onAnswer: (analysis: Analysis) => void,
  createWorker: () => Worker = startWorker,
): Analyst {
  let worker = createWorker();
  let asked = 0;
  let busy = false;
  let waiting: AnalysisRequest | null = null;
  const send = (request: AnalysisRequest) => {
    busy = true;
    worker.postMessage(request);
  };
  const onMessage = (event: MessageEvent<Analysis>) => {
    busy = false;
    onAnswer(event.data);
    const next = waiting;
    waiting = null;
    if (next) send(next);
  };
  const onError = (event: ErrorEvent) => {
    console.error(event.message);
    worker.terminate();
    worker = createWorker();
    busy = false;
    waiting = null;
    listen();
  };
  const listen = () => {
    worker.addEventListener('message', onMessage);
    worker.addEventListener('error', onError);
  };
  listen();
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
