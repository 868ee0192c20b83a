import type { Damage } from './damage-bytes.ts';

const reText =
  (work: (text: string, dice: Parameters<Damage>[1]) => string): Damage =>
  (bytes, dice) =>
    new Uint8Array(Buffer.from(work(Buffer.from(bytes).toString('latin1'), dice), 'latin1'));

/** Damage that a format of words and brackets can meet: web pages, RTF and the outer layer of PDF. */
export const textDamages: Readonly<Record<string, Damage>> = {
  'numbers changed': reText((text, dice) => {
    const numbers = [...text.matchAll(/\d+/gu)];
    if (numbers.length === 0) return text;
    const { index, 0: number } = dice.pick(numbers);
    const put = dice.pick(['0', '-1', '99999999999', '2147483648', `${number}${number}`]);
    return text.slice(0, index) + put + text.slice(index + number.length);
  }),
  'brackets changed': reText((text, dice) => {
    const marks = [...text.matchAll(/[<>{}()[\]\\/]/gu)];
    if (marks.length === 0) return text;
    const { index } = dice.pick(marks);
    const put = dice.pick([
      '',
      '{',
      '}',
      '<',
      '>',
      '<<',
      '>>',
      '\\',
      '{'.repeat(5000),
      '['.repeat(5000),
      '<div>'.repeat(3000),
    ]);
    return text.slice(0, index) + put + text.slice(index + 1);
  }),
  'words repeated': reText((text, dice) => {
    const start = dice.roll(text.length);
    const piece = text.slice(start, start + 1 + dice.roll(200));
    return text.slice(0, start) + piece.repeat(dice.pick([2, 20, 200])) + text.slice(start);
  }),
};
