import { spawn } from 'node:child_process';
import { exitAfterNotice } from '../main/exit-code.ts';

/** How a program we waited for ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Whether the person ended it from the terminal. */
  readonly interrupted: boolean;
}

/** Runs a program in this terminal until it ends; Ctrl+C and a polite kill are passed on to it. */
export function runUntilEnd(
  program: string,
  words: readonly string[],
  cwd: string,
): Promise<Ending> {
  return new Promise((done) => {
    let interrupted = false;
    const child = spawn(program, [...words], { cwd, stdio: 'inherit' });
    const passOn = (signal: NodeJS.Signals): void => {
      interrupted = true;
      child.kill(signal);
    };
    const end = (code: number | null, signal: NodeJS.Signals | null): void => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn).off('SIGHUP', passOn);
      done({ code, signal, interrupted });
    };
    process.on('SIGINT', passOn).on('SIGTERM', passOn).on('SIGHUP', passOn);
    child.once('error', () => end(127, null));
    child.once('close', end);
  });
}

/** Whether Electron itself failed, so that the browser edition is worth trying. */
export function hasElectronFailed(ending: Ending): boolean {
  return !ending.interrupted && ending.code !== 0 && ending.code !== exitAfterNotice;
}
