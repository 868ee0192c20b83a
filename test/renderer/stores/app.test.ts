import { expect, test } from 'vitest';
import { changeSettings, loadApp, useApp } from '../../../renderer/stores/app.ts';
import { createFakeCall } from '../../support/fake-call.ts';

const full = { code: 'store/full', file: 'nianbao.db' } as const;

test('the window is ready once info and settings are both there', async () => {
  await loadApp(createFakeCall({ packs: [], settings: { theme: 'dark' } }));
  expect(useApp.getState()).toMatchObject({
    phase: 'ready',
    info: { today: '2027-01-19' },
    settings: { theme: 'dark' },
  });
});

test('either of them missing is told, and a second attempt may succeed', async () => {
  const lost = { code: 'connection/lost', reason: 'unreachable' } as const;
  for (const method of ['app.info', 'settings.get'] as const) {
    await loadApp(createFakeCall({ packs: [], failing: { [method]: lost } }));
    expect(useApp.getState()).toEqual({ phase: 'failed', error: lost });
  }
  await loadApp(createFakeCall({ packs: [] }));
  expect(useApp.getState().phase).toBe('ready');
});

test('a setting is what was stored: one that could not be stored does not change', async () => {
  const call = createFakeCall({ packs: [] });
  await loadApp(call);
  expect(await changeSettings(call, { theme: 'light' })).toBeNull();
  expect(useApp.getState()).toMatchObject({ settings: { theme: 'light' } });

  const failing = createFakeCall({ packs: [], failing: { 'settings.set': full } });
  expect(await changeSettings(failing, { theme: 'dark' })).toEqual(full);
  expect(useApp.getState()).toMatchObject({ settings: { theme: 'light' } });
});
