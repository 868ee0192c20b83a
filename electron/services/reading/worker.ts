import { parentPort } from 'node:worker_threads';
import { createCountingIds } from '../../../core/model/index.ts';
import type { ReadingJob, WorkerMessage } from './messages.ts';
import { readContent } from './read-content.ts';
import { toFault } from './reading-fault.ts';

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

async function run({ name, content, template, fallbackYear }: ReadingJob): Promise<void> {
  try {
    const result = await readContent(name, content, {
      createId: createCountingIds('read-'),
      template,
      fallbackYear,
      onStage: (stage) => tell({ kind: 'stage', stage }),
    });
    tell({ kind: 'done', result });
  } catch (error) {
    const { name: faultName, frames } = toFault(error);
    tell({ kind: 'fault', name: faultName, frames });
  }
}

parentPort?.on('message', (job: ReadingJob) => void run(job));
