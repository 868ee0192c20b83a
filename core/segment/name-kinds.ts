import type { PartKind } from '../model/index.ts';
import { parseChineseNumber } from '../numbering/index.ts';
import type { KindOf } from '../packs/index.ts';

/** The kinds of parts that a heading's words name. */
export interface NamedKinds {
  readonly kind: PartKind | null;
  /** A second kind named beside the first; null in most headings. */
  readonly also: PartKind | null;
}

const joints = /[，,、；]|以及|和|及|与|暨/u;
const chineseYear = /[二一][〇○零一二三四五六七八九]{3}(?=\s{0,4}年)/gu;

/** A heading without blanks and with its years in digits: 二〇二六 年工作 → 2026年工作. */
export function plainHeading(heading: string): string {
  return heading
    .replace(chineseYear, (year) => String(parseChineseNumber(year) ?? year))
    .replace(/\s+/gu, '');
}

/**
 * The kind a heading names and, where it joins two parts, the second one: 存在的问题及下一步打算 is
 * shortcomings, and also the plan. The leaders' part keeps its name whatever is joined to it.
 * @source regulations.md 9.4
 */
export function nameKinds(heading: string, kindOf: KindOf): NamedKinds {
  const words = plainHeading(heading);
  const kind = kindOf(words);
  if (kind === null || kind === 'leadership') return { kind, also: null };
  const pieces = words.split(joints).map((piece) => (piece === '' ? null : kindOf(piece)));
  const [first = kind, second = null] = [...new Set(pieces.filter((named) => named !== null))];
  return second === null ? { kind, also: null } : { kind: first, also: second };
}
