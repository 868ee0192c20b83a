import { Dropdown, type MenuProps } from 'antd';
import {
  type ClaimLine,
  canBe,
  canSplit,
  claimRoles,
  isHeadingRole,
} from '../../../core/claim/index.ts';
import { partKinds } from '../../../core/model/index.ts';
import { partKindNames } from '../../messages.ts';
import type { ClaimCommand } from './claim-command.ts';
import { roleTags } from './outline-rows.ts';

/** Where a menu opens, in the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

type Item = NonNullable<NonNullable<MenuProps['items']>[number]>;

function item(key: string, words: string, keys: string, disabled = false): Item {
  return {
    key,
    disabled,
    label: (
      <span className="claim-menu-item">
        {words}
        {keys && <kbd>{keys}</kbd>}
      </span>
    ),
  };
}

function listItems(line: ClaimLine): Item[] {
  if (line.role === 'discarded') return [item('restore', '恢复到报告里', 'Enter')];
  const isHeading = isHeadingRole(line.role);
  const isText = line.rows === null;
  const kinds = partKinds.map((kind, index) =>
    item(`kind:${kind}`, partKindNames[kind], `${index + 1}`),
  );
  const roles = claimRoles
    .filter((role) => role !== 'discarded' && canBe(line, role))
    .map((role) => item(`role:${role}`, roleTags[role], ''));
  return [
    ...(line.role === 'part' ? [...kinds, { type: 'divider' } as const] : []),
    item('raise', '提升一级', '←', !isText || line.role === 'part'),
    item('lower', '降低一级', '→', !isHeading),
    ...(roles.length > 0 ? [{ key: 'roles', label: '改为', children: roles }] : []),
    { type: 'divider' },
    item('merge', '与上一行合并', 'M', !isText),
    item('split', '拆成两行', 'S', !canSplit(line)),
    item('edit', '改字', 'F2', !isText),
    ...(isHeading ? [item('runIn', line.runIn ? '标题独占一行' : '与后面的正文同行', 'J')] : []),
    { type: 'divider' },
    item('up', '上移', 'Alt+↑'),
    item('down', '下移', 'Alt+↓'),
    item('discard', '剔除', 'Delete'),
  ];
}

function toCommand(key: string): ClaimCommand {
  const role = claimRoles.find((known) => key === `role:${known}`);
  if (role) return { name: 'role', role };
  const kind = partKinds.find((known) => key === `kind:${known}`);
  if (kind) return { name: 'kind', kind };
  if (key === 'up' || key === 'down') return { name: 'move', direction: key };
  const names = [
    'raise',
    'lower',
    'merge',
    'split',
    'edit',
    'runIn',
    'discard',
    'restore',
  ] as const;
  return { name: names.find((known) => known === key) ?? 'confirm' };
}

const itemHeight = 34;
const menuWidth = 210;
const edge = 8;

/** The place as near to where it was asked for as lets the whole menu be seen. */
function fitPlace({ x, y }: MenuPlace, items: number): MenuPlace {
  const lowest = window.innerHeight - items * itemHeight - edge;
  const rightmost = window.innerWidth - menuWidth - edge;
  return { x: Math.max(edge, Math.min(x, rightmost)), y: Math.max(edge, Math.min(y, lowest)) };
}

/** Everything one may do with a line, at the place where it was asked for. */
export function ClaimMenu({
  line,
  place,
  onCommand,
  onClose,
}: {
  readonly line: ClaimLine;
  readonly place: MenuPlace;
  readonly onCommand: (command: ClaimCommand) => void;
  readonly onClose: () => void;
}) {
  const items = listItems(line);
  const { x, y } = fitPlace(place, items.length);
  return (
    <Dropdown
      open
      autoAdjustOverflow={false}
      classNames={{ root: 'claim-menu' }}
      autoFocus
      trigger={['click']}
      placement="bottomLeft"
      menu={{
        items,
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation();
          onClose();
          onCommand(toCommand(key));
        },
      }}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <span className="claim-menu-place" style={{ left: x, top: y }} />
    </Dropdown>
  );
}
