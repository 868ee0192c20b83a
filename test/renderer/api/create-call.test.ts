import { expect, test } from 'vitest';
import { type Bridge, methodNames, toBridgeName } from '../../../core/api/index.ts';
import { createBridgeCall } from '../../../renderer/api/create-call.ts';

test('each method goes to its own function of the bridge, with its input', async () => {
  const called: unknown[] = [];
  const functions = methodNames.map((method) => [
    toBridgeName(method),
    async (input: unknown) => {
      called.push([method, input]);
      return { ok: true, value: null };
    },
  ]);
  const call = createBridgeCall(Object.fromEntries(functions) as Bridge);
  await call('library.remove', { reportId: 'a' });
  await call('settings.get', {});
  expect(called).toEqual([
    ['library.remove', { reportId: 'a' }],
    ['settings.get', {}],
  ]);
});

test('a bridge that breaks off is a lost connection, not an exception', async () => {
  const broken = { libraryList: async () => Promise.reject(new Error('gone')) };
  const call = createBridgeCall(broken as unknown as Bridge);
  expect(await call('library.list', {})).toMatchObject({
    ok: false,
    error: { code: 'connection/lost' },
  });
});
