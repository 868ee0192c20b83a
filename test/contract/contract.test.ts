import { describe, expect, it, vi } from 'vitest';
import { type Bridge, type MethodName, toBridgeName } from '../../core/api/index.ts';
import type { Handlers } from '../../electron/services/dispatch.ts';
import { createTestServices } from '../support/test-services.ts';
import { type Carrier, createIpcWire, openHttp, openInProcess, type RawCall } from './carriers.ts';
import { type ContractCase, contractCases } from './cases.ts';

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoke: (_channel: string, _input: unknown): Promise<unknown> => Promise.resolve(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value),
  },
  ipcRenderer: {
    invoke: (channel: string, input: unknown) => electron.invoke(channel, input),
    on: () => {},
    off: () => {},
  },
}));

/** The services over the real preload script and the real registration. */
async function openIpc(handlers: Handlers): Promise<Carrier> {
  await import('../../electron/preload/preload.ts');
  electron.invoke = createIpcWire(handlers).invoke;
  const bridge = electron.exposed.get('nianbao') as Bridge;
  const call: RawCall = (method, input) => {
    const run = bridge[toBridgeName(method as MethodName)] as (
      input: unknown,
    ) => ReturnType<RawCall>;
    return run(input);
  };
  return { call, close: async () => {} };
}

const carriers = { 'in this process': openInProcess, 'over IPC': openIpc, 'over HTTP': openHttp };

async function runCase(
  open: (handlers: Handlers) => Promise<Carrier>,
  { run }: ContractCase,
): Promise<readonly unknown[]> {
  const services = await createTestServices();
  const carrier = await open(services.handlers);
  try {
    return await run(carrier.call);
  } finally {
    await carrier.close();
    services.close();
    expect(services.logs).toEqual([]);
  }
}

/** Answers without the folder, which is another in each run. */
function withoutFolder(answers: readonly unknown[]): unknown {
  return JSON.parse(
    JSON.stringify(answers, (key, value: unknown) => (key === 'dataFolder' ? '' : value)),
  );
}

describe.each(contractCases.map((item) => [item.title, item] as const))('%s', (_, item) => {
  it.each(Object.entries(carriers))('%s', async (_name, open) => {
    const answers = await runCase(open, item);
    expect(answers).toMatchObject(item.expected);
    expect(withoutFolder(answers)).toEqual(withoutFolder(await runCase(openInProcess, item)));
  });
});
