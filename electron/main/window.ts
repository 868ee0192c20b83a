import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { pagePreferences } from './security.ts';
import { minimumSize, type WindowState } from './window-state.ts';

/** How long bounds must have rested before they are kept. */
const restMs = 400;

/** The desk's colour until the page has drawn itself. @source LOOK.md, tokens */
const desk = { light: '#efece6', dark: '#1e1d1b' } as const;

/** What a window is made from. */
export interface WindowParts {
  readonly state: WindowState;
  readonly preload: string;
  readonly icon: string;
  readonly isPackaged: boolean;
  readonly isDark: boolean;
}

/** The options of the app's window. It is shown when the page has drawn itself. */
export function windowOptions(parts: WindowParts): BrowserWindowConstructorOptions {
  return {
    ...parts.state.bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    title: '年报助手',
    icon: parts.icon,
    backgroundColor: parts.isDark ? desk.dark : desk.light,
    webPreferences: pagePreferences(parts.preload, parts.isPackaged),
  };
}

/** Events after which a window may lie somewhere else. */
type PlaceEvent = 'resize' | 'move' | 'maximize' | 'unmaximize';

/** The part of a window that keeping its place needs. */
export interface PlacedWindow {
  readonly getNormalBounds: () => Rectangle;
  readonly isMaximized: () => boolean;
  readonly isMinimized: () => boolean;
  readonly isDestroyed: () => boolean;
  readonly onEvent: (event: PlaceEvent | 'close', run: () => void) => void;
}

/** Where the window is now; its restored place when it is maximised. */
export function readWindowState(
  window: Pick<PlacedWindow, 'getNormalBounds' | 'isMaximized'>,
): WindowState {
  const { x, y, width, height }: Rectangle = window.getNormalBounds();
  return { bounds: { x, y, width, height }, maximised: window.isMaximized() };
}

/** Calls `keep` when the window has come to rest somewhere else, and once more when it closes. */
export function followWindow(window: PlacedWindow, keep: (state: WindowState) => void): void {
  let clock: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(clock);
    clock = setTimeout(() => {
      if (!window.isDestroyed() && !window.isMinimized()) keep(readWindowState(window));
    }, restMs);
  };
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const)
    window.onEvent(event, later);
  window.onEvent('close', () => {
    clearTimeout(clock);
    keep(readWindowState(window));
  });
}
