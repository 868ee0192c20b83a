import { expect, test } from 'vitest';
import { inspectTemplate } from '../../../../electron/docx/template/index.ts';
import { plainWriting, writeDocx } from '../../../../electron/docx/write/index.ts';
import { buildVariedReport } from '../../../support/sample-reports.ts';
import { bodyMark, buildOfficeDocx, paragraph, run } from './office-template.ts';

const reasonFor = (body: string) => {
  const read = inspectTemplate(buildOfficeDocx({ body }));
  return read.ok ? null : read.error;
};
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const begun = `${field('begin')}<w:r><w:instrText> TOC </w:instrText></w:r>${field('separate')}`;

test.each([
  ['around its paragraph', paragraph(begun) + bodyMark + paragraph(field('end'))],
  ['that begins with it', paragraph(begun + run('{{正文}}')) + paragraph(field('end'))],
  ['that ends with it', paragraph(begun) + paragraph(run('{{正文}}') + field('end'))],
])(
  'a place for the text in a field %s is refused: updating would take the report away',
  (_, body) => {
    expect(reasonFor(body)).toContain('自动更新');
  },
);

test('a field before the place for the text, or within its paragraph, is no hindrance', () => {
  expect(reasonFor(paragraph(begun + run('目录') + field('end')) + bodyMark)).toBeNull();
  expect(reasonFor(paragraph(begun + run('{{正文}}') + field('end')))).toBeNull();
});

test.each(['{{标题', '标题}}', '{{{{标题}}}}'])(
  'a mark typed as %s is named, not printed',
  (typed) => {
    expect(reasonFor(paragraph(run(typed)) + bodyMark)).toContain('括号不齐');
  },
);

test.each(['abc', '0', '', '99999999999'])(
  'a size of “%s” does not stop the writing',
  async (size) => {
    const marked = `<w:r><w:rPr><w:sz w:val="${size}"/></w:rPr><w:t>{{正文}}</w:t></w:r>`;
    const template = buildOfficeDocx({ body: paragraph(marked) });
    const written = await writeDocx(buildVariedReport(), { ...plainWriting, template });
    expect(written.bytes.length).toBeGreaterThan(1000);
  },
);
