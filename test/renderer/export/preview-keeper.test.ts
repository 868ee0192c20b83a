import { expect, test } from 'vitest';
import type { OpenedReport } from '../../../core/api/index.ts';
import { type Call, fail, ok } from '../../../core/api/index.ts';
import { createPreviewKeeper } from '../../../renderer/features/export/preview-keeper.ts';
import { buildPage } from './build-page.ts';

interface Scene {
  readonly asked: string[];
  /** Answers the oldest question. */
  readonly answer: (words: string | null) => void;
  readonly keeper: ReturnType<typeof createPreviewKeeper>;
}

function setUp(isDurable = true): Scene {
  const asked: string[] = [];
  const waiting: ((words: string | null) => void)[] = [];
  const call = ((method: string, { copy }: { copy: string }) => {
    asked.push(`${method} ${copy}`);
    return new Promise((resolve) => {
      waiting.push((words) =>
        resolve(
          words === null
            ? fail({ code: 'layout/not-found', layoutId: 'x' })
            : ok({ pages: [buildPage(1, [words])], certificate: {}, notices: [], revision: 1 }),
        ),
      );
    });
  }) as unknown as Call;
  const session = {
    isReadOnly: false,
    saver: { flush: async () => isDurable },
    opened: { summary: { id: 'r1' } } as unknown as OpenedReport,
  };
  const keeper = createPreviewKeeper(call, session as never);
  return { asked, answer: (words) => waiting.shift()?.(words), keeper };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const words = ({ keeper }: Scene) =>
  keeper.store.getState().filing.preview?.pages[0]?.lines[0]?.spans[0]?.text;

test('asked again while it is laid out, it is laid out once more, and the older answer is not shown', async () => {
  const scene = setUp();
  const first = scene.keeper.refresh('filing');
  await settle();
  const again = scene.keeper.refresh('filing');
  void scene.keeper.refresh('filing');
  scene.answer('旧');
  await settle();
  expect(words(scene)).toBeUndefined();
  scene.answer('新');
  await Promise.all([first, again]);
  expect(words(scene)).toBe('新');
  expect(scene.asked).toHaveLength(2);
});

test('a failure keeps the pages there were, and is told', async () => {
  const scene = setUp();
  const first = scene.keeper.refresh('filing');
  await settle();
  scene.answer('旧');
  await first;
  const second = scene.keeper.refresh('filing');
  await settle();
  expect(scene.keeper.store.getState().filing.isBusy).toBe(true);
  scene.answer(null);
  await second;
  expect(words(scene)).toBe('旧');
  expect(scene.keeper.store.getState().filing.error?.code).toBe('layout/not-found');
});

test('words that could not be stored are told to be missing', async () => {
  const scene = setUp(false);
  const first = scene.keeper.refresh('filing');
  await settle();
  scene.answer('旧');
  await first;
  expect(scene.keeper.store.getState().filing.isBehind).toBe(true);
});

test('each copy is laid out by itself', async () => {
  const scene = setUp();
  void scene.keeper.refresh('filing');
  void scene.keeper.refresh('public');
  await settle();
  expect(scene.asked).toEqual(['report.preview filing', 'report.preview public']);
});
