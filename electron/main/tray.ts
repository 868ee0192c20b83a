import { existsSync, writeFileSync } from 'node:fs';
import type { GlobalShortcut, MenuItemConstructorOptions } from 'electron';

/** The keys that open the note from any program, while this one runs. */
export const noteShortcut = 'CommandOrControl+Shift+N';

/** What the icon beside the clock can set going. */
export interface TrayTools {
  /** Brings the window to the front with the note open. */
  readonly takeNote: () => void;
  readonly openWindow: () => void;
  readonly quit: () => void;
}

/** The menu of the icon beside the clock. */
export function trayTemplate(tools: TrayTools): readonly MenuItemConstructorOptions[] {
  return [
    { id: 'takeNote', label: '记一条素材', click: () => tools.takeNote() },
    { id: 'openWindow', label: '打开年报助手', click: () => tools.openWindow() },
    { type: 'separator' },
    { id: 'quit', label: '退出', click: () => tools.quit() },
  ];
}

/** What registering needs of the shell. */
export interface ShortcutTools {
  readonly shortcuts: Pick<GlobalShortcut, 'register'>;
  readonly takeNote: () => void;
  /** A file that stands once the person was told that the keys belong to another program. */
  readonly toldFile: string;
  readonly tell: () => void;
}

function isTaken({ shortcuts, takeNote }: ShortcutTools): boolean {
  try {
    return !shortcuts.register(noteShortcut, takeNote);
  } catch (error) {
    // Some desktops of Linux have no such keys at all, and say so by throwing.
    console.error('no global shortcut', error instanceof Error ? error.name : typeof error);
    return true;
  }
}

/** Takes the keys for the note; where they are not to be had that is told once, and all else works. */
export function registerShortcut(tools: ShortcutTools): void {
  if (!isTaken(tools) || existsSync(tools.toldFile)) return;
  tools.tell();
  try {
    writeFileSync(tools.toldFile, '');
  } catch (error) {
    // Then it is told again at the next start, which harms nobody.
    console.error('not noted', error instanceof Error ? error.name : typeof error);
  }
}
