import {
  type AnalysisMessage,
  type AnalysisReply,
  createAnalysis,
  createReplies,
  type WarmUp,
} from './analyse.ts';

const toReply = createReplies();
const tell = (reply: AnalysisReply): void => self.postMessage(reply);

function toFault(error: unknown): AnalysisReply {
  if (!(error instanceof Error)) return { kind: 'fault', name: typeof error, frames: [] };
  const lines = (error.stack ?? '').split('\n');
  const frames = lines.filter((line) => /^\s+at /u.test(line)).map((line) => line.trim());
  return { kind: 'fault', name: error.name, frames };
}

/** Between two bits of a warm-up the worker hears what came meanwhile. */
function warmUpBitByBit(warmUp: WarmUp): void {
  setTimeout(() => {
    try {
      if (warmUp()) warmUpBitByBit(warmUp);
    } catch (error) {
      tell(toFault(error));
    }
  });
}

const hear = createAnalysis(warmUpBitByBit);

/** The analysis works here, so that no key waits for it. */
self.addEventListener('message', (event: MessageEvent<AnalysisMessage>) => {
  try {
    const analysis = hear(event.data);
    if (analysis) tell(toReply(analysis));
  } catch (error) {
    tell(toFault(error));
  }
});
