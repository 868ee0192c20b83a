import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../core/api/index.ts';
import { findShortcut, registerCommand, runCommand } from '../stores/commands.ts';

/** While the component is there, `command` runs `run`. */
export function useCommand(command: MenuCommand, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => registerCommand(command, () => latest.current()), [command]);
}

/** Carries the menu and the keyboard to the commands of the open screen. Once, in the app. */
export function useCommandSources(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = event.defaultPrevented ? null : findShortcut(event);
      if (command === null) return;
      // A browser's own answer to Ctrl+S, to store the page, is never what was meant.
      if (runCommand(command) || command === 'save') event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    const stopMenu = window.nianbao?.onMenuCommand((command) => runCommand(command));
    return () => {
      window.removeEventListener('keydown', onKey);
      stopMenu?.();
    };
  }, []);
}
