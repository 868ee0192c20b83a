import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Annex, emptyFacts, type OfficialFacts } from '../../core/layout/index.ts';
import {
  buildParagraph,
  buildTable,
  createCountingIds,
  type Report,
} from '../../core/model/index.ts';
import { choosePacks, type Pack } from '../../core/packs/index.ts';
import { rollForward } from '../../core/roll-forward/index.ts';
import { loadPacks } from '../../electron/services/load-packs.ts';
import { importFile } from '../../electron/services/reading/read-content.ts';
import { buildLongReport, buildVariedReport } from './sample-reports.ts';
import { findSeeds } from './seeds.ts';

/** A report as it is filed, with what is told of it beside its text. */
export interface FiledReport {
  readonly name: string;
  readonly report: Report;
  readonly facts: OfficialFacts;
  readonly annexes: readonly Annex[];
}

/** What an upward official document says outside its text; its mark follows from the issuers. */
const upward: OfficialFacts = {
  ...emptyFacts,
  number: '青政〔2026〕12号',
  signers: ['李明'],
  copiesTo: ['云溪县委办公室', '云溪县人大常委会', '云溪县司法局'],
  printedBy: '青石镇党政综合办公室',
  printedOn: '2026-02-06',
};

const templates = join(import.meta.dirname, '../../templates');

async function rollSeed(path: string, packs: readonly Pack[]): Promise<Report> {
  const createId = createCountingIds('s');
  const input = { createId, packs, fallbackYear: 2025 };
  const read = await importFile('上年.txt', readFileSync(path), input);
  if (!read.ok) throw new Error(read.error.code);
  const toYear = read.value.report.year + 1;
  const knowledge = choosePacks(packs, toYear);
  const { report } = rollForward(read.value.report, {
    toYear,
    baseId: 'base',
    createId,
    packs: knowledge,
  });
  const { closing, issuers } = report;
  const signature = closing.signature.length > 0 ? closing.signature : issuers;
  // what a rolled report lacks until its day has come
  return { ...report, closing: { ...closing, signature, signedDate: `${toYear + 1}-01-16` } };
}

/** The published reports rolled to the next year and dated; none where they are absent. */
export async function rollSeeds(): Promise<readonly FiledReport[]> {
  const { packs } = await loadPacks(templates, null);
  return Promise.all(
    findSeeds().map(async (path) => ({
      name: basename(path, '.txt'),
      report: await rollSeed(path, packs),
      facts: { ...upward, mark: '青石镇人民政府文件' },
      annexes: [],
    })),
  );
}

const createId = createCountingIds('annex');
const annexes: readonly Annex[] = [
  {
    title: '2025年度行政执法数据统计表',
    isPublic: true,
    blocks: [
      buildParagraph(createId, '以下为全年行政执法数据，涉及5个部门，按月汇总，逐件核对。'),
      buildTable(createId, [
        ['部门', '检查', '处罚'],
        ...['综合行政执法队', '应急管理办公室', '自然资源所'].map((name, index) => [
          name,
          `${115 - index * 40}次`,
          `${28 - index * 9}件`,
        ]),
      ]),
    ],
  },
  {
    title: '青石镇重大行政决策事项目录',
    isPublic: true,
    blocks: [buildParagraph(createId, '一是镇域道路养护方案，二是集镇农贸市场改造方案。')],
  },
];

/** A long report of one unit, and a varied one of joint issuers with attachments and their pages. */
export function inventReports(): readonly FiledReport[] {
  const varied = buildVariedReport();
  const joint = ['中共青石镇委员会', '青石镇人民政府'];
  return [
    { name: 'a long report', report: buildLongReport(12_000), facts: upward, annexes: [] },
    {
      name: 'joint issuers with attachments',
      report: {
        ...varied,
        issuers: joint,
        closing: { ...varied.closing, signature: joint },
      },
      facts: { ...upward, signers: ['李明', '王芳'] },
      annexes,
    },
  ];
}
