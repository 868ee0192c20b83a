import { expect, test, vi } from 'vitest';
import {
  type Analysis,
  type AnalysisContext,
  type AnalysisReply,
  createReplies,
} from '../../../renderer/features/workspace/analyse.ts';
import { createAnalyst } from '../../../renderer/features/workspace/analyst.ts';
import { buildItemResult } from '../../support/checklists.ts';

const lastYearItems = [buildItemResult('a', 'answered', null)];
const analysis = { ticket: 1, lastYearItems } as unknown as Analysis;

const shownIn = (reply: AnalysisReply) =>
  reply.kind === 'analysis' ? reply.analysis.lastYearItems : undefined;

test('what last year’s report answers is told once', () => {
  const toReply = createReplies();
  expect(shownIn(toReply(analysis))).toBe(lastYearItems);
  expect(toReply(analysis)).toMatchObject({
    keepsLastYear: true,
    analysis: { lastYearItems: null },
  });
  const others = [buildItemResult('a', 'missing', null)];
  expect(shownIn(toReply({ ...analysis, lastYearItems: others }))).toBe(others);
});

test('without a last year each reply says so by itself', () => {
  const toReply = createReplies();
  const blank = { ...analysis, lastYearItems: null };
  toReply(blank);
  expect(toReply(blank)).toMatchObject({ keepsLastYear: false, analysis: { lastYearItems: null } });
});

test('the page is shown it with every answer', async () => {
  class FakeWorker extends EventTarget {
    readonly postMessage = vi.fn();
    readonly terminate = vi.fn();
  }
  const worker = new FakeWorker();
  const onAnswer = vi.fn();
  createAnalyst({
    context: {} as AnalysisContext,
    readPlaces: () => Promise.resolve(null),
    onPlaces: () => undefined,
    onAnswer,
    onFailed: () => undefined,
    timers: { now: () => 0, set: () => 1, clear: () => undefined },
    createWorker: () => worker as unknown as Worker,
  });
  await Promise.resolve();
  const toReply = createReplies();
  for (let time = 0; time < 2; time += 1) {
    worker.dispatchEvent(new MessageEvent('message', { data: toReply(analysis) }));
  }
  expect(onAnswer.mock.calls.map(([told]) => told.lastYearItems)).toEqual([
    lastYearItems,
    lastYearItems,
  ]);
});
