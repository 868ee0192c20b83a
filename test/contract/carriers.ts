import type { IpcMainInvokeEvent } from 'electron';
import type { Result } from '../../core/api/index.ts';
import { startHost } from '../../electron/host/server.ts';
import { registerIpc } from '../../electron/main/ipc.ts';
import { dispatch, type Handlers } from '../../electron/services/dispatch.ts';
import { createTempFolder } from '../support/temp-folder.ts';

/** A call as it leaves the page: any name, any value. */
export type RawCall = (method: string, input: unknown) => Promise<Result<unknown>>;

/** One way from the page to the services, over the real code of both its ends. */
export interface Carrier {
  readonly call: RawCall;
  readonly close: () => Promise<void>;
}

type IpcListener = (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>;

/** Stands for Electron between its two processes: values cross it as structured clones. */
export function createIpcWire(handlers: Handlers, isTrusted = true) {
  const listeners = new Map<string, IpcListener>();
  registerIpc(
    { handle: (channel, listener) => listeners.set(channel, listener) },
    handlers,
    () => isTrusted,
  );
  const invoke = async (channel: string, input: unknown): Promise<unknown> => {
    const listener = listeners.get(channel);
    if (!listener) throw new Error(`No handler registered for '${channel}'`);
    const event = { senderFrame: null } as IpcMainInvokeEvent;
    return structuredClone(await listener(event, structuredClone(input)));
  };
  return { invoke, channels: [...listeners.keys()] };
}

/** The services in this process. */
export async function openInProcess(handlers: Handlers): Promise<Carrier> {
  return { call: (method, input) => dispatch(handlers, method, input), close: async () => {} };
}

/** The services over HTTP, as the page calls them. */
export async function openHttp(handlers: Handlers): Promise<Carrier> {
  const host = await startHost({ handlers, rendererRoot: createTempFolder() });
  const { origin, hash } = new URL(host.url);
  const post = (path: string, value: unknown, cookie = '') =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify(value),
    });
  const session = await post('/session', { token: hash.slice('#token='.length) });
  const [cookie = ''] = session.headers.get('set-cookie')?.split(';') ?? [];
  return {
    call: async (method, input) =>
      (await (await post(`/api/${method}`, input, cookie)).json()) as Result<unknown>,
    close: host.close,
  };
}
