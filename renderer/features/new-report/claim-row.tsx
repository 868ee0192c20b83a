import { type MouseEvent, memo } from 'react';
import { type Claim, isHeadingRole, kindOfPart } from '../../../core/claim/index.ts';
import { DoubtChips } from './claim-chips.tsx';
import type { ClaimCommand } from './claim-command.ts';
import { ClaimEdit } from './claim-edit.tsx';
import type { MenuPlace } from './claim-menu.tsx';
import type { Editing } from './claim-state.ts';
import { shorten, shortKindNames } from './claim-words.ts';
import type { Doubt } from './doubts.ts';
import { type OutlineRow, roleTags } from './outline-rows.ts';

/** What a line of the structure tells the pane it stands in. */
export interface RowEvents {
  readonly onPick: (key: string, event: MouseEvent) => void;
  readonly onCommand: (command: ClaimCommand, key: string) => void;
  readonly onMenu: (key: string, place: MenuPlace) => void;
  readonly onEnd: (words: string) => void;
  readonly onSplit: (words: string, offset: number) => void;
  readonly onLeave: () => void;
}

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

function belowElement(event: MouseEvent<HTMLElement>): MenuPlace {
  const { left, bottom } = event.currentTarget.getBoundingClientRect();
  return { x: left, y: bottom };
}

function Tag({ row, claim, events }: Pick<RowProperties, 'row' | 'claim' | 'events'>) {
  const { key, kind, label, line } = row;
  const words =
    kind === 'part' && line
      ? `部分 · ${shortKindNames[kindOfPart(claim, line)]}`
      : kind === 'residue'
        ? `${roleTags.residue} ${row.text} 行`
        : label || roleTags[kind];
  if (kind === 'paragraph') return null;
  if (!line) {
    return (
      <span className="structure-tag">
        <span>{words}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`structure-tag is-${kind}`}
      aria-label={`${words}，改为别的`}
      onClick={(event) => {
        event.stopPropagation();
        events.onMenu(key, belowElement(event));
      }}
    >
      <span>{words}</span>
    </button>
  );
}

function Tools({ row, events }: Pick<RowProperties, 'row' | 'events'>) {
  const { key, line } = row;
  if (!line) return null;
  const tool = (sign: string, words: string, press: (event: MouseEvent<HTMLElement>) => void) => (
    <button
      type="button"
      tabIndex={-1}
      title={words}
      aria-label={words}
      onClick={(event) => {
        event.stopPropagation();
        press(event);
      }}
    >
      {sign}
    </button>
  );
  const isLeftOut = line.role === 'discarded';
  const isHeading = isHeadingRole(line.role);
  const canRaise = (isHeading || line.role === 'paragraph') && line.role !== 'part';
  const run = (command: ClaimCommand) => () => events.onCommand(command, key);
  return (
    <span className="structure-tools">
      {isLeftOut && tool('↺', '恢复到报告里', run({ name: 'restore' }))}
      {canRaise && tool('←', '提升一级', run({ name: 'raise' }))}
      {isHeading && tool('→', '降低一级', run({ name: 'lower' }))}
      {!isLeftOut && tool('✕', '剔除', run({ name: 'discard' }))}
      {tool('⋯', '更多', (event) => events.onMenu(key, belowElement(event)))}
    </span>
  );
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

function Row(properties: RowProperties) {
  const { row, claim, doubts, isActive, isChosen, isOpen, editing, place, count, events } =
    properties;
  const { key, kind, depth, line } = row;
  const className = [
    `structure-row is-${kind} at-${depth}`,
    isActive ? 'is-active' : '',
    isChosen ? 'is-chosen' : '',
    editing ? 'is-edited' : '',
  ].join(' ');
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the tree.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself has the keys, and says which line they are meant for.
    <div
      id={rowElementId(key)}
      role="treeitem"
      aria-level={depth}
      aria-posinset={place}
      aria-setsize={count}
      aria-selected={isActive || isChosen}
      aria-expanded={kind === 'residue' ? isOpen : undefined}
      className={className}
      onClick={(event) => events.onPick(key, event)}
      onDoubleClick={() => {
        if (line && line.role !== 'discarded') events.onCommand({ name: 'edit' }, key);
      }}
      onContextMenu={(event) => {
        if (!line) return;
        event.preventDefault();
        events.onMenu(key, { x: event.clientX, y: event.clientY });
      }}
    >
      {kind === 'residue' && <span className="structure-fold">{isOpen ? '▾' : '▸'}</span>}
      <Tag row={row} claim={claim} events={events} />
      {editing && line ? (
        <ClaimEdit
          key={editing}
          mode={editing}
          words={row.text}
          onEnd={events.onEnd}
          onSplit={events.onSplit}
          onLeave={events.onLeave}
        />
      ) : (
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
      )}
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
