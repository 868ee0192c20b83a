import { type KeyboardEvent, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import {
  headingFromSource,
  type SourceSelection,
  setIssuers,
  setYear,
  toReport,
} from '../../../core/claim/index.ts';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { ClaimBar } from './claim-bar.tsx';
import { setHead } from './claim-head.ts';
import { ClaimHelp, ClaimKeyBar } from './claim-key-bar.tsx';
import { commandOfKey } from './claim-keys.ts';
import { LeaveBar } from './claim-leave.tsx';
import {
  type ClaimState,
  claimOf,
  goTo,
  headOf,
  isChanged,
  openDoubtsOf,
  rowsOf,
  say,
  takeStep,
} from './claim-state.ts';
import { ClaimSteps } from './claim-steps.tsx';
import { listOpenNotices } from './doubts.ts';
import type { Imported } from './reader.ts';
import { SourcePane } from './source-pane.tsx';
import { StructurePane } from './structure-pane.tsx';
import { type ClaimActions, useClaim } from './use-claim.ts';
import { useLastChance } from './use-last-chance.ts';
import { focusNext, useScreenKeys } from './use-screen-keys.ts';

function makeHeading(state: ClaimState, selection: SourceSelection): ClaimState {
  const made = headingFromSource(claimOf(state), selection);
  if (!made) return say(state, '只能把一段正文里的字设为标题');
  return takeStep(state, { claim: made.claim }, '选中的字已设为标题', made.id);
}

/** The report as it now is; changing unit or year does not touch the lines. */
function useReport(state: ClaimState, { apply }: ClaimActions) {
  const claim = claimOf(state);
  const { issuers, year } = headOf(state);
  const report = useMemo(
    () => toReport(setYear(setIssuers(claim, issuers), year)),
    [claim, issuers, year],
  );
  const changeIssuers = useCallback(
    (names: readonly string[]) => apply((last) => setHead(last, { issuers: names })),
    [apply],
  );
  const changeYear = useCallback(
    (chosen: number) => apply((last) => setHead(last, { year: chosen })),
    [apply],
  );
  return { report, changeIssuers, changeYear };
}

/** What keys on the lines, a press on the original, and words chosen in it do. */
function useSteering(
  actions: ClaimActions,
  {
    screen,
    tree,
    setHelpOpen,
  }: {
    readonly screen: RefObject<HTMLElement | null>;
    readonly tree: RefObject<HTMLElement | null>;
    readonly setHelpOpen: (isOpen: boolean) => void;
  },
) {
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const command = commandOfKey(event);
      if (command) actions.run(command);
      else if (event.key === '?') setHelpOpen(true);
      else if (event.key === 'Escape') focusNext(screen.current);
      else return;
      event.preventDefault();
    },
    [actions, screen, setHelpOpen],
  );
  const onPick = useCallback(
    (key: string) => {
      actions.apply((last) => goTo(last, key));
      tree.current?.focus({ preventScroll: true });
    },
    [actions, tree],
  );
  const onHeading = useCallback(
    (selection: SourceSelection) => {
      actions.apply((last) => makeHeading(last, selection));
      tree.current?.focus({ preventScroll: true });
    },
    [actions, tree],
  );
  return { onKeyDown, onPick, onHeading };
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
  const { report, changeIssuers, changeYear } = useReport(state, actions);
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

  const { onKeyDown, onPick, onHeading } = useSteering(actions, { screen, tree, setHelpOpen });
  return (
    <div className="screen claim" ref={screen}>
      <TopBar actions={<ClaimSteps state={state} actions={actions} />}>
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
      <ClaimBar imported={imported} report={report} onIssuers={changeIssuers} onYear={changeYear} />
    </div>
  );
}
