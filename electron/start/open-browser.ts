import { spawn } from 'node:child_process';

/** A program with its arguments. */
export interface Launch {
  readonly program: string;
  readonly words: readonly string[];
  /** Windows: hand the words over without quoting them again. */
  readonly verbatim: boolean;
}

/** What opens `address` in the person's own browser; null where nothing can show one. */
export function browserLaunch(
  platform: NodeJS.Platform,
  hasDisplay: boolean,
  address: string,
): Launch | null {
  if (!hasDisplay) return null;
  if (platform === 'win32') {
    const words = ['/d', '/s', '/c', `"start "" "${address}""`];
    return { program: 'cmd.exe', words, verbatim: true };
  }
  const program = platform === 'darwin' ? 'open' : 'xdg-open';
  return { program, words: [address], verbatim: false };
}

/** Starts the program and lets it go; false when it is not there. */
export function launchDetached(launch: Launch): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(launch.program, [...launch.words], {
      stdio: 'ignore',
      detached: true,
      windowsVerbatimArguments: launch.verbatim,
    });
    child.once('error', () => done(false));
    child.once('spawn', () => {
      child.unref();
      done(true);
    });
  });
}
