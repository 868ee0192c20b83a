import { partKinds } from '../../../core/model/index.ts';
import type { ClaimCommand } from './claim-command.ts';

/** What of a key press counts. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const plain: Readonly<Record<string, ClaimCommand>> = {
  ArrowUp: { name: 'go', to: 'up' },
  ArrowDown: { name: 'go', to: 'down' },
  Home: { name: 'go', to: 'first' },
  End: { name: 'go', to: 'last' },
  PageUp: { name: 'go', to: 'pageUp' },
  PageDown: { name: 'go', to: 'pageDown' },
  ArrowLeft: { name: 'raise' },
  ArrowRight: { name: 'lower' },
  Tab: { name: 'lower' },
  Enter: { name: 'confirm' },
  Delete: { name: 'discard' },
  Backspace: { name: 'merge' },
  ' ': { name: 'choose' },
  F2: { name: 'edit' },
  F8: { name: 'doubt', to: 'next' },
  m: { name: 'merge' },
  s: { name: 'split' },
  j: { name: 'runIn' },
};

const shifted: Readonly<Record<string, ClaimCommand>> = {
  Tab: { name: 'raise' },
  ArrowUp: { name: 'extend', to: 'up' },
  ArrowDown: { name: 'extend', to: 'down' },
  F8: { name: 'doubt', to: 'previous' },
};

const withControl: Readonly<Record<string, ClaimCommand>> = {
  z: { name: 'undo' },
  y: { name: 'redo' },
  Home: { name: 'go', to: 'first' },
  End: { name: 'go', to: 'last' },
  ArrowUp: { name: 'merge' },
};

const withAlt: Readonly<Record<string, ClaimCommand>> = {
  ArrowUp: { name: 'move', direction: 'up' },
  ArrowDown: { name: 'move', direction: 'down' },
};

/** The command of a key press on a line; null for a key that is somebody else's. */
export function commandOfKey(press: KeyPress): ClaimCommand | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const isControl = press.ctrlKey || press.metaKey;
  if (press.altKey) return isControl || press.shiftKey ? null : (withAlt[key] ?? null);
  if (isControl) {
    if (press.shiftKey) return key === 'z' ? { name: 'redo' } : null;
    return withControl[key] ?? null;
  }
  if (press.shiftKey) return shifted[key] ?? null;
  const kind = /^[1-5]$/u.test(key) ? partKinds[Number(key) - 1] : undefined;
  return kind ? { name: 'kind', kind } : (plain[key] ?? null);
}

/** The keys as the card lists them. */
export const keyHelp: readonly (readonly [keys: string, does: string])[] = [
  ['↑ ↓ Home End', '到上一行、下一行、首行、末行'],
  ['F8 / Shift+F8', '到下一处、上一处待确认'],
  ['Enter', '确认这一处，到下一处；恢复剔除的行'],
  ['← / Shift+Tab', '提升一级：正文 → 小标题 → 部分'],
  ['→ / Tab', '降低一级，直到正文'],
  ['1 2 3 4 5', '部分归类：成效、不足、履职、安排、其他'],
  ['Delete', '剔除，不进入报告'],
  ['M / Backspace', '与上一行合并'],
  ['S', '拆成两行：光标移到要拆的地方按 Enter'],
  ['J', '标题与后面的正文同行，或分开'],
  ['F2', '改这一行的字'],
  ['Alt+↑ / Alt+↓', '上移、下移；标题带着它的内容'],
  ['空格 / Shift+↑↓', '选几行，一起处理'],
  ['Ctrl+Z / Ctrl+Y', '撤销、重做'],
  ['菜单键 / Shift+F10', '这一行的全部操作'],
  ['F6 / Esc', '离开这一栏'],
];
