import type { MouseEvent } from 'react';
import { type Claim, isHeadingRole, kindOfPart } from '../../../core/claim/index.ts';
import type { ClaimCommand } from './claim-command.ts';
import type { MenuPlace } from './claim-menu.tsx';
import { shortKindNames } from './claim-words.ts';
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

interface RowTools {
  readonly row: OutlineRow;
  readonly events: RowEvents;
}

function belowElement(event: MouseEvent<HTMLElement>): MenuPlace {
  const { left, bottom } = event.currentTarget.getBoundingClientRect();
  return { x: left, y: bottom };
}

/** A line's number, or what it is; pressed, it opens what else it may be. Body text has none. */
export function Tag({ row, claim, events }: RowTools & { readonly claim: Claim }) {
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

/** The commonest things to do with a line, and the way to all of them. */
export function Tools({ row, events }: RowTools) {
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
