import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composePlain, readPrinted } from '../../../core/changes/index.ts';
import { splitReport } from '../../../core/model/index.ts';
import { compareReportFiles } from '../../../electron/services/changes.ts';
import { takeSnapshot } from '../../../electron/store/index.ts';
import { listSchemaErrors } from '../../support/docx-validator.ts';
import { buildSmallReport } from '../../support/store-reports.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';
import { settle } from '../docx/changes/settle-xml.ts';
import { readPart } from '../docx/write/package.ts';

let services: TestServices;
let baseId: string;
let reportId: string;

const open = () => services.get('report.open', { reportId });

/** Writes `title` over the draft's title, as a person would. */
async function retitle(title: string): Promise<void> {
  const { report, revision } = await open();
  const pieces = splitReport({ ...report, title });
  const order = pieces.map(({ id }) => id);
  await services.get('report.save', {
    reportId,
    baseRevision: revision,
    changed: pieces.slice(0, 1),
    order,
  });
}

function lastDelivered() {
  const file = services.delivered.at(-1);
  if (!file) throw new Error('nothing was delivered');
  return file;
}

const withoutBlanks = (texts: readonly unknown[]) => texts.filter((text) => text !== '');

beforeAll(async () => {
  services = await createTestServices();
  const { get } = services;
  ({ reportId: baseId } = await get('library.addSample', {}));
  const { report } = await get('report.open', { reportId: baseId });
  const { issuers, year } = report;
  const start = { kind: 'report', reportId: baseId } as const;
  ({ reportId } = await get('report.create', { year: year + 1, issuers, start }));
});
afterAll(() => services.close());

describe('the states a draft can be held against', () => {
  test('are last year’s report, then its snapshots, newest first, each in words', async () => {
    await retitle('另一个标题');
    takeSnapshot(services.store, reportId, 'time', new Date(2025, 11, 31, 15, 4).toISOString());
    await services.get('report.export', { reportId, copy: 'filing' });
    const states = await services.get('report.states', { reportId });
    const { report } = await services.get('report.open', { reportId: baseId });
    expect(states.map(({ title }) => title.replace(/12点\d\d分/u, ''))).toEqual([
      `上年报告（${report.year} 年）`,
      '1月16日导出时的样子',
      '2025年12月31日15点04分自动留下的样子',
      '1月16日刚从上年换过来的样子',
    ]);
    expect(states[0]?.since).toEqual({ kind: 'base' });
    for (const { at } of states) expect(Number.isNaN(Date.parse(at))).toBe(false);
  });

  test('of those that hold the same for one reason only the newest is told', async () => {
    await services.get('report.export', { reportId, copy: 'filing' });
    const states = await services.get('report.states', { reportId });
    expect(states.filter(({ title }) => title.includes('导出时'))).toHaveLength(1);
  });

  test('of a report that is not there are none', async () => {
    const result = await services.call('report.states', { reportId: 'gone' });
    expect(result).toMatchObject({ ok: false, error: { code: 'report/not-found' } });
  });
});

describe('what changed', () => {
  test('since last year’s report comes as a .docx with tracked changes', async () => {
    const since = { kind: 'base' } as const;
    const { summary } = await services.get('report.exportChanges', { reportId, since });
    const { fileName, bytes } = lastDelivered();
    const { report, base } = await open();
    if (!base) throw new Error('the draft has lost its base');
    expect(fileName).toMatch(/年法治政府建设年度报告修订稿（对照上年报告）\.docx$/u);
    expect(summary).toMatch(
      /^与上年报告（\d{4} 年）相比：改动 \d+ 段(?:，(?:新增|删去) \d+ 段)*，其余 \d+ 段没有变动。$/u,
    );
    expect(await listSchemaErrors(bytes)).toEqual([]);
    const printed = (side: typeof report) => withoutBlanks(readPrinted(composePlain(side)));
    expect(withoutBlanks(settle(bytes, 'accept'))).toEqual(printed(report));
    expect(withoutBlanks(settle(bytes, 'reject'))).toEqual(printed(base.report));
    const today = /w:author="年报助手" w:date="2026-01-16T12:\d\d:\d\dZ"/u;
    expect(readPart(bytes, 'word/document.xml')).toMatch(today);
  });

  test('since a snapshot is named by its time, and nothing is said to be nothing', async () => {
    const states = await services.get('report.states', { reportId });
    const { since, title } = states[1] ?? { since: { kind: 'base' } as const, title: '' };
    const { summary } = await services.get('report.exportChanges', { reportId, since });
    expect(summary).toBe(`与${title}相比：文字没有变动。`);
    expect(lastDelivered().fileName).toContain(`修订稿（对照${title}）.docx`);
  });

  test('since a state of another report, or one that is not there, is refused', async () => {
    const other = takeSnapshot(services.store, baseId, 'time', '2026-01-16T00:00:00.000Z');
    for (const snapshotId of [other, 9999]) {
      const since = { kind: 'snapshot', snapshotId } as const;
      const result = await services.call('report.exportChanges', { reportId, since });
      expect(result).toMatchObject({ ok: false, error: { code: 'report/no-state' } });
    }
    const since = { kind: 'base' } as const;
    const blank = await services.call('report.exportChanges', { reportId: baseId, since });
    expect(blank).toMatchObject({ ok: false, error: { code: 'report/no-state' } });
  });

  test('between two files needs no library', async () => {
    const date = new Date(2026, 1, 5, 9, 8, 7);
    const compared = await compareReportFiles(buildSmallReport(2024), buildSmallReport(2025), date);
    expect(compared.counts.changed).toBeGreaterThan(2);
    expect(readPart(compared.bytes, 'word/document.xml')).toContain(
      'w:date="2026-02-05T09:08:07Z"',
    );
  });
});
