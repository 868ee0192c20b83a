import { describe, expect, it } from 'vitest';
import type { ItemSuggestion } from '../../../core/materials/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import {
  createSuggester,
  type SuggestMessage,
  type SuggestReply,
} from '../../../renderer/features/materials/suggester.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const packs = choosePacks(shipped.packs, 2025);
const found: readonly ItemSuggestion[] = [{ itemId: 'a', answers: true, words: ['调解'] }];

/** A worker that notes what it is told and answers only when asked to. */
function createFakeWorker() {
  const told: SuggestMessage[] = [];
  const target = new EventTarget();
  let isEnded = false;
  const worker = Object.assign(target, {
    postMessage: (message: SuggestMessage) => told.push(message),
    terminate: () => {
      isEnded = true;
    },
  }) as unknown as Worker;
  const answer = (ticket: number) => {
    const data: SuggestReply = { ticket, suggestions: found };
    target.dispatchEvent(Object.assign(new Event('message'), { data }));
  };
  const fault = new Event('error', { cancelable: true });
  return {
    worker,
    told,
    answer,
    fail: () => target.dispatchEvent(fault),
    isEnded: () => isEnded,
    fault,
  };
}

describe('the suggester', () => {
  it('tells the worker the packs once, and gives each text its own answer', async () => {
    const fake = createFakeWorker();
    const { suggest } = createSuggester(() => fake.worker);
    const first = suggest('甲', packs, 2025);
    const second = suggest('乙', packs, 2025);
    expect(fake.told.map(({ kind }) => kind)).toEqual(['packs', 'text', 'text']);
    fake.answer(2);
    fake.answer(1);
    expect([await first, await second]).toEqual([found, found]);
  });

  it('suggests nothing where the worker broke off, writes nothing of the text, and begins anew', async () => {
    const workers = [createFakeWorker(), createFakeWorker()];
    const begun: (typeof workers)[number][] = [];
    const { suggest } = createSuggester(() => {
      const fake = workers[begun.length];
      if (!fake) throw new Error('no worker left');
      begun.push(fake);
      return fake.worker;
    });
    const lost = suggest('甲', packs, 2025);
    workers[0]?.fail();
    expect(await lost).toEqual([]);
    expect([workers[0]?.isEnded(), workers[0]?.fault.defaultPrevented]).toEqual([true, true]);
    const again = suggest('乙', packs, 2025);
    expect(workers[1]?.told.map(({ kind }) => kind)).toEqual(['packs', 'text']);
    workers[1]?.answer(2);
    expect(await again).toEqual(found);
  });
});
