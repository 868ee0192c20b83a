import {
  type Claim,
  type ClaimLine,
  type ClaimRole,
  headingRoles,
  isHeadingRole,
  wordsOf,
} from '../../../core/claim/index.ts';
import { formatHeadingLabel, type HeadingLevel } from '../../../core/numbering/index.ts';

/** The line under which everything that was left out is gathered. */
export const residueKey = 'residue';

/** A line of the structure. */
export interface OutlineRow {
  readonly key: string;
  readonly kind: ClaimRole | 'preamble' | 'residue';
  /** The printed number of a heading; empty for everything else. */
  readonly label: string;
  readonly text: string;
  /** How deep it lies, from 1. */
  readonly depth: number;
  /** Null for the line that gathers what was left out. */
  readonly line: ClaimLine | null;
}

/** Counts headings as they will be printed: a higher one begins the lower ones anew. */
function createNumbering() {
  const counts = [0, 0, 0, 0];
  return {
    /** The printed number of the next heading of `level`, 1–4. */
    next(level: HeadingLevel): string {
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      counts.fill(0, level);
      return formatHeadingLabel(level, counts[level - 1] ?? 1);
    },
  };
}

const levels: readonly HeadingLevel[] = [1, 2, 3, 4];

function listKeptRows(lines: readonly ClaimLine[]): readonly OutlineRow[] {
  const numbering = createNumbering();
  let depth = 0;
  return lines.map((line) => {
    const { id: key, role } = line;
    const text = wordsOf(line);
    if (isHeadingRole(role)) {
      const level = levels[headingRoles.indexOf(role)] ?? 1;
      depth = level;
      return { key, kind: role, label: numbering.next(level), text, depth: level, line };
    }
    const isBody = role === 'paragraph' || role === 'table';
    const kind = role === 'paragraph' && depth === 0 ? 'preamble' : role;
    return { key, kind, label: '', text, depth: isBody ? depth + 1 : 1, line };
  });
}

/**
 * A claim as lines to be shown: what is in the report with its printed numbers, then what was left
 * out, gathered under one line and shown when that `isOpen`.
 */
export function listOutlineRows(claim: Claim, isOpen: boolean): readonly OutlineRow[] {
  const rows = listKeptRows(claim.lines.filter(({ role }) => role !== 'discarded'));
  const discarded = claim.lines.filter(({ role }) => role === 'discarded');
  if (discarded.length === 0) return rows;
  const gathered: OutlineRow = {
    key: residueKey,
    kind: 'residue',
    label: '',
    text: `${discarded.length}`,
    depth: 1,
    line: null,
  };
  const left = discarded.map((line): OutlineRow => {
    return { key: line.id, kind: 'discarded', label: '', text: wordsOf(line), depth: 2, line };
  });
  return [...rows, gathered, ...(isOpen ? left : [])];
}

/** The tag before a line: its number, or what it is. */
export const roleTags: Readonly<Record<OutlineRow['kind'], string>> = {
  title: '标题',
  addressee: '主送',
  preambleHeading: '引言标题',
  preamble: '引言',
  part: '部分',
  section: '小标题',
  level3: '三级标题',
  level4: '四级标题',
  paragraph: '正文',
  table: '表格',
  attachment: '附件',
  signature: '落款',
  date: '日期',
  note: '附注',
  discarded: '剔除',
  residue: '页面残留',
};
