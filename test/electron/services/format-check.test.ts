import { expect, test } from 'vitest';
import { typedInWord } from '../../core/conformity/foreign-files.ts';
import { buildVariedReport } from '../../support/sample-reports.ts';
import { createTestServices } from '../../support/test-services.ts';
import { write } from '../docx/write/package.ts';

const toFile = (bytes: Uint8Array, name = '报告.docx') => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
});

test('any .docx is measured against a layout', async () => {
  const { get } = await createTestServices();
  const own = await get('format.check', {
    file: toFile(await write(buildVariedReport())),
    layoutId: 'plain',
  });
  expect(own).toMatchObject({ isRight: true, linesPerPage: 22, charactersPerLine: 28 });
  const foreign = await get('format.check', { file: toFile(typedInWord()), layoutId: 'plain' });
  expect(foreign.isRight).toBe(false);
  expect(foreign.pages).toBe(1);
});

test('an unknown layout and a file that is no .docx are told', async () => {
  const { call } = await createTestServices();
  const docx = toFile(typedInWord());
  expect(await call('format.check', { file: docx, layoutId: 'none' })).toEqual({
    ok: false,
    error: { code: 'layout/not-found', layoutId: 'none' },
  });
  const text = toFile(new TextEncoder().encode('法治政府'), '说明.txt');
  expect(await call('format.check', { file: text, layoutId: 'plain' })).toMatchObject({
    ok: false,
    error: { code: 'import/unsupported', name: '说明.txt' },
  });
});
