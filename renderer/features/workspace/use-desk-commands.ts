import { redo, undo } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import { useEffect } from 'react';
import type { Settings } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { useCommand } from '../../components/use-commands.ts';
import { changeSettings, useApp } from '../../stores/app.ts';
import { runCommand } from '../../stores/commands.ts';
import { useSession } from './desk-context.ts';
import { showPanel } from './desk-state.ts';
import type { DraftSession } from './draft-session.ts';
import { stepToFinding } from './mend-findings.ts';
import { stepToBlank } from './step-to-blank.ts';
import { tellError } from './tell.ts';
import { openCheck, openExport, readDeskView } from './use-check-view.ts';

const zooms = [60, 75, 90, 100, 110, 125, 150, 175, 200] as const;

function readSettings(): Settings | null {
  const app = useApp.getState();
  return app.phase === 'ready' ? app.settings : null;
}

/** The next larger or smaller zoom. */
export function stepZoom(zoom: number, step: 1 | -1): number {
  const next =
    step === 1 ? zooms.find((each) => each > zoom) : zooms.findLast((each) => each < zoom);
  return next ?? zoom;
}

/** Changes settings of the desk; a failure is told in the status line. */
export function useChangeSettings(): (change: (settings: Settings) => Partial<Settings>) => void {
  const call = useCall();
  const session = useSession();
  return (change) => {
    const settings = readSettings();
    if (!settings) return;
    void changeSettings(call, change(settings)).then((error) => {
      if (error) session.store.setState({ message: tellError(error) });
    });
  };
}

function runInEditor(session: DraftSession, command: Command): void {
  const view = session.getView();
  if (view) command(view.state, view.dispatch);
}

const panes = ['.outline', '.ProseMirror', '.panel'] as const;

/** F6 goes round outline, page and panel; a pane that is hidden is passed over. */
function cyclePanes(step: 1 | -1): void {
  const shown = panes
    .map((pane) => document.querySelector<HTMLElement>(pane))
    .filter((pane) => pane !== null && pane.offsetParent !== null);
  const at = shown.findIndex((pane) => pane?.contains(document.activeElement));
  const next = shown[(at + step + shown.length) % shown.length];
  focusPane(next ?? null);
}

function focusPane(pane: HTMLElement | null): void {
  if (!pane) return;
  const target = pane.isContentEditable
    ? pane
    : pane.querySelector<HTMLElement>('[aria-current="true"], [aria-selected="true"], button');
  (target ?? pane).focus();
}

function liesOverPage(pane: string): boolean {
  const element = document.querySelector(pane);
  return element !== null && getComputedStyle(element).position === 'absolute';
}

/** Esc takes away a pane that lies over the page in a narrow window. */
function closeOverlay(session: DraftSession, target: EventTarget | null): boolean {
  const { outlineOpen, panelOpen } = session.store.getState();
  const isOpen = (outlineOpen && liesOverPage('.outline')) || (panelOpen && liesOverPage('.panel'));
  // A menu or the find bar that is open above has its own use for Esc.
  const isElsewhere = target instanceof Element && target.closest('.find-bar, [role="menu"]');
  if (!isOpen || isElsewhere) return false;
  session.store.setState({ outlineOpen: false, panelOpen: false });
  session.getView()?.focus();
  return true;
}

/** F8 and Shift+F8: 待更新 chips first, then blanks, and once none is left what proofreading found. */
export function stepToOpenPoint(session: DraftSession, step: 1 | -1): void {
  if (!session.stale.step(step) && !stepToBlank(session, step)) stepToFinding(session, step);
}

/** Keys that lead from pane to pane. False for any other. */
function runPaneKey(session: DraftSession, event: KeyboardEvent): boolean {
  // what lies over the desk has keys of its own
  if (readDeskView() !== null) return false;
  const control = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'F6':
      cyclePanes(event.shiftKey ? -1 : 1);
      return true;
    case 'F7':
      if (event.shiftKey) openCheck(session);
      else showPanel(session.store, 'proofread');
      return true;
    case 'F8':
      stepToOpenPoint(session, event.shiftKey ? -1 : 1);
      return true;
    case 'F9':
      return runCommand('toggleProvenance');
    case 'Escape':
      return closeOverlay(session, event.target);
    case 'Enter':
      if (!control) return false;
      showPanel(session.store);
      window.requestAnimationFrame(() => focusPane(document.querySelector('.panel')));
      return true;
    default:
      return false;
  }
}

function usePaneKeys(session: DraftSession): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // the note in the corner, the help and the tour have their own Escape
      const own = '.note-card, .help-pane, .tour-card';
      if (event.target instanceof Element && event.target.closest(own)) return;
      if (!event.isComposing && !event.defaultPrevented && runPaneKey(session, event)) {
        event.preventDefault();
      }
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [session]);
}

/** A window that closes with unsaved words asks first; one that is hidden saves them. */
function useLastChance(session: DraftSession): void {
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') void session.saver.flush();
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!session.saver.isDirty()) return;
      void session.saver.flush();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [session]);
}

/** Word's Ctrl+P: the pages are shown, then printed. The check page prints itself. */
function printReport(session: DraftSession): void {
  if (readDeskView() === 'check') {
    window.print();
    return;
  }
  session.store.setState({ printsWhenShown: true });
  openExport(session);
}

/** What the menu and the keys do while the desk is open. */
export function useDeskCommands(): void {
  const session = useSession();
  const change = useChangeSettings();
  usePaneKeys(session);
  useLastChance(session);
  useCommand('save', () => void session.saver.flush());
  useCommand('undo', () => runInEditor(session, undo));
  useCommand('redo', () => runInEditor(session, redo));
  useCommand('find', () => session.store.setState({ find: 'find' }));
  useCommand('replace', () => session.store.setState({ find: 'replace' }));
  useCommand('check', () => openCheck(session));
  useCommand('exportScreen', () => openExport(session));
  useCommand('print', () => printReport(session));
  useCommand('proofread', () => showPanel(session.store, 'proofread'));
  useCommand('nextOpenPoint', () => stepToOpenPoint(session, 1));
  useCommand('toggleProvenance', () =>
    change(({ showProvenance }) => ({ showProvenance: !showProvenance })),
  );
  useCommand('zoomIn', () => change(({ zoom }) => ({ zoom: stepZoom(zoom, 1) })));
  useCommand('zoomOut', () => change(({ zoom }) => ({ zoom: stepZoom(zoom, -1) })));
  useCommand('zoomReset', () => change(() => ({ zoom: 100 })));
}
