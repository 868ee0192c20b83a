import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Annex,
  composeDocument,
  emptyFacts,
  type LayoutProfile,
  type OfficialFacts,
  standardLayout,
} from '../../../../core/layout/index.ts';
import {
  buildParagraph,
  buildTable,
  createCountingIds,
  type Report,
} from '../../../../core/model/index.ts';
import {
  plainWriting,
  type WriteOptions,
  writeDocx,
} from '../../../../electron/docx/write/index.ts';
import { listSchemaErrors } from '../../../support/docx-validator.ts';
import { anyReport } from '../../../support/report-arbitraries.ts';
import { buildVariedReport } from '../../../support/sample-reports.ts';
import {
  buildHead,
  buildJointMark,
  buildMark,
  buildText,
  imprintLines,
  signerLines,
  versionHead,
  writePage,
} from './flow.ts';

const createId = createCountingIds('annex');
const plain = standardLayout('plain');
const official = standardLayout('official');

const facts: OfficialFacts = {
  ...emptyFacts,
  number: '青政〔2026〕3号',
  copiesTo: ['云岭县委办公室', '县司法局'],
  printedBy: '青石镇党政综合办公室',
  printedOn: '2026-01-16',
};
const annexes: readonly Annex[] = [
  {
    title: '2025年度行政执法数据统计表',
    blocks: [
      buildTable(createId, [
        ['项目', '件数'],
        ['行政处罚', '15\n（简易程序10）'],
      ]),
    ],
    isPublic: true,
  },
  { title: '事项目录', blocks: [buildParagraph(createId, '一项。')], isPublic: false },
];
const joint: Report = (() => {
  const report = buildVariedReport();
  const units = ['中共青石镇委员会', '青石镇人民政府'];
  return { ...report, issuers: units, closing: { ...report.closing, signature: units } };
})();
const digits = (layout: LayoutProfile): LayoutProfile => ({
  ...layout,
  faces: { ...layout.faces, digits: 'Times New Roman' },
});

interface Variant {
  readonly report?: Report;
  readonly options: Partial<WriteOptions>;
}

const variants: Readonly<Record<string, Variant>> = {
  'an official document': { options: { layout: official, facts } },
  'one that will be sealed': { options: { layout: official, facts: { ...facts, sealed: true } } },
  'a joint one with attachments': {
    report: joint,
    options: { layout: official, facts: { ...facts, sealed: true }, annexes },
  },
  'an upward one that is secret and urgent': {
    options: {
      layout: official,
      facts: {
        ...facts,
        copyNumber: '000123',
        secrecy: '秘密★1年',
        urgency: '特急',
        signers: ['李明', '王强', '赵小川'],
      },
    },
  },
  'digits in a face of their own': { options: { layout: digits(official), facts, annexes } },
  'bold headings, 28 pt, numbers in the middle': {
    options: {
      layout: {
        ...digits(plain),
        bold: { title: true, part: true, section: true, level3: true },
        linePitchPt: 28,
        pageNumber: { place: 'center', dashes: false },
      },
    },
  },
  'close lines, 30 characters, wide margins, no numbers': {
    options: {
      layout: {
        ...official,
        linePitchPt: 24,
        charactersPerLine: 30,
        marginsMm: { top: 15, bottom: 15, left: 40, right: 40 },
        pageNumber: { place: 'none', dashes: true },
      },
      facts,
      annexes,
    },
  },
  'wide lines, 24 characters': {
    options: { layout: { ...official, linePitchPt: 36, charactersPerLine: 24 }, facts },
  },
  'faces with marks that XML reserves': {
    options: {
      layout: { ...plain, faces: { ...plain.faces, text: '仿宋"<&>', digits: '<"&\'>' } },
      mark: '<mark>&',
    },
  },
};

describe('no schema error has', () => {
  test.each(Object.entries(variants))('%s', async (_, { report, options }) => {
    const written = await writeDocx(report ?? buildVariedReport(), { ...plainWriting, ...options });
    expect(await listSchemaErrors(written.bytes)).toEqual([]);
  });

  test('any page of red head, text and imprint', async () => {
    const heads = [
      buildHead(buildMark(versionHead), signerLines),
      buildHead(buildJointMark()),
      buildHead(),
    ];
    for (const layout of [official, digits({ ...official, linePitchPt: 26 })]) {
      const items = heads.flatMap((head) => [...head, ...buildText(2)]);
      expect(
        await listSchemaErrors(await writePage({ items, imprint: imprintLines }, layout)),
      ).toEqual([]);
    }
  });
});

const signs = fc.constantFrom(
  '“镇—村”',
  '2025年',
  'App ',
  '…',
  '12.5%',
  '《条例》',
  '\t',
  '①×',
  'é',
);
/** A report whose texts hold digits, Latin letters and signs of all kinds. */
const mixedReport: fc.Arbitrary<Report> = fc
  .tuple(anyReport, fc.array(signs, { minLength: 1, maxLength: 6 }), fc.boolean())
  .map(([report, mixed, isLong]) => {
    const text = mixed.join('法治');
    const added = [
      buildParagraph(createId, text),
      buildTable(createId, [
        [text, '数'],
        ['1\n2', text],
      ]),
    ];
    return {
      ...report,
      title: isLong ? `${report.title}${text.trim()}`.repeat(4) : report.title,
      preamble: [...report.preamble, ...added],
    };
  });
const anyLayout: fc.Arbitrary<LayoutProfile> = fc
  .record({
    form: fc.constantFrom('plain' as const, 'official' as const),
    digits: fc.constantFrom(null, 'Times New Roman'),
    linePitchPt: fc.double({ min: 24, max: 36, noNaN: true }),
    charactersPerLine: fc.integer({ min: 24, max: 30 }),
    place: fc.constantFrom('outer' as const, 'center' as const, 'none' as const),
    bold: fc.boolean(),
  })
  .map(({ form, digits: face, linePitchPt, charactersPerLine, place, bold }) => ({
    ...standardLayout(form),
    faces: { ...standardLayout(form).faces, digits: face },
    linePitchPt,
    charactersPerLine,
    pageNumber: { place, dashes: bold },
    bold: { title: bold, part: bold, section: bold, level3: bold },
  }));

test('no mix of levels, tables, digits, Latin and long titles makes a schema error', async () => {
  const batch = fc.array(mixedReport, { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(batch, anyLayout, async (reports, layout) => {
      // many reports in one file: starting the validator costs more than its work
      const pages = reports.map((report) => composeDocument(report, { layout, facts, annexes }));
      const items = pages.flatMap((page) => page.items);
      const imprint = pages.flatMap((page) => page.imprint);
      expect(await listSchemaErrors(await writePage({ items, imprint }, layout))).toEqual([]);
    }),
    { numRuns: 8 },
  );
});
