import {
  type ApiError,
  type Bridge,
  type Call,
  fail,
  type Input,
  type MethodName,
  toBridgeName,
} from '../../core/api/index.ts';
import { createHttpCall } from './http-call.ts';

declare global {
  interface Window {
    /** Put there by the preload script; absent in an ordinary browser. */
    readonly nianbao?: Bridge;
  }
}

type AnyBridgeFunction<Name extends MethodName> = (input: Input<Name>) => ReturnType<Call>;

/** The API over the preload script's functions. */
export function createBridgeCall(bridge: Bridge): Call {
  const call = async <Name extends MethodName>(method: Name, input: Input<Name>) => {
    const run = bridge[toBridgeName(method)] as unknown as AnyBridgeFunction<Name>;
    try {
      return await run(input);
    } catch (error) {
      // the main process is gone or refused the caller; its words are Electron's, not ours
      console.error(error);
      return fail<ApiError>({ code: 'connection/lost', reason: 'unreachable' });
    }
  };
  return call as Call;
}

/** The API by whatever carries it here: the preload's bridge where there is one, else HTTP. */
export function createCall(): Call {
  return window.nianbao
    ? createBridgeCall(window.nianbao)
    : createHttpCall({ fetch: (path, init) => window.fetch(path, init) });
}
