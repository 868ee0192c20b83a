import { Button } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { headingFromSource, type SourceSelection, toReport } from '../../../core/claim/index.ts';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { holdScreen } from '../../stores/navigation.ts';
import { ClaimBar } from './claim-bar.tsx';
import { ClaimHelp, ClaimKeyBar } from './claim-key-bar.tsx';
import { commandOfKey } from './claim-keys.ts';
import { LeaveBar } from './claim-leave.tsx';
import {
  type ClaimState,
  claimOf,
  goTo,
  isChanged,
  openDoubtsOf,
  rowsOf,
  say,
  takeStep,
} from './claim-state.ts';
import { listOpenNotices } from './doubts.ts';
import type { Imported } from './reader.ts';
import { SourcePane } from './source-pane.tsx';
import { StructurePane } from './structure-pane.tsx';
import { type ClaimActions, useClaim } from './use-claim.ts';

function makeHeading(state: ClaimState, selection: SourceSelection): ClaimState {
  const made = headingFromSource(claimOf(state), selection);
  if (!made) return say(state, '只能把一段正文里的字设为标题');
  return takeStep(state, { claim: made.claim }, '选中的字已设为标题', made.id);
}

/** Puts the focus on the next of the three: structure, original, the fields below. */
function focusNext(screen: HTMLElement | null): void {
  const places = ['.structure', '.source-pane', '.claim-bar input']
    .map((place) => screen?.querySelector<HTMLElement>(place))
    .filter((place) => place !== null && place !== undefined);
  const at = places.findIndex((place) => place.contains(document.activeElement));
  places[(at + 1) % places.length]?.focus();
}

/** The keys that work anywhere on the screen, even while a field below is typed into. */
function useScreenKeys(actions: ClaimActions, focusNextPlace: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === 'F8') {
        actions.run({ name: 'doubt', to: event.shiftKey ? 'previous' : 'next' });
      } else if (event.key === 'F6') focusNextPlace();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [actions, focusNextPlace]);
}

/** A window that closes, and the way back of the browser, ask before corrections are lost. */
function useLastChance(isDirty: boolean, onGoingBack: () => void): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const release = holdScreen(onGoingBack);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      release();
    };
  }, [isDirty, onGoingBack]);
}

function DoubtSteps({
  open,
  all,
  state,
  actions,
}: {
  readonly open: number;
  readonly all: number;
  readonly state: ClaimState;
  readonly actions: ClaimActions;
}) {
  const { past, future } = state.history;
  return (
    <>
      {all > 0 &&
        (open > 0 ? (
          <span className="claim-count">{open} 处待确认</span>
        ) : (
          <span className="claim-count is-done">{all} 处都已确认</span>
        ))}
      <Button
        disabled={past.length === 0}
        title="撤销 Ctrl+Z"
        onClick={() => actions.run({ name: 'undo' })}
      >
        撤销
      </Button>
      <Button
        disabled={future.length === 0}
        title="重做 Ctrl+Y"
        onClick={() => actions.run({ name: 'redo' })}
      >
        重做
      </Button>
      {all > 0 && (
        <>
          <Button
            disabled={open === 0}
            onClick={() => actions.run({ name: 'doubt', to: 'previous' })}
          >
            上一处
          </Button>
          <Button disabled={open === 0} onClick={() => actions.run({ name: 'doubt', to: 'next' })}>
            下一处 <kbd>F8</kbd>
          </Button>
        </>
      )}
    </>
  );
}

function useReport(state: ClaimState) {
  const [head, setHead] = useState({
    issuers: state.opened.issuers,
    year: state.opened.year,
  });
  const claim = claimOf(state);
  const report = useMemo(() => toReport({ ...claim, ...head }), [claim, head]);
  const setIssuers = useCallback(
    (issuers: readonly string[]) => setHead((last) => ({ ...last, issuers })),
    [],
  );
  const setYear = useCallback((year: number) => setHead((last) => ({ ...last, year })), []);
  return { report, setIssuers, setYear };
}

/** 认领: the source at the left, what was read of it at the right, and what to do with it below. */
export function Claim({
  imported,
  onBack,
}: {
  readonly imported: Imported;
  readonly onBack: () => void;
}) {
  const { opened } = imported;
  const { state, actions } = useClaim(opened.claim, opened.doubts.atLines);
  const { report, setIssuers, setYear } = useReport(state);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const screen = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const claim = claimOf(state);
  const rows = useMemo(() => rowsOf(state), [state]);
  const doubts = useMemo(() => openDoubtsOf(state), [state]);
  const notices = useMemo(
    () => listOpenNotices(opened.doubts.ofWhole, { ...claim, issuers: report.issuers }),
    [opened, claim, report.issuers],
  );
  useScreenKeys(
    actions,
    useCallback(() => focusNext(screen.current), []),
  );
  useLastChance(
    isChanged(state),
    useCallback(() => setLeaving(true), []),
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const command = commandOfKey(event);
      if (command) actions.run(command);
      else if (event.key === '?') setHelpOpen(true);
      else if (event.key === 'Escape') focusNext(screen.current);
      else return;
      event.preventDefault();
    },
    [actions],
  );
  const onPick = useCallback(
    (key: string) => {
      actions.apply((last) => goTo(last, key));
      tree.current?.focus({ preventScroll: true });
    },
    [actions],
  );
  const onHeading = useCallback(
    (selection: SourceSelection) => {
      actions.apply((last) => makeHeading(last, selection));
      tree.current?.focus({ preventScroll: true });
    },
    [actions],
  );
  return (
    <div className="screen claim" ref={screen}>
      <TopBar
        actions={
          <DoubtSteps
            open={doubts.length}
            all={state.doubts.length}
            state={state}
            actions={actions}
          />
        }
      >
        <BackLink label="返回" onClick={() => (isChanged(state) ? setLeaving(true) : onBack())} />
        <h1>认领：{imported.name}</h1>
      </TopBar>
      {isLeaving && (
        <LeaveBar
          onLeave={onBack}
          onStay={() => {
            setLeaving(false);
            tree.current?.focus();
          }}
        />
      )}
      <main className="claim-panes">
        <SourcePane
          claim={claim}
          active={state.active}
          turn={state.said.turn}
          onPick={onPick}
          onHeading={onHeading}
          onKeyDown={onKeyDown}
        />
        <StructurePane
          state={state}
          rows={rows}
          doubts={doubts}
          notices={notices}
          actions={actions}
          tree={tree}
          onKeyDown={onKeyDown}
        />
        {isHelpOpen && (
          <ClaimHelp
            onClose={() => {
              setHelpOpen(false);
              tree.current?.focus();
            }}
          />
        )}
      </main>
      <ClaimKeyBar
        said={state.said}
        isHelpOpen={isHelpOpen}
        onHelp={() => setHelpOpen((last) => !last)}
      />
      <ClaimBar imported={imported} report={report} onIssuers={setIssuers} onYear={setYear} />
    </div>
  );
}
