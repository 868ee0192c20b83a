import { createItem, type Found } from '../item.ts';
import type { Piece } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

/** Words alone: blanks, and characters no file can hold, are no difference. */
function normalise(text: string): string {
  return text.replace(/[\s\u3000\p{Cc}\p{Cs}\ufffe\uffff]+/gu, '');
}

function quote(text: string): string {
  const words = Array.from(text.trim());
  return `“${words.slice(0, 20).join('')}${words.length > 20 ? '……' : ''}”`;
}

/** Items of `left` that `right` has not as often. */
function missingFrom<T>(
  left: readonly T[],
  right: readonly string[],
  textOf: (item: T) => string,
): readonly T[] {
  const counts = new Map<string, number>();
  for (const text of right) counts.set(text, (counts.get(text) ?? 0) + 1);
  return left.filter((item) => {
    const text = textOf(item);
    const count = counts.get(text) ?? 0;
    if (count > 0) counts.set(text, count - 1);
    return count === 0;
  });
}

function judgeOrder(expected: readonly string[], pieces: readonly Piece[]): readonly Found[] {
  const at = pieces.findIndex((piece, index) => normalise(piece.text) !== expected[index]);
  const piece = pieces[at];
  return piece ? [{ piece, measured: '段落的次序与报告不同' }] : [];
}

/** What an office's own document lacks of the report: its words may stand among others there. */
function listLost(wanted: readonly string[], held: readonly string[]): readonly string[] {
  const all = held.join('\n');
  return wanted.filter((text) => !all.includes(text));
}

/** The file holds exactly the report: nothing lost, nothing added, nothing moved. */
export const checkText: Check = ({ expected, mayHoldMore, pieces }: Subject) => {
  if (expected === null) return null;
  const wanted = expected.map(normalise).filter((text) => text !== '');
  const held = pieces.filter(({ text }) => normalise(text) !== '');
  const texts = held.map(({ text }) => normalise(text));
  const lost = mayHoldMore ? listLost(wanted, texts) : missingFrom(wanted, texts, (text) => text);
  const added = mayHoldMore ? [] : missingFrom(held, wanted, ({ text }) => normalise(text));
  const found: readonly Found[] = [
    ...lost.map((text) => ({ piece: null, measured: `报告里的${quote(text)}不在文件里` })),
    ...added.map((piece) => ({ piece, measured: '文件里有，报告里没有' })),
  ];
  const isMoved = found.length === 0 && !mayHoldMore;
  const head = {
    id: 'text',
    title: '文字与报告一致',
    clause: '',
    wanted: `${wanted.length} 段，一字不差`,
  };
  const count = texts.reduce((sum, text) => sum + text.length, 0);
  const measured = `${texts.length} 段，${count.toLocaleString('en-US').replaceAll(',', ' ')} 字`;
  return createItem(head, isMoved ? judgeOrder(wanted, held) : found, measured);
};
