import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { plainWriting, writeDocx } from '../../../electron/docx/write/index.ts';
import { writeOwnOutput } from '../../../electron/services/own-output.ts';
import { buildVariedReport } from '../../support/sample-reports.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

const { bytes } = await writeDocx(buildVariedReport(), plainWriting);
const { bytes: later } = await writeDocx({ ...buildVariedReport(), title: '另一份' }, plainWriting);
const once = { replace: false } as const;

/** The file as Word saves it again: with its own name, and that of whoever sat there. */
function saveInWord(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
  const named = core.replace(
    '</cp:coreProperties>',
    '<cp:lastModifiedBy>办公室</cp:lastModifiedBy></cp:coreProperties>',
  );
  return zipSync({ ...parts, 'docProps/core.xml': strToU8(named) });
}

test('what this program wrote itself is written anew', async () => {
  const path = join(createTempFolder(), '报告.docx');
  await writeOwnOutput(path, bytes, once);
  expect(await writeOwnOutput(path, later, once)).toEqual({ ok: true, value: null });
  expect(readFileSync(path).equals(later)).toBe(true);
});

test.each([
  ['报告.docx', '这不是 Word 文档'],
  ['报告.docx', saveInWord(bytes)],
  ['报告.txt', '别人写的'],
  ['报告.html', '<!DOCTYPE html><title>别人写的</title>'],
  ['草稿.json', '{"别人": "写的"}'],
])(
  'a file %s that somebody else wrote or changed is never replaced unasked',
  async (name, held) => {
    const path = join(createTempFolder(), name);
    writeFileSync(path, held);
    const before = readFileSync(path);
    expect(await writeOwnOutput(path, bytes, once)).toEqual({
      ok: false,
      error: { code: 'export/exists', path },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(await writeOwnOutput(path, bytes, { replace: true })).toEqual({ ok: true, value: null });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  },
);

test('a file that holds just what would be written is left as it is', async () => {
  const path = join(createTempFolder(), '报告.txt');
  writeFileSync(path, bytes);
  expect(await writeOwnOutput(path, bytes, once)).toEqual({ ok: true, value: null });
});

test.each([
  ['草稿.json', '{\n  "title": "甲"\n}\n', '{\n  "title": "乙"\n}\n'],
  ['网页.html', '<html>\n<head>\n</head>甲</html>', '<html>\n<head>\n</head>乙</html>'],
])('a %s is written anew until somebody changes a letter of it', async (name, one, two) => {
  const path = join(createTempFolder(), name);
  const write = (text: string) => writeOwnOutput(path, Buffer.from(text), once);
  await write(one);
  expect(await write(two)).toEqual({ ok: true, value: null });
  writeFileSync(path, readFileSync(path, 'utf8').replace('乙', '丙'));
  expect(await write(one)).toMatchObject({ error: { code: 'export/exists' } });
  expect(readFileSync(path, 'utf8')).toContain('丙');
});

test('what is asked for is written whatever lies beside it', async () => {
  const folder = createTempFolder();
  const path = join(folder, '报告.docx');
  await writeOwnOutput(path, bytes, once);
  writeFileSync(join(folder, '.~报告.docx'), '');
  expect(await writeOwnOutput(path, later, once)).toMatchObject({
    error: { code: 'export/held-open' },
  });
  expect(await writeOwnOutput(path, later, { replace: true })).toEqual({ ok: true, value: null });
});
