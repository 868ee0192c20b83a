import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

/** A clock that a test winds on by hand. */
class FakeTimers {
  readonly #waiting = new Map<number, () => void>();
  #last = 0;
  readonly now = () => 0;
  readonly set = (run: () => void) => {
    this.#last += 1;
    this.#waiting.set(this.#last, run);
    return this.#last;
  };
  readonly clear = (timer: number) => void this.#waiting.delete(timer);
  runOut(): void {
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const run of due) run();
  }
}

const answerOf = (words: string) =>
  new MessageEvent('message', { data: { kind: 'analysis', analysis: words } });
const faultOf = (name: string) =>
  new MessageEvent('message', {
    data: { kind: 'fault', name, frames: ['at look (worker.js:1:2)'] },
  });

function openAnalyst(readPlaces: () => Promise<PlaceList | null> = () => Promise.resolve(null)) {
  const workers: FakeWorker[] = [];
  const answers: Analysis[] = [];
  const timers = new FakeTimers();
  let looks = 0;
  let failures = 0;
  const analyst = createAnalyst({
    context,
    readPlaces,
    onPlaces: () => {
      looks += 1;
    },
    onAnswer: (analysis) => answers.push(analysis),
    onFailed: () => {
      failures += 1;
    },
    timers,
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
  });
  return {
    analyst,
    workers,
    answers,
    timers,
    countLooks: () => looks,
    countFailures: () => failures,
  };
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
  worker?.dispatchEvent(answerOf('first'));
  expect(worker?.tickets).toEqual([1, 3]);
  expect(answers).toEqual(['first']);
});

test('what does not change is said once, before the first draft', () => {
  const { analyst, workers } = openAnalyst();
  analyst.ask(draft);
  workers[0]?.dispatchEvent(answerOf('first'));
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

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

test('a worker that breaks off is replaced, told all of it again, and asked again', async () => {
  const { analyst, workers, countLooks, countFailures } = openAnalyst(() =>
    Promise.resolve(places),
  );
  analyst.ask(draft);
  await settle();
  breakOff(workers[0]);
  await settle();
  expect(workers).toHaveLength(2);
  expect(workers[1]?.kinds).toEqual(['context', 'places', 'draft']);
  expect(workers[1]?.tickets).toEqual([1]);
  expect([countLooks(), countFailures()]).toEqual([1, 0]);
});

test('a draft asked about while the worker is replaced stands for the one that broke it', async () => {
  const { analyst, workers } = openAnalyst();
  analyst.ask(draft);
  breakOff(workers[0]);
  analyst.ask(draft);
  await settle();
  expect(workers[1]?.tickets).toEqual([2]);
});

test('an analysis that always throws ends after two workers and not in a circle', async () => {
  const { analyst, workers, countLooks, countFailures } = openAnalyst(() =>
    Promise.resolve(places),
  );
  analyst.ask(draft);
  for (let round = 0; round < 20; round += 1) {
    workers.at(-1)?.dispatchEvent(faultOf('TypeError'));
    await settle();
    analyst.ask(draft);
  }
  expect([workers.length, countLooks(), countFailures()]).toEqual([2, 1, 1]);
});

test('a script that does not load ends so too, though nothing was asked yet', async () => {
  const { workers, countFailures } = openAnalyst();
  for (let round = 0; round < 20; round += 1) {
    breakOff(workers.at(-1));
    await settle();
  }
  expect([workers.length, countFailures()]).toEqual([2, 1]);
});

test('an answer in between makes a break the first again', async () => {
  const { analyst, workers, countFailures } = openAnalyst();
  for (let round = 0; round < 5; round += 1) {
    analyst.ask(draft);
    breakOff(workers.at(-1));
    await settle();
    workers.at(-1)?.dispatchEvent(answerOf('fine'));
  }
  expect([workers.length, countFailures()]).toEqual([6, 0]);
});

test('a worker without an answer in time is a broken one', async () => {
  const { analyst, workers, timers, countFailures } = openAnalyst();
  analyst.ask(draft);
  workers[0]?.dispatchEvent(answerOf('in time'));
  timers.runOut();
  expect(workers).toHaveLength(1);
  analyst.ask(draft);
  timers.runOut();
  await settle();
  expect(workers[1]?.tickets).toEqual([2]);
  timers.runOut();
  expect([workers.length, countFailures()]).toEqual([2, 1]);
});

test('after a failure it begins anew when it is told to', async () => {
  const { analyst, workers, answers, countFailures } = openAnalyst();
  analyst.ask(draft);
  breakOff(workers[0]);
  await settle();
  breakOff(workers[1]);
  analyst.retry();
  analyst.ask(draft);
  await settle();
  expect(workers[2]?.tickets).toEqual([2]);
  workers[2]?.dispatchEvent(answerOf('again'));
  expect(answers).toEqual(['again']);
  analyst.retry();
  expect([workers.length, countFailures()]).toEqual([3, 1]);
});

test('what a replaced worker still says is not heard', async () => {
  const { analyst, workers, answers } = openAnalyst();
  analyst.ask(draft);
  breakOff(workers[0]);
  await settle();
  workers[0]?.dispatchEvent(answerOf('late'));
  expect(answers).toEqual([]);
});

test('the log holds the class and the frames of a break, never its message', () => {
  const { analyst, workers } = openAnalyst();
  analyst.ask(draft);
  workers[0]?.dispatchEvent(faultOf('TypeError'));
  breakOff(workers[1]);
  const logged = vi.mocked(console.error).mock.calls.map((call) => call.join(' '));
  expect(logged).toHaveLength(2);
  expect(logged[0]).toContain('TypeError');
  expect(logged[0]).toContain('worker.js:1:2');
  expect(logged.join()).not.toContain('broke off');
});

test('places that come after the end go nowhere', async () => {
  const { analyst, workers, countLooks } = openAnalyst(() => Promise.resolve(places));
  analyst.stop();
  await settle();
  expect(workers[0]?.heard).toEqual([]);
  expect(countLooks()).toBe(0);
});
