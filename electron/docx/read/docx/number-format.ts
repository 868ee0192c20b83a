import { formatChineseNumber } from '../../../../core/numbering/index.ts';

/** Signs that follow one another: 甲乙丙, ①②③. Past the end Word prints a plain number. */
const signRows: Readonly<Record<string, string>> = {
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedCircleChinese: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
};
const counting = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'japaneseCounting',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
]);
const digitRows = new Set([
  'ideographDigital',
  'japaneseDigitalTenThousand',
  'taiwaneseDigital',
  'koreanDigital2',
]);
const legal = new Set(['chineseLegalSimplified', 'ideographLegalTraditional', 'japaneseLegal']);
const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function formatRoman(value: number): string {
  let rest = value;
  let text = '';
  for (const [step, letters] of romanSteps) {
    while (rest >= step) {
      text += letters;
      rest -= step;
    }
  }
  return text;
}

/** a … z, aa, bb: Word repeats the letter. */
function formatLetter(value: number): string {
  const letter = String.fromCodePoint(97 + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

function replaceDigits(text: string, digits: string): string {
  return text.replace(/\d/gu, (digit) => digits[Number(digit)] ?? digit);
}

function formatLegal(value: number): string {
  const plain = formatChineseNumber(value);
  const full = value >= 10 && value < 20 ? `一${plain}` : plain;
  return Array.from(
    full,
    (sign) => '零壹贰叁肆伍陆柒捌玖拾佰仟'['零一二三四五六七八九十百千'.indexOf(sign)] ?? sign,
  ).join('');
}

function formatIdeograph(format: string, value: number): string | null {
  if (digitRows.has(format)) return replaceDigits(String(value), '〇一二三四五六七八九');
  if (value > 9999) return null;
  if (counting.has(format)) return formatChineseNumber(value);
  return legal.has(format) ? formatLegal(value) : null;
}

/**
 * Writes a list number as Word prints it; formats of other scripts come out as plain digits.
 * @param format `w:numFmt` value, `chineseCounting`
 * @param value the ordinal; below 1 and above 3999 it is written in plain digits
 */
export function formatListNumber(format: string, value: number): string {
  const plain = String(value);
  if (format === 'none' || format === 'bullet') return '';
  if (value < 1 || value > 3999) return plain;
  const signs = signRows[format];
  if (signs) return Array.from(signs)[value - 1] ?? plain;
  switch (format) {
    case 'lowerRoman':
      return formatRoman(value);
    case 'upperRoman':
      return formatRoman(value).toUpperCase();
    case 'lowerLetter':
      return formatLetter(value);
    case 'upperLetter':
      return formatLetter(value).toUpperCase();
    case 'decimalZero':
      return plain.padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return replaceDigits(plain, '０１２３４５６７８９');
    case 'numberInDash':
      return `- ${plain} -`;
    default:
      return formatIdeograph(format, value) ?? plain;
  }
}
