import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../electron/docx/read/index.ts';
import {
  buildDocx,
  documentPart,
  family,
  level,
  list,
  listed,
  paragraph,
  run,
  table,
  words,
} from '../../../support/docx-fixtures.ts';
import { printed, readPieces, refusalOf } from './reading.ts';

const withDocument = (xml: string) =>
  buildDocx({ body: '', parts: { 'word/document.xml': strToU8(xml) } });

/** Puts a number into the central directory entry of a name. */
function patchDirectory(
  bytes: Uint8Array,
  name: string,
  offset: number,
  value: number,
): Uint8Array {
  const patched = Uint8Array.from(bytes);
  const view = new DataView(patched.buffer);
  const at = Buffer.from(patched).lastIndexOf(name) - 46;
  view.setUint32(at + offset, value, true);
  return patched;
}

describe('a hostile package', () => {
  test('of zeros that swell is refused before it is inflated', async () => {
    const bomb = strToU8(documentPart(words('零'.repeat(3_000_000))));
    expect(await refusalOf(buildDocx({ body: '', parts: { 'word/document.xml': bomb } }))).toBe(
      'import/suspicious',
    );
  });

  test('that declares less than it holds is refused', async () => {
    const bytes = buildDocx({ body: words('正文'.repeat(500)) });
    expect(await refusalOf(patchDirectory(bytes, 'word/document.xml', 24, 10))).toBe(
      'import/suspicious',
    );
  });

  test('that declares gigabytes is refused', async () => {
    const bytes = buildDocx({ body: words('正文') });
    expect(await refusalOf(patchDirectory(bytes, 'word/document.xml', 24, 0x7fffffff))).toBe(
      'import/suspicious',
    );
  });

  test('with a wrong checksum is damaged', async () => {
    const bytes = buildDocx({ body: words('正文') });
    expect(await refusalOf(patchDirectory(bytes, 'word/document.xml', 16, 1))).toBe(
      'import/damaged',
    );
  });

  test('with thousands of entries is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 2100 }, (_, index) => [`word/media/${index}`, new Uint8Array()]),
    );
    expect(await refusalOf(buildDocx({ body: words('正文'), parts }))).toBe('import/suspicious');
  });

  test('with names that climb out, or twice the same name, is refused', async () => {
    const climbing = { '../../evil.xml': strToU8('x') };
    expect(await refusalOf(buildDocx({ body: words('正文'), parts: climbing }))).toBe(
      'import/suspicious',
    );
    const twice = { 'word/Document.xml': strToU8('x') };
    expect(await refusalOf(buildDocx({ body: words('正文'), parts: twice }))).toBe(
      'import/suspicious',
    );
  });

  test('with a password on its entries is encrypted', async () => {
    const bytes = buildDocx({ body: words('正文') });
    expect(await refusalOf(patchDirectory(bytes, 'word/document.xml', 8, 0x0008_0001))).toBe(
      'import/encrypted',
    );
  });

  test('with entities is refused, so nothing can swell or be fetched', async () => {
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const part = documentPart(words('正文')).replace(/^<\?xml[^>]*>/u, laughs);
    expect(await refusalOf(withDocument(part))).toBe('import/suspicious');
    const undeclared = documentPart(paragraph('<w:r><w:t>&c;</w:t></w:r>'));
    expect(await refusalOf(withDocument(undeclared))).toBe('import/damaged');
  });

  test('that nests or repeats beyond reason is refused', async () => {
    const nested = table([[words('甲'), words('乙')]]);
    let deep = nested;
    for (let depth = 0; depth < 100; depth += 1) deep = table([[deep, words('外')]]);
    expect(await refusalOf(buildDocx({ body: deep }))).toBe('import/suspicious');
    const bytes = withDocument(documentPart('<w:p/>'.repeat(1_100_000)));
    expect(await refusalOf(bytes)).toBe('import/suspicious');
  });

  test('that repeats what costs much is read in time', async () => {
    const deleted = words('甲', '<w:rPr><w:del w:id="1"/></w:rPr>').repeat(20_000) + words('末');
    expect((await readPieces({ body: deleted })).blocks).toHaveLength(1);
    const fields = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>').repeat(20_000);
    expect(printed(await readPieces({ body: fields + words('末') }))).toEqual(['末']);
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const noted = await readPieces({
      body: paragraph(run('正文') + reference.repeat(20_000)),
      footnotes: `<w:footnote w:id="2">${words('注').repeat(2000)}</w:footnote>`,
    });
    expect(noted.blocks).toHaveLength(2);
    const blanks = paragraph(`<w:r><w:t>甲${' '.repeat(500_000)}乙</w:t></w:r>`);
    expect((await readPieces({ body: blanks })).blocks).toHaveLength(1);
  });

  test('with numbers at absurd levels or patterns of pages is read in time', async () => {
    const numbering = family(1, level(0, 'decimal', `%1${'长'.repeat(5000)}`)) + list(1, 1);
    const source = await readPieces({
      numbering,
      body: listed('甲', 1) + listed('乙', 1, 999_999_999),
    });
    expect(printed(source).every((line) => line.length < 200)).toBe(true);
    expect(source.blocks).toHaveLength(2);
  });

  test('with an external relationship is read without it', async () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="http://127.0.0.1:9/x.xml"/></Relationships>';
    const bytes = buildDocx({ body: words('正文'), parts: { '_rels/.rels': strToU8(rels) } });
    expect((await readSource('甲.docx', bytes)).ok).toBe(true);
  });

  test('without a document, or with broken XML in it, is damaged', async () => {
    const bytes = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/styles.xml': strToU8('<a/>'),
    });
    expect(await refusalOf(bytes)).toBe('import/damaged');
    expect(await refusalOf(withDocument(documentPart(words('正文')).slice(0, -20)))).toBe(
      'import/damaged',
    );
    const footnotes = buildDocx({
      body: words('正文'),
      parts: { 'word/footnotes.xml': strToU8('<w:f') },
    });
    expect(await refusalOf(footnotes)).toBe('import/damaged');
  });
});

