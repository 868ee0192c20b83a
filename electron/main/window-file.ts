import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { formatWindowState, parseWindowState, type WindowState } from './window-state.ts';

/**
 * Where the window was when it was last seen; null when that is not known, also because the file
 * cannot be read: where a window stood is no reason not to open it.
 */
export function loadWindowState(file: string): WindowState | null {
  if (!existsSync(file)) return null;
  try {
    return parseWindowState(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error('window state not read', error);
    return null;
  }
}

/**
 * Keeps where the window is. Done at once, for a closing window does not wait. A window that
 * cannot be remembered opens in the middle next time, which is no reason to disturb anybody.
 */
export function saveWindowState(file: string, state: WindowState): void {
  const temporary = `${file}.tmp`;
  try {
    writeFileSync(temporary, formatWindowState(state), { mode: 0o600 });
    renameSync(temporary, file);
  } catch (error) {
    console.error('window state not kept', error);
  }
}
