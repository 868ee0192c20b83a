import { create } from 'zustand';
import type { ApiError, AppInfo, Call, Settings } from '../../core/api/index.ts';

/** What the whole window knows: where it runs, and this PC's settings. */
export type AppState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'failed'; readonly error: ApiError }
  | { readonly phase: 'ready'; readonly info: AppInfo; readonly settings: Settings };

export const useApp = create<AppState>()(() => ({ phase: 'starting' }));

/** Asks for both; the state says how it went. */
export async function loadApp(call: Call): Promise<void> {
  useApp.setState({ phase: 'starting' }, true);
  const [info, settings] = await Promise.all([call('app.info', {}), call('settings.get', {})]);
  if (!info.ok) useApp.setState({ phase: 'failed', error: info.error }, true);
  else if (!settings.ok) useApp.setState({ phase: 'failed', error: settings.error }, true);
  else useApp.setState({ phase: 'ready', info: info.value, settings: settings.value }, true);
}

/** Changes settings; the window follows what was stored, not what was asked. Null when it worked. */
export async function changeSettings(
  call: Call,
  change: Partial<Settings>,
): Promise<ApiError | null> {
  const stored = await call('settings.set', { change });
  if (!stored.ok) return stored.error;
  const state = useApp.getState();
  if (state.phase === 'ready') useApp.setState({ ...state, settings: stored.value }, true);
  return null;
}

/** Info and settings, inside the screens, which are shown only once both are there. */
export function useReadyApp(): { readonly info: AppInfo; readonly settings: Settings } {
  const state = useApp();
  if (state.phase !== 'ready') throw new Error('a screen was shown before the app was ready');
  return state;
}
