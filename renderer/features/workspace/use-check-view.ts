import { flushSync } from 'react-dom';
import { navigate, returnTo, useNavigation } from '../../stores/navigation.ts';
import { useSession } from './desk-context.ts';
import type { DraftSession } from './draft-session.ts';

/** True while 检查 lies over the desk. */
export function useIsChecking(): boolean {
  return useNavigation(({ current }) => current.screen === 'workspace' && current.view === 'check');
}

/** The same, outside a component. */
export function isChecking(): boolean {
  const { current } = useNavigation.getState();
  return current.screen === 'workspace' && current.view === 'check';
}

/** Lays 检查 over the desk. */
export function openCheck({ opened }: Pick<DraftSession, 'opened'>): void {
  navigate({ screen: 'workspace', reportId: opened.summary.id, view: 'check' });
}

/** Leads back to the desk; what is handed over is done there, else the caret is where it was. */
export function useLeaveCheck(): (then?: () => void) => void {
  const session = useSession();
  return (then) => {
    // the page can take the focus only once nothing lies over it
    flushSync(() => returnTo({ screen: 'workspace', reportId: session.opened.summary.id }));
    if (then) then();
    else session.getView()?.focus();
  };
}
