import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Notice } from '../../../core/api/index.ts';
import { findImpliedHeading } from '../../../core/claim/index.ts';
import { ClaimMenu, type MenuPlace } from './claim-menu.tsx';
import { rowElementId, StructureRow } from './claim-row.tsx';
import type { RowEvents } from './claim-row-tools.tsx';
import { type ClaimState, claimOf, lineOf } from './claim-state.ts';
import { type Doubt, describeWhole } from './doubts.ts';
import { type OutlineRow, residueKey } from './outline-rows.ts';
import type { ClaimActions } from './use-claim.ts';
import { rowHeight, useRowWindow } from './use-row-window.ts';

const noDoubts: readonly Doubt[] = [];

function groupDoubts(doubts: readonly Doubt[]): ReadonlyMap<string, readonly Doubt[]> {
  return Map.groupBy(doubts, ({ lineId }) => lineId);
}

function howToPick({ shiftKey, ctrlKey, metaKey }: MouseEvent): 'only' | 'extend' | 'toggle' {
  if (shiftKey) return 'extend';
  return ctrlKey || metaKey ? 'toggle' : 'only';
}

interface OpenMenu {
  readonly key: string;
  readonly place: MenuPlace;
}

function useRowEvents(
  actions: ClaimActions,
  tree: RefObject<HTMLElement | null>,
  openMenu: (menu: OpenMenu) => void,
): RowEvents {
  return useMemo(() => {
    const focus = () => tree.current?.focus({ preventScroll: true });
    return {
      onPick: (key, event) => {
        focus();
        actions.pick(key, howToPick(event));
        if (key === residueKey) actions.run({ name: 'confirm' });
      },
      onCommand: (command, key) => {
        focus();
        actions.runAt(command, key);
      },
      onMenu: (key, place) => {
        focus();
        openMenu({ key, place });
      },
      onEnd: (words) => {
        focus();
        actions.endEditing(words);
      },
      onSplit: (words, offset) => {
        focus();
        actions.splitEditing(words, offset);
      },
      onLeave: () => {
        focus();
        actions.leaveEditing();
      },
    };
  }, [actions, tree, openMenu]);
}

function WholeNotices({
  notices,
  implied,
}: {
  readonly notices: readonly Notice[];
  /** Heading of a part that will be added. */
  readonly implied: string | null;
}) {
  if (notices.length === 0 && implied === null) return null;
  return (
    <ul className="whole-doubts">
      {implied !== null && <li>第一个小标题前面没有部分的标题，会补上“{implied}”。</li>}
      {describeWhole(notices).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** The lines that are seen, between the heights of those that are not. */
function Rows({
  state,
  rows,
  doubts,
  events,
  start,
  end,
}: {
  readonly state: ClaimState;
  readonly rows: readonly OutlineRow[];
  readonly doubts: ReadonlyMap<string, readonly Doubt[]>;
  readonly events: RowEvents;
  readonly start: number;
  readonly end: number;
}) {
  const { editing, active, selected, isResidueOpen } = state;
  const claim = claimOf(state);
  return (
    <>
      <div aria-hidden="true" style={{ height: start * rowHeight }} />
      {rows.slice(start, end).map((row, index) => (
        <StructureRow
          key={row.key}
          row={row}
          claim={claim}
          doubts={doubts.get(row.key) ?? noDoubts}
          isActive={row.key === active}
          isChosen={selected.has(row.key)}
          isOpen={row.kind === 'residue' && isResidueOpen}
          editing={editing?.id === row.key ? editing.mode : null}
          place={start + index + 1}
          count={rows.length}
          events={events}
        />
      ))}
      <div aria-hidden="true" style={{ height: (rows.length - end) * rowHeight }} />
    </>
  );
}

/** What was read, as an outline, each line of which can be put right. */
export function StructurePane({
  state,
  rows,
  doubts,
  notices,
  actions,
  tree,
  onKeyDown,
}: {
  readonly state: ClaimState;
  readonly rows: readonly OutlineRow[];
  readonly doubts: readonly Doubt[];
  readonly notices: readonly Notice[];
  readonly actions: ClaimActions;
  readonly tree: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const pane = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const events = useRowEvents(actions, tree, setMenu);
  const active = rows.findIndex(({ key }) => key === state.active);
  const shown = useRowWindow(pane, tree, { count: rows.length, active, turn: state.said.turn });
  const byLine = useMemo(() => groupDoubts(doubts), [doubts]);
  const line = menu ? lineOf(state, menu.key) : undefined;
  // words being changed must not go with the line that is scrolled away
  const isEdited = state.editing !== null && active >= 0;
  useLayoutEffect(() => tree.current?.focus({ preventScroll: true }), [tree]);

  const openMenuByKey = (event: KeyboardEvent<HTMLElement>): boolean => {
    const isAsked = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    const element = document.getElementById(rowElementId(state.active));
    if (!isAsked || !element || !lineOf(state)) return false;
    const { left, bottom } = element.getBoundingClientRect();
    event.preventDefault();
    setMenu({ key: state.active, place: { x: left + 120, y: bottom } });
    return true;
  };
  return (
    <section className="structure-pane" aria-labelledby="structure-title">
      <div className="structure-scroll" ref={pane} onScroll={shown.onScroll}>
        <h2 id="structure-title">读成这样</h2>
        <WholeNotices notices={notices} implied={findImpliedHeading(claimOf(state))} />
        <div
          ref={tree}
          className="structure"
          role="tree"
          tabIndex={0}
          aria-multiselectable="true"
          aria-labelledby="structure-title"
          aria-describedby="claim-keys"
          aria-activedescendant={rowElementId(state.active)}
          onKeyDown={(event) => {
            if (!openMenuByKey(event)) onKeyDown(event);
          }}
        >
          <Rows
            state={state}
            rows={rows}
            doubts={byLine}
            events={events}
            start={isEdited ? Math.min(shown.start, active) : shown.start}
            end={isEdited ? Math.max(shown.end, active + 1) : shown.end}
          />
        </div>
      </div>
      {menu && line && (
        <ClaimMenu
          line={line}
          place={menu.place}
          onCommand={(command) => events.onCommand(command, menu.key)}
          onClose={() => {
            setMenu(null);
            tree.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </section>
  );
}
