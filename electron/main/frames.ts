import type { IpcMainInvokeEvent } from 'electron';
import { appOrigin } from './security.ts';

type Frame = IpcMainInvokeEvent['senderFrame'];

/** Whether a call comes from the top frame of our own page; a frame that is gone is null. */
export function isOwnFrame(frame: Frame): boolean {
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false;
  const { protocol, host } = new URL(frame.url);
  return `${protocol}//${host}` === appOrigin;
}
