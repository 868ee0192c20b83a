import { expect, test } from 'vitest';
import type { PlaceList } from '../../../core/places/index.ts';
import type {
  Analysis,
  AnalysisContext,
  AnalysisMessage,
} from '../../../renderer/features/workspace/analyse.ts';
import { createAnalyst } from '../../../renderer/features/workspace/analyst.ts';

type Ask = Parameters<ReturnType<typeof createAnalyst>['ask']>[0];

/** A worker that answers, or breaks off, when a test says so. */
class FakeWorker extends EventTarget {
  readonly heard: AnalysisMessage[] = [];
  postMessage(message: AnalysisMessage): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.heard.length = 0;
  }
  get tickets(): readonly number[] {
    return this.heard.flatMap((message) =>
      message.kind === 'draft' ? [message.request.ticket] : [],
    );
  }
  get kinds(): readonly string[] {
    return this.heard.map(({ kind }) => kind);
  }
}

const draft = {} as Ask;
const context = {} as AnalysisContext;
const places: PlaceList = { source: '自拟', provinces: [] };

function openAnalyst(readPlaces: () => Promise<PlaceList | null> = () => Promise.resolve(null)) {
  const workers: FakeWorker[] = [];
  const answers: Analysis[] = [];
  let looks = 0;
  const analyst = createAnalyst({
    context,
    readPlaces,
    onPlaces: () => {
      looks += 1;
    },
    onAnswer: (analysis) => answers.push(analysis),
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
  });
  return { analyst, workers, answers, countLooks: () => looks };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const breakOff = (worker: FakeWorker | undefined) =>
  worker?.dispatchEvent(Object.assign(new Event('error'), { message: 'broke off' }));

test('only the newest of the drafts that wait is looked through', () => {
  const { analyst, workers, answers } = openAnalyst();
  const tickets = [1, 2, 3].map(() => analyst.ask(draft));
  expect(tickets).toEqual([1, 2, 3]);
  const [worker] = workers;
  expect(worker?.tickets).toEqual([1]);
  worker?.dispatchEvent(new MessageEvent('message', { data: 'first' }));
  expect(worker?.tickets).toEqual([1, 3]);
  expect(answers).toEqual(['first']);
});

test('what does not change is said once, before the first draft', () => {
  const { analyst, workers } = openAnalyst();
  analyst.ask(draft);
  workers[0]?.dispatchEvent(new MessageEvent('message', { data: 'first' }));
  analyst.ask(draft);
  expect(workers[0]?.kinds).toEqual(['context', 'draft', 'draft']);
});

test('the list of places is handed on when it has come, and another look is asked for', async () => {
  const { workers, countLooks } = openAnalyst(() => Promise.resolve(places));
  expect(workers[0]?.kinds).toEqual(['context']);
  await settle();
  expect(workers[0]?.heard.at(-1)).toEqual({ kind: 'places', places });
  expect(countLooks()).toBe(1);
});

test('a worker that breaks off is replaced and told all of it again', async () => {
  const { analyst, workers } = openAnalyst(() => Promise.resolve(places));
  analyst.ask(draft);
  breakOff(workers[0]);
  analyst.ask(draft);
  await settle();
  expect(workers).toHaveLength(2);
  expect(workers[1]?.kinds).toEqual(['context', 'draft', 'places']);
  expect(workers[1]?.tickets).toEqual([2]);
});

test('places that come after the end go nowhere', async () => {
  const { analyst, workers, countLooks } = openAnalyst(() => Promise.resolve(places));
  analyst.stop();
  await settle();
  expect(workers[0]?.heard).toEqual([]);
  expect(countLooks()).toBe(0);
});