/** One way to spoil a file. */
const damage = fc.oneof(
  fc.record({
    kind: fc.constant('flip'),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    size: fc.integer({ min: 1, max: 255 }),
  }),
  fc.record({
    kind: fc.constant('cut'),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    size: fc.constant(0),
  }),
  fc.record({
    kind: fc.constant('drop'),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    size: fc.integer({ min: 1, max: 400 }),
  }),
);

function spoil(
  bytes: Uint8Array,
  { kind, at, size }: { kind: string; at: number; size: number },
): Uint8Array {
  const place = Math.floor(at * bytes.length);
  if (kind === 'cut') return bytes.slice(0, place);
  if (kind === 'drop') return Buffer.concat([bytes.slice(0, place), bytes.slice(place + size)]);
  const flipped = Uint8Array.from(bytes);
  flipped[place] = (flipped[place] ?? 0) ^ size;
  return flipped;
}

const sample = buildDocx({
  numbering: family(1, level(0, 'chineseCounting', '%1、')) + list(1, 1),
  styles:
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
  footnotes: `<w:footnote w:id="2">${words('脚注')}</w:footnote>`,
  body: Array.from(
    { length: 30 },
    (_, index) =>
      listed(`事项${index}`, 1) +
      paragraph(`${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
  ).join(''),
});

/** The same parts stored without packing: damage then reaches the XML instead of the inflater. */
const storedDocument = strToU8(documentPart(words('正文') + table([[words('甲'), words('乙')]])));

describe('a damaged file', () => {
  test('is a value in every case, never an exception or a long wait', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const result = await readSource('坏.docx', damages.reduce(spoil, sample));
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 300, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
    );
  });

  test('is a value also when the damage is in the XML', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const parts = { 'word/document.xml': damages.reduce(spoil, storedDocument) };
        const result = await readSource('坏.docx', buildDocx({ body: '', parts }));
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 300, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
    );
  });
});
