import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';

/** Events of a stand-in, with those that a listener may prevent. */
export class FakeEvents extends EventEmitter {
  /** What becomes of an event: `prevented` when some listener said so. */
  emitCancellable(name: string, details: object = {}): 'prevented' | 'allowed' {
    let outcome: 'prevented' | 'allowed' = 'allowed';
    const event = {
      ...details,
      preventDefault: () => {
        outcome = 'prevented';
      },
    };
    this.emit(name, event);
    return outcome;
  }
}

export function createFakeApp() {
  const events = new FakeEvents();
  let sandboxed = false;
  const app = Object.assign(events, {
    enableSandbox: () => {
      sandboxed = true;
    },
  }) as unknown as App;
  return { app, events, isSandboxed: () => sandboxed };
}

export function createFakeContents() {
  const events = new FakeEvents();
  let handler: (details: { url: string }) => unknown = () => ({ action: 'allow' });
  const contents = Object.assign(events, {
    setWindowOpenHandler: (given: typeof handler) => {
      handler = given;
    },
  }) as unknown as WebContents;
  return { contents, events, open: (url: string) => handler({ url }) };
}

/** A session that would allow everything until somebody says otherwise. */
export function createFakeSession() {
  const events = new FakeEvents();
  let onRequest: (contents: unknown, permission: string, answer: (given: boolean) => void) => void =
    (_contents, _permission, answer) => answer(true);
  let onCheck: (contents: unknown, permission: string) => boolean = () => true;
  let onDevice: () => boolean = () => true;
  let onPair: (details: unknown, answer: (given: unknown) => void) => void = (_details, answer) =>
    answer({ confirmed: true });
  let onScreen: (request: unknown, answer: (given: unknown) => void) => void = (_request, answer) =>
    answer({ video: 'screen' });
  let onBefore: (details: { url: string }, answer: (given: { cancel?: boolean }) => void) => void =
    (_details, answer) => answer({});
  let spelling = true;
  const session = Object.assign(events, {
    setPermissionRequestHandler: (given: typeof onRequest) => {
      onRequest = given;
    },
    setPermissionCheckHandler: (given: typeof onCheck) => {
      onCheck = given;
    },
    setDevicePermissionHandler: (given: typeof onDevice) => {
      onDevice = given;
    },
    setBluetoothPairingHandler: (given: typeof onPair) => {
      onPair = given;
    },
    setDisplayMediaRequestHandler: (given: typeof onScreen) => {
      onScreen = given;
    },
    setSpellCheckerEnabled: (enabled: boolean) => {
      spelling = enabled;
    },
    webRequest: {
      onBeforeRequest: (given: typeof onBefore) => {
        onBefore = given;
      },
    },
  }) as unknown as Session;
  return {
    session,
    events,
    request: (permission: string) => take<boolean>((answer) => onRequest({}, permission, answer)),
    check: (permission: string) => onCheck({}, permission),
    device: () => onDevice(),
    pair: () => take((answer) => onPair({}, answer)),
    screen: () => take((answer) => onScreen({}, answer)),
    isCancelled: (url: string) =>
      take<{ cancel?: boolean }>((answer) => onBefore({ url }, answer))?.cancel === true,
    checksSpelling: () => spelling,
  };
}

/** What `run` answers, which it must do at once. */
function take<Answer>(run: (answer: (given: Answer) => void) => void): Answer | undefined {
  let given: Answer | undefined;
  run((answer) => {
    given = answer;
  });
  return given;
}
