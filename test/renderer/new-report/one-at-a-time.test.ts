import { expect, test } from 'vitest';
import { createOneAtATime } from '../../../renderer/features/new-report/one-at-a-time.ts';

test('work that fails leaves nothing busy, and the next may begin', async () => {
  const told: boolean[] = [];
  const during = createOneAtATime((busy) => told.push(busy));
  const failure = new Error('a mistake of ours');
  await expect(during(() => Promise.reject(failure))).rejects.toBe(failure);
  expect(told).toEqual([true, false]);
  await during(async () => undefined);
  expect(told).toEqual([true, false, true, false]);
});

test('pressed twice, it is done once', async () => {
  const during = createOneAtATime(() => undefined);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let begun = 0;
  const work = () => {
    begun += 1;
    return promise;
  };
  const first = during(work);
  await during(work);
  resolve(undefined);
  await first;
  expect(begun).toBe(1);
});
