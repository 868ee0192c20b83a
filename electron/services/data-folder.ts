import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** What decides where the data lies. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: {
    readonly NIANBAO_DATA?: string | undefined;
    readonly APPDATA?: string | undefined;
    readonly XDG_DATA_HOME?: string | undefined;
  };
  readonly home: string;
}

function userDataRoot({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return env.APPDATA || join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  const xdg = env.XDG_DATA_HOME;
  // the XDG rule: a relative path is to be ignored
  return xdg && isAbsolute(xdg) ? xdg : join(home, '.local', 'share');
}

/**
 * The data folder: NIANBAO_DATA when it is set (resolved against the working folder), else
 * `nianbao` in the person's own data: %APPDATA%, ~/Library/Application Support, or
 * $XDG_DATA_HOME, by default ~/.local/share. Nothing is created.
 */
export function findDataFolder(
  around: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const chosen = around.env.NIANBAO_DATA;
  return chosen ? resolve(chosen) : join(userDataRoot(around), 'nianbao');
}
