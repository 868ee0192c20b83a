import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPastedText } from '../../../../electron/docx/read/index.ts';
import { paragraphsOf, printed, readBytes, refusalOf } from './reading.ts';

/** GB18030 bytes of hanzi and usual signs, by asking the decoder once for every two-byte code. */
function createGbkEncoder(): (text: string) => Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xf7; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((letter) => codes.get(letter) ?? [letter.charCodeAt(0)]),
    );
}

const encodeGbk = createGbkEncoder();
const common =
  '一些乡镇街道法治政府建设年度报告推进依法行政全面规范执法审查文件调解矛盾普法宣传培训人员不足力量薄弱下一步工作安排联通中文，。、；：“”《》（）';
const chineseLine = fc
  .array(fc.constantFrom(...Array.from(common), '2', '0', '5', ' ', 'A'), {
    minLength: 4,
    maxLength: 40,
  })
  .map((letters) => letters.join(''))
  .filter((line) => /[\u3400-\u9fff]{2}/u.test(line) && line.trim() === line);
const chineseLines = fc.array(chineseLine, { minLength: 2, maxLength: 10 });

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('a text file', () => {
  test('reads back from every encoding it may be kept in', async () => {
    await fc.assert(
      fc.asyncProperty(chineseLines, async (lines) => {
        const text = lines.join('\r\n');
        const files: readonly (readonly [string | null, Uint8Array])[] = [
          [null, Buffer.from(text)],
          [null, Buffer.from(`\ufeff${text}`)],
          ['GB18030', encodeGbk(text)],
          ['UTF-16LE', utf16(`\ufeff${text}`, false)],
          ['UTF-16BE', utf16(`\ufeff${text}`, true)],
          ['UTF-16LE', utf16(text, false)],
          ['UTF-16BE', utf16(text, true)],
        ];
        for (const [encoding, bytes] of files) {
          const source = await readBytes(bytes);
          expect(printed(source), encoding ?? 'UTF-8').toEqual(lines);
          const notices = encoding ? [{ code: 'read/decoded-as', encoding }] : [];
          expect(source.notices).toEqual(notices);
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each(['一些', '联通', '中文', '乡镇年报', '依法行政'])(
    'of a few GBK letters (%s) is not taken for another script',
    async (text) => {
      expect(printed(await readBytes(encodeGbk(text)))).toEqual([text]);
    },
  );

  test('keeps the line number of every paragraph and passes blank lines over', async () => {
    const source = await readBytes(Buffer.from('标题\n\n　　\n正文\r\n末\u2028行'));
    expect(paragraphsOf(source).map(({ line, text }) => [line, text])).toEqual([
      [0, '标题'],
      [3, '正文'],
      [4, '末'],
      [5, '行'],
    ]);
  });

  test('loses single control characters, and says so', async () => {
    const source = await readBytes(Buffer.from(`前\u0008后${'。'.repeat(200)}`));
    expect(source.notices).toEqual([{ code: 'read/characters-removed', count: 1 }]);
    expect(printed(source)[0]).toMatch(/^前后/u);
  });

  test('without words or without bytes is told apart', async () => {
    expect(await refusalOf(new Uint8Array())).toBe('import/empty');
    expect(await refusalOf(Buffer.from(' \r\n\t　\n'))).toBe('import/no-text');
  });

  test('that is data of a program is no text', async () => {
    const junk = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251);
    expect(await refusalOf(junk)).toBe('import/unsupported unknown');
    expect(await refusalOf(Buffer.from('<?xml version="1.0"?><data>一</data>'))).toBe(
      'import/unsupported unknown',
    );
  });
});

describe('a text file that was not written as usual', () => {
  const lines = ['青石镇年度报告', '一、推进依法行政', '普法宣传'];
  const text = lines.join('\n');

  test('has a mark of GB18030 at its beginning, or of none', async () => {
    const marked = Uint8Array.from([0x84, 0x31, 0x95, 0x33, ...encodeGbk(text)]);
    const source = await readBytes(marked);
    expect(printed(source)).toEqual(lines);
    expect(source.notices).toEqual([{ code: 'read/decoded-as', encoding: 'GB18030' }]);
  });

  test.each(['\r', '\u0085', '\v', '\f', '\u2028', '\r\n\r\n'])(
    'has its lines ended by %j',
    async (end) => {
      expect(printed(await readBytes(Buffer.from(lines.join(end))))).toEqual(lines);
    },
  );

  test.each([
    ['UTF-8', Buffer.from(text), 1],
    ['UTF-8', Buffer.from(text), 2],
    ['UTF-8', Buffer.from(`\ufeff${text}`), 1],
    ['GB18030', encodeGbk(text), 1],
    ['UTF-16LE', utf16(`\ufeff${text}`, false), 1],
    ['UTF-16BE', utf16(`\ufeff${text}`, true), 1],
  ])('breaks off inside its last letter in %s', async (encoding, bytes, missing) => {
    const source = await readBytes(bytes.slice(0, -missing));
    expect(printed(source)).toEqual([...lines.slice(0, -1), '普法宣']);
    const how = encoding === 'UTF-8' ? [] : [{ code: 'read/decoded-as', encoding }];
    expect(source.notices).toEqual([...how, { code: 'read/cut-short' }]);
  });

  test('of GBK is read as such also where its bytes pass for UTF-8 or its end is cut', async () => {
    await fc.assert(
      fc.asyncProperty(chineseLines, async (several) => {
        const source = await readBytes(encodeGbk(several.join('\n')));
        expect(printed(source)).toEqual(several);
        expect(source.notices).toEqual([{ code: 'read/decoded-as', encoding: 'GB18030' }]);
      }),
    );
  });
});

describe('pasted text', () => {
  test('is a paragraph a line, and never an error', () => {
    const source = readPastedText('标题\r\n\r\n一、成效\u0000');
    expect(printed(source)).toEqual(['标题', '一、成效']);
    expect(source.notices).toEqual([{ code: 'read/characters-removed', count: 1 }]);
    expect(readPastedText('')).toEqual({ blocks: [], notices: [] });
  });
});
