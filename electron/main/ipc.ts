import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { methodNames, type Result } from '../../core/api/index.ts';
import { dispatch, type Handlers } from '../services/dispatch.ts';

/** What of `ipcMain` registering needs. */
export type IpcRegistry = Pick<IpcMain, 'handle'>;

/** The channel of a method; channels are known to this file and the preload script only. */
export function toChannel(method: string): string {
  return `nianbao:${method}`;
}

/**
 * Registers one handler a method. On every call the sending frame is checked: a call from a frame
 * that `isTrustedFrame` does not know (one that is gone is null) is rejected and runs nothing.
 */
export function registerIpc(
  ipcMain: IpcRegistry,
  handlers: Handlers,
  isTrustedFrame: (frame: IpcMainInvokeEvent['senderFrame']) => boolean,
): void {
  for (const method of methodNames) {
    ipcMain.handle(
      toChannel(method),
      async (event: IpcMainInvokeEvent, input: unknown): Promise<Result<unknown>> => {
        if (!isTrustedFrame(event.senderFrame)) throw new Error('call from an unknown frame');
        return dispatch(handlers, method, input);
      },
    );
  }
}
