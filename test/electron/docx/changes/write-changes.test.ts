import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composePlain, type PrintedText, readPrinted } from '../../../../core/changes/index.ts';
import { standardLayout } from '../../../../core/layout/index.ts';
import { buildParagraph, createCountingIds, type Report } from '../../../../core/model/index.ts';
import type { SourceBlock } from '../../../../core/segment/index.ts';
import { writeChanges } from '../../../../electron/docx/changes/index.ts';
import { readSource } from '../../../../electron/docx/read/index.ts';
import { listSchemaErrors } from '../../../support/docx-validator.ts';
import { anyReportAndItsNext } from '../../../support/report-edits.ts';
import { buildLongReport, buildVariedReport } from '../../../support/sample-reports.ts';
import { hasSoffice } from '../read/soffice.ts';
import { readPart } from '../write/package.ts';
import { settle, turnAround } from './settle-xml.ts';
import { settleWithOffice } from './soffice.ts';

const numRuns = Number(process.env['NIANBAO_RUNS'] ?? 60);
const options = { layout: standardLayout('plain'), at: '2026-01-16T12:00:00' } as const;

const write = async (before: Report, after: Report) =>
  (await writeChanges(before, after, options)).bytes;

/** A state's printed text without its blank lines. */
const printed = (report: Report) => printedWords(readPrinted(composePlain(report)));
const printedWords = (texts: readonly PrintedText[]) => texts.filter((text) => text !== '');

/** All lines and cells, one after another: how a reader cuts them up does not count here. */
const flatten = (texts: readonly PrintedText[]) =>
  texts
    .flat(2)
    .flatMap((text) => text.split('\n'))
    .filter((text) => text !== '');

const textOfBlock = (block: SourceBlock): PrintedText =>
  block.kind === 'table' ? block.rows : block.text;

async function readWords(docx: Uint8Array): Promise<readonly string[]> {
  const source = await readSource('修订稿.docx', docx);
  if (!source.ok) throw new Error(source.error.code);
  return flatten(source.value.blocks.map(textOfBlock));
}

/** A varied report a year on: words, a heading, rows, a section and a table came and went. */
function rollOn(report: Report): Report {
  const createId = createCountingIds('next');
  const text = JSON.stringify(report)
    .replaceAll('2025', '2026')
    .replace('"15件"', '"18件\\n含移送2件"')
    .replace('跟踪评估', '开展跟踪评估')
    .replace('（此件公开发布）', '');
  const next = JSON.parse(text) as Report;
  const [first, second, ...others] = next.parts;
  if (!first || !second) throw new Error('the sample has lost its parts');
  const rows = [
    ['事项', '次数'],
    ['培训', '4'],
  ];
  const tables = [1, 2].map((at) => ({ type: 'table', id: `t${at}`, source: null, rows }) as const);
  return {
    ...next,
    preamble: [...next.preamble, buildParagraph(createId, '新增一段“说明”。')],
    parts: [
      { ...first, sections: first.sections.toReversed() },
      { ...second, blocks: [...tables, ...second.blocks] },
      ...others,
    ],
  };
}

const before = buildVariedReport();
const after = rollOn(before);

describe('tracked changes', () => {
  test.each([
    ['of a report a year on', before, after],
    ['back again', after, before],
    ['of all there is', buildLongReport(800), { ...buildLongReport(800, 5), parts: [] }],
    ['of nothing', before, before],
  ])('%s are valid, and give either page', async (_, from, to) => {
    const docx = await write(from, to);
    expect(await listSchemaErrors(docx)).toEqual([]);
    expect(printedWords(settle(docx, 'accept'))).toEqual(printed(to));
    expect(printedWords(settle(docx, 'reject'))).toEqual(printed(from));
  });

  test('of any two reports give either page, and our own reader reads it', async () => {
    await fc.assert(
      fc.asyncProperty(anyReportAndItsNext, async ([from, to]) => {
        const docx = await write(from, to);
        expect(printedWords(settle(docx, 'accept'))).toEqual(printed(to));
        expect(printedWords(settle(docx, 'reject'))).toEqual(printed(from));
        if (printed(to).length > 0) expect(await readWords(docx)).toEqual(flatten(printed(to)));
        if (printed(from).length > 0) {
          expect(await readWords(turnAround(docx))).toEqual(flatten(printed(from)));
        }
      }),
      { numRuns },
    );
  }, 600_000);

  test('carry one author, the local time and a number each', async () => {
    const xml = readPart(await write(before, after), 'word/document.xml');
    const marks = xml.match(/<w:(?:ins|del) [^>]*>/gu) ?? [];
    expect(marks.length).toBeGreaterThan(20);
    const ids = marks.map((mark) => /w:id="(\d+)"/u.exec(mark)?.[1]);
    expect(new Set(ids).size).toBe(marks.length);
    for (const mark of marks) {
      expect(mark).toContain('w:author="年报助手" w:date="2026-01-16T12:00:00Z"');
    }
  });

  test('keep their author when Word saves the file', async () => {
    const settings = readPart(await write(before, after), 'word/settings.xml');
    expect(settings).not.toMatch(/removePersonalInformation|removeDateAndTime/u);
  });

  test('are counted', async () => {
    const { counts } = await writeChanges(before, before, options);
    expect(counts).toMatchObject({ changed: 0, inserted: 0, deleted: 0 });
    expect((await writeChanges(before, after, options)).counts.changed).toBeGreaterThan(3);
  });

  test.skipIf(!hasSoffice('accepting tracked changes'))(
    'are accepted and rejected by LibreOffice as they are by us',
    async () => {
      const [accepted, rejected] = settleWithOffice(await write(before, after), [
        'accept',
        'reject',
      ]);
      if (!accepted || !rejected) throw new Error('nothing came back');
      expect(await readWords(accepted)).toEqual(flatten(printed(after)));
      expect(await readWords(rejected)).toEqual(flatten(printed(before)));
    },
    120_000,
  );
});
