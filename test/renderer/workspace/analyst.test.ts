import { expect, test } from 'vitest';
import type { Analysis } from '../../../renderer/features/workspace/analyse.ts';
import { createAnalyst } from '../../../renderer/features/workspace/analyst.ts';

type Ask = Parameters<ReturnType<typeof createAnalyst>['ask']>[0];

/** A worker that answers, or breaks off, when a test says so. */
class FakeWorker extends EventTarget {
  readonly asked: { readonly ticket: number }[] = [];
  postMessage(request: { readonly ticket: number }): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.asked.length = 0;
  }
}

function openAnalyst() {
  const workers: FakeWorker[] = [];
  const answers: Analysis[] = [];
  const analyst = createAnalyst(
    (analysis) => answers.push(analysis),
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
  );
  return { analyst, workers, answers };
}

const draft = {} as Ask;

test('only the newest of the drafts that wait is looked through', () => {
  const { analyst, workers, answers } = openAnalyst();
  for (let times = 0; times < 3; times += 1) analyst.ask(draft);
  const [worker] = workers;
  expect(worker?.asked.map(({ ticket }) => ticket)).toEqual([1]);
  worker?.dispatchEvent(new MessageEvent('message', { data: 'first' }));
  expect(worker?.asked.map(({ ticket }) => ticket)).toEqual([1, 3]);
  expect(answers).toEqual(['first']);
});

test('a worker that breaks off is replaced, and the next draft is looked through', () => {
  const { analyst, workers } = openAnalyst();
  analyst.ask(draft);
  workers[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'broke off' }));
  analyst.ask(draft);
  expect(workers).toHaveLength(2);
  expect(workers[1]?.asked.map(({ ticket }) => ticket)).toEqual([2]);
});
