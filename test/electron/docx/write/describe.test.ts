import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { describeDocx } from '../../../../electron/docx/write/index.ts';
import { buildVariedReport } from '../../../support/sample-reports.ts';
import { write } from './package.ts';

/** A written .docx with `change` made in one of its parts. */
async function writeChanged(path: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await write(buildVariedReport()));
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) });
}

test('the file that was written says what the standard says', async () => {
  const layout = describeDocx(await write(buildVariedReport()));
  const { top, bottom, left, right } = layout.marginsMm;
  expect([top, bottom, left, right].map((length) => Math.round(length * 10) / 10)).toEqual([
    37, 35, 28, 26,
  ]);
  expect([layout.linesPerPage, layout.charactersPerLine]).toEqual([22, 28]);
  expect(layout.faces).toEqual({
    title: '方正小标宋简体',
    text: '仿宋_GB2312',
    part: '黑体',
    section: '楷体_GB2312',
  });
  expect(layout.pageNumber).toEqual({ odd: 'right', even: 'left' });
});

test('a page, a grid and a face that were changed are described as they are', async () => {
  const moved = await writeChanged('word/document.xml', (xml) =>
    xml.replace('w:top="2098"', 'w:top="1440"').replace('linePitch="579"', 'linePitch="600"'),
  );
  expect(Math.round(describeDocx(moved).marginsMm.top)).toBe(25);
  expect(describeDocx(moved).linesPerPage).toBe(22);
  const faced = await writeChanged('word/styles.xml', (xml) =>
    xml.replaceAll('楷体_GB2312', '宋体'),
  );
  expect(describeDocx(faced).faces.section).toBe('宋体');
  const unnumbered = await writeChanged('word/document.xml', (xml) =>
    xml.replace(/<w:footerReference w:type="even"[^>]*>/u, ''),
  );
  expect(describeDocx(unnumbered).pageNumber).toEqual({ odd: 'right', even: null });
});
