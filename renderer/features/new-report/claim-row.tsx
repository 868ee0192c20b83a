import { type MouseEvent, memo } from 'react';
import type { Claim } from '../../../core/claim/index.ts';
import { DoubtChips } from './claim-chips.tsx';
import { ClaimEdit } from './claim-edit.tsx';
import { type RowEvents, Tag, Tools } from './claim-row-tools.tsx';
import type { Editing } from './claim-state.ts';
import { shorten } from './claim-words.ts';
import type { Doubt } from './doubts.ts';
import type { OutlineRow } from './outline-rows.ts';

interface RowProperties {
  readonly row: OutlineRow;
  readonly claim: Claim;
  readonly doubts: readonly Doubt[];
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly editing: Editing['mode'] | null;
  readonly place: number;
  readonly count: number;
  readonly events: RowEvents;
}

/** Id of a line's element, for `aria-activedescendant`. */
export function rowElementId(key: string): string {
  return `claim-row-${key}`;
}

const emptyWords: Partial<Record<OutlineRow['kind'], string>> = {
  title: '原文没有标题，在这里补上',
  residue: '不进入报告，可随时恢复',
};

/** What lowering makes of a line, in words. */
function lowersTo({ line }: OutlineRow): string {
  if (line?.role === 'part') return '小标题';
  return line && line.role === line.hinge ? '正文' : '下一级';
}

function Words({ row }: { readonly row: OutlineRow }) {
  const { kind, label, text } = row;
  const shown = kind === 'residue' ? '' : text;
  return (
    <span className="structure-words">
      {kind === 'part' && label}
      {shorten(shown.replaceAll('\n', '　')) || (
        <span className="structure-empty">{emptyWords[kind] ?? '（没有文字）'}</span>
      )}
    </span>
  );
}

/** What a line holds besides its tag: its words and what may be done, or the box to change them. */
function Body({ row, doubts, isActive, editing, place, events }: RowProperties) {
  const { key, line } = row;
  if (editing && line) {
    return (
      <ClaimEdit
        key={editing}
        mode={editing}
        words={row.text}
        onEnd={events.onEnd}
        onSplit={events.onSplit}
        onLeave={events.onLeave}
      />
    );
  }
  return (
    <>
      <Words row={row} />
      <Tools row={row} events={events} />
      <DoubtChips
        doubts={doubts}
        isActive={isActive}
        isFirst={place === 1}
        lowersTo={lowersTo(row)}
        onCommand={(command) => events.onCommand(command, key)}
      />
    </>
  );
}

function classOf({ row, isActive, isChosen, editing }: RowProperties): string {
  return [
    `structure-row is-${row.kind} at-${row.depth}`,
    isActive ? 'is-active' : '',
    isChosen ? 'is-chosen' : '',
    editing ? 'is-edited' : '',
  ].join(' ');
}

/** What the mouse does on a line. */
function listenTo({ row: { key, line }, events }: RowProperties) {
  return {
    onClick: (event: MouseEvent) => events.onPick(key, event),
    onDoubleClick: () => {
      if (line && line.role !== 'discarded') events.onCommand({ name: 'edit' }, key);
    },
    onContextMenu: (event: MouseEvent) => {
      if (!line) return;
      event.preventDefault();
      events.onMenu(key, { x: event.clientX, y: event.clientY });
    },
  };
}

function Row(properties: RowProperties) {
  const { row, claim, isActive, isChosen, isOpen, place, count, events } = properties;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the tree.
    <div
      id={rowElementId(row.key)}
      role="treeitem"
      aria-level={row.depth}
      aria-posinset={place}
      aria-setsize={count}
      aria-selected={isActive || isChosen}
      aria-expanded={row.kind === 'residue' ? isOpen : undefined}
      className={classOf(properties)}
      {...listenTo(properties)}
    >
      {row.kind === 'residue' && <span className="structure-fold">{isOpen ? '▾' : '▸'}</span>}
      <Tag row={row} claim={claim} events={events} />
      <Body {...properties} />
    </div>
  );
}

/** A line of the structure: what it is, its words, what may be done with it, what is doubtful. */
export const StructureRow = memo(Row, (a, b) => {
  const isSameRow =
    a.row.line === b.row.line &&
    a.row.label === b.row.label &&
    a.row.kind === b.row.kind &&
    a.row.depth === b.row.depth &&
    a.row.text === b.row.text &&
    // only a part's tag looks at the other lines
    (a.row.kind !== 'part' || a.claim === b.claim);
  return (
    isSameRow &&
    a.doubts === b.doubts &&
    a.isActive === b.isActive &&
    a.isChosen === b.isChosen &&
    a.isOpen === b.isOpen &&
    a.editing === b.editing &&
    a.place === b.place &&
    a.count === b.count &&
    a.events === b.events
  );
});
