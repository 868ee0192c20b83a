import { beforeEach, describe, expect, it, vi } from 'vitest';
import { methodNames, toBridgeName } from '../../core/api/index.ts';
import { createTestServices } from '../support/test-services.ts';
import { createIpcWire } from './carriers.ts';

type Listener = (event: unknown, ...rest: unknown[]) => void;

const electron = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, unknown>>(),
  listeners: new Map<string, Listener>(),
  invoked: [] as [string, unknown][],
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: Record<string, unknown>) =>
      electron.exposed.set(name, value),
  },
  ipcRenderer: {
    invoke: async (channel: string, input: unknown) => electron.invoked.push([channel, input]),
    on: (channel: string, listener: Listener) => electron.listeners.set(channel, listener),
    off: (channel: string) => electron.listeners.delete(channel),
  },
}));

beforeEach(async () => {
  await import('../../electron/preload/preload.ts');
  electron.invoked.length = 0;
});

const bridge = () => electron.exposed.get('nianbao') ?? {};

describe('the bridge', () => {
  it('is one named function a method, onMenuCommand, and nothing else', () => {
    expect([...electron.exposed.keys()]).toEqual(['nianbao']);
    const names = [...methodNames.map((name) => toBridgeName(name)), 'onMenuCommand'];
    expect(Object.keys(bridge()).toSorted()).toEqual(names.toSorted());
    for (const value of Object.values(bridge())) expect(typeof value).toBe('function');
  });

  it.each(methodNames)('sends %s on the channel that main listens to', async (method) => {
    const { handlers, close } = await createTestServices();
    const { channels } = createIpcWire(handlers);
    close();
    const run = bridge()[toBridgeName(method)] as (input: unknown) => Promise<unknown>;
    await run({ some: 'input' });
    expect(electron.invoked).toEqual([[`nianbao:${method}`, { some: 'input' }]]);
    expect(channels).toContain(`nianbao:${method}`);
  });

  it('tells menu commands without the event, until it is told to stop', () => {
    const heard: unknown[][] = [];
    const listen = bridge()['onMenuCommand'] as (
      listener: (...all: unknown[]) => void,
    ) => () => void;
    const stop = listen((...all) => heard.push(all));
    electron.listeners.get('nianbao:menu')?.({ sender: 'secret' }, 'save');
    expect(heard).toEqual([['save']]);
    stop();
    expect(electron.listeners.size).toBe(0);
  });
});

describe('the main process', () => {
  it('listens on one channel a method and no other', async () => {
    const { handlers, close } = await createTestServices();
    const { channels } = createIpcWire(handlers);
    expect(channels.toSorted()).toEqual(methodNames.map((name) => `nianbao:${name}`).toSorted());
    close();
  });

  it.each(methodNames)(
    'rejects %s from a frame that is not ours, and runs nothing',
    async (name) => {
      const { handlers, get, close } = await createTestServices();
      const { invoke } = createIpcWire(handlers, false);
      await expect(invoke(`nianbao:${name}`, {})).rejects.toThrow('unknown frame');
      expect(await get('library.list', {})).toEqual([]);
      close();
    },
  );
});
