import type { MenuCommand } from '../../core/api/index.ts';

type Run = () => void;

const registered = new Map<MenuCommand, readonly Run[]>();

/**
 * Says what `command` does while a screen is open; the latest to register is asked.
 * Gives the function that takes it back.
 */
export function registerCommand(command: MenuCommand, run: Run): () => void {
  registered.set(command, [...(registered.get(command) ?? []), run]);
  return () => {
    const rest = (registered.get(command) ?? []).filter((other) => other !== run);
    if (rest.length > 0) registered.set(command, rest);
    else registered.delete(command);
  };
}

/** Runs a command. False when nothing on this screen knows it. */
export function runCommand(command: MenuCommand): boolean {
  const run = registered.get(command)?.at(-1);
  run?.();
  return run !== undefined;
}

/** What {@link findShortcut} reads of a keyboard event. */
export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/** `Ctrl+` keys. Undo and redo are the editor's own: they are commands of the menu only. */
const ctrlKeys: ReadonlyMap<string, MenuCommand> = new Map([
  ['n', 'newReport'],
  ['o', 'importFile'],
  ['s', 'save'],
  ['e', 'export'],
  ['p', 'print'],
  ['f', 'find'],
  ['h', 'replace'],
  ['=', 'zoomIn'],
  ['+', 'zoomIn'],
  ['-', 'zoomOut'],
  ['0', 'zoomReset'],
  [',', 'settings'],
]);
/** `Alt+` keys: browsers keep Ctrl+N to themselves. */
const altKeys: ReadonlyMap<string, MenuCommand> = new Map([
  ['n', 'newReport'],
  ['l', 'library'],
]);

/** `Ctrl+Shift+` keys; with Alt instead of Ctrl too, as browsers keep some to themselves. */
const shiftKeys: ReadonlyMap<string, MenuCommand> = new Map([
  ['n', 'quickNote'],
  ['e', 'exportScreen'],
  ['s', 'export'],
]);

/** The command of a key stroke, or null. Keys of an input method in use are left alone. */
export function findShortcut(stroke: KeyStroke): MenuCommand | null {
  if (stroke.isComposing) return null;
  const isBare = !stroke.ctrlKey && !stroke.metaKey && !stroke.altKey && !stroke.shiftKey;
  if (stroke.key === 'F1') return isBare ? 'help' : null;
  const control = stroke.ctrlKey || stroke.metaKey;
  const key = stroke.key.toLowerCase();
  if (stroke.shiftKey && control !== stroke.altKey) {
    const command = shiftKeys.get(key);
    if (command) return command;
  }
  if (control && !stroke.altKey) {
    // Shift is allowed where a keyboard needs it for the sign itself.
    return stroke.shiftKey && key !== '+' ? null : (ctrlKeys.get(key) ?? null);
  }
  return stroke.altKey && !control && !stroke.shiftKey ? (altKeys.get(key) ?? null) : null;
}
