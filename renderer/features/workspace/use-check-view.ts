import { flushSync } from 'react-dom';
import {
  type DeskView,
  navigate,
  returnTo,
  type Screen,
  useNavigation,
} from '../../stores/navigation.ts';
import { useSession } from './desk-context.ts';
import type { DraftSession } from './draft-session.ts';

function viewOf(screen: Screen): DeskView | null {
  return (screen.screen === 'workspace' && screen.view) || null;
}

/** What lies over the desk: 检查, 导出, or nothing. */
export function useDeskView(): DeskView | null {
  return useNavigation(({ current }) => viewOf(current));
}

/** The same, outside a component. */
export function readDeskView(): DeskView | null {
  return viewOf(useNavigation.getState().current);
}

/** Lays 检查 over the desk. */
export function openCheck({ opened }: Pick<DraftSession, 'opened'>): void {
  navigate({ screen: 'workspace', reportId: opened.summary.id, view: 'check' });
}

/** Lays 导出 over the desk. */
export function openExport({ opened }: Pick<DraftSession, 'opened'>): void {
  navigate({ screen: 'workspace', reportId: opened.summary.id, view: 'export' });
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
