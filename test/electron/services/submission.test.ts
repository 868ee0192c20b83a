import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CopyKind } from '../../../core/layout/index.ts';
import { splitReport } from '../../../core/model/index.ts';
import { hashReport } from '../../../electron/services/self-check.ts';
import { listSnapshots } from '../../../electron/store/index.ts';
import { listSchemaErrors } from '../../support/docx-validator.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';
import { readPart } from '../docx/write/package.ts';

let services: TestServices;
let reportId: string;

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function lastDelivered() {
  const file = services.delivered.at(-1);
  if (!file) throw new Error('nothing was delivered');
  return file;
}

/** All text of a file: every part of a .docx. */
function readAll(fileName: string, bytes: Uint8Array): string {
  if (!fileName.endsWith('.docx')) return textOf(bytes);
  return Object.values(unzipSync(bytes)).map(textOf).join('\n');
}

async function readMark(): Promise<string> {
  return hashReport((await services.get('report.open', { reportId })).report);
}

/** Writes a paragraph behind the preamble. */
async function addToPreamble(text: string): Promise<void> {
  await services.get('report.setStatus', { reportId, status: 'writing' });
  const { report, revision } = await services.get('report.open', { reportId });
  const added = { type: 'paragraph', id: 'added', source: null, text } as const;
  const pieces = splitReport({ ...report, preamble: [...report.preamble, added] });
  await services.get('report.save', {
    reportId,
    baseRevision: revision,
    changed: pieces.slice(0, 1),
    order: pieces.map(({ id }) => id),
  });
}

/** Decides everything that is still open and records the review, as a person would. */
async function reviewAll(): Promise<void> {
  const { get } = services;
  const { hits } = await get('disclosure.get', { reportId });
  for (const { hit } of hits.filter(({ decision }) => decision === null)) {
    const decision = { action: 'keep', reason: '已经公开' } as const;
    await get('disclosure.decide', { reportId, key: hit.key, decision });
  }
  const conclusion = 'open';
  const review = { reviewer: '李某', reviewedOn: '2026-01-16', conclusion, basis: '' } as const;
  await get('disclosure.review', { reportId, review });
}

beforeAll(async () => {
  services = await createTestServices();
  ({ reportId } = await services.get('library.addSample', {}));
  await reviewAll();
});
afterAll(() => services.close());

describe('the words of a copy for a web page', () => {
  test.each(['filing', 'public'] as const)(
    'come as text of the %s copy',
    async (copy: CopyKind) => {
      await services.get('report.exportText', { reportId, copy, format: 'txt' });
      const { fileName, bytes } = lastDelivered();
      expect(fileName).toMatch(/年法治政府建设年度报告（网页文字）\.txt$/u);
      const text = textOf(bytes);
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      expect(text).toContain('\r\n　　一、');
    },
  );

  test('come as a clean page with the mark', async () => {
    await services.get('report.exportText', { reportId, copy: 'filing', format: 'html' });
    const { fileName, bytes } = lastDelivered();
    expect(fileName).toMatch(/\.html$/u);
    const page = textOf(bytes);
    expect(page).toContain(`<meta name="content-mark" content="${await readMark()}">`);
    expect(page).not.toMatch(/ (?:style|class)=|<script/u);
  });

  test('of a report that is not there are refused', async () => {
    const result = await services.call('report.exportText', {
      reportId: 'gone',
      copy: 'filing',
      format: 'txt',
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'report/not-found' } });
  });
});

describe('the whole pack', () => {
  test('holds both copies, the web’s text, the sheet and a list, all with one mark', async () => {
    const { store, get } = services;
    const before = listSnapshots(store, reportId).length;
    const from = services.delivered.length;
    const { delivery, mark } = await get('report.exportSubmission', { reportId });
    const { report } = await get('report.open', { reportId });
    expect(delivery).toMatchObject({ kind: 'written' });
    const folder = `${report.issuers.join('、')}${report.year}年度报告-报送材料`;
    expect(delivery).toHaveProperty('path', folder);
    expect(mark).toBe(hashReport(report));
    const files = services.delivered.slice(from);
    const short = mark.slice(0, 8);
    expect(files.map(({ fileName }) => fileName)).toEqual([
      `报送版-${short}.docx`,
      `公开版-${short}.docx`,
      `网页文字-${short}.txt`,
      `网页文字-${short}.html`,
      `自查表-${short}.docx`,
      `材料清单-${short}.txt`,
    ]);
    expect(listSnapshots(store, reportId).length).toBe(before + 1);
    expect(listSnapshots(store, reportId).at(-1)?.reason).toBe('export');
    for (const { fileName, bytes } of files.filter((file) => file.fileName.endsWith('.docx'))) {
      expect(await listSchemaErrors(bytes), fileName).toEqual([]);
      const properties = readPart(bytes, 'docProps/core.xml');
      expect(properties).toContain(`<dc:identifier>${mark}</dc:identifier>`);
    }
    expect(textOf(files[3]?.bytes ?? new Uint8Array())).toContain(`content="${mark}"`);
    const sheet = readPart(files[4]?.bytes ?? new Uint8Array(), 'word/document.xml');
    expect(sheet.replaceAll(/<[^>]+>/gu, '')).toContain(mark);
  });

  test('has a list that tells each file’s size and SHA-256, and mark and date', async () => {
    const from = services.delivered.length;
    const { mark } = await services.get('report.exportSubmission', { reportId });
    const files = services.delivered.slice(from);
    const list = textOf(files.at(-1)?.bytes ?? new Uint8Array());
    expect(list).toContain(`正文校验码：${mark}`);
    expect(list).toContain('生成日期：2026年1月16日');
    for (const { fileName, bytes } of files.slice(0, -1)) {
      expect(list).toContain(fileName);
      expect(list).toContain(`SHA-256：${sha256(bytes)}`);
      expect(list).toContain(`${bytes.length.toLocaleString('en-US')} 字节`);
    }
  });

  test('of a report that is not there is refused', async () => {
    const result = await services.call('report.exportSubmission', { reportId: 'gone' });
    expect(result).toMatchObject({ ok: false, error: { code: 'report/not-found' } });
  });

  test('publishes what was decided, under the mark of what is published', async () => {
    const { get } = services;
    await addToPreamble('联系人李某，电话13800138000。');
    const { hits } = await get('disclosure.get', { reportId });
    const found = hits.find(({ hit }) => hit.text.includes('13800138000'));
    if (!found) throw new Error('the number was not found');
    const decision = { action: 'replace', text: '（略）', reason: '' } as const;
    await get('disclosure.decide', { reportId, key: found.hit.key, decision });
    await reviewAll();
    const from = services.delivered.length;
    const { mark } = await get('report.exportSubmission', { reportId });
    const draft = await readMark();
    expect(mark).not.toBe(draft);
    const files = services.delivered.slice(from);
    expect(files.every(({ fileName }) => fileName.includes(mark.slice(0, 8)))).toBe(true);
    // the published files, and the same copies given out one by one
    await get('report.export', { reportId, copy: 'public' });
    for (const format of ['txt', 'html'] as const) {
      await get('report.exportText', { reportId, copy: 'public', format });
    }
    const published = services.delivered
      .slice(from)
      .filter((_, at) => at > 5 || (at > 0 && at < 4));
    expect(published.length).toBe(6);
    for (const { fileName, bytes } of published) {
      const all = `${fileName} ${readAll(fileName, bytes)}`;
      for (const trace of [draft, draft.slice(0, 8)]) expect(all, fileName).not.toContain(trace);
    }
    for (const { fileName, bytes } of published.filter((file) => !file.fileName.endsWith('.txt'))) {
      expect(readAll(fileName, bytes), fileName).toContain(mark);
    }
    const [filed, , , , sheet, list] = files;
    for (const file of [filed, sheet, list]) {
      const all = readAll(file?.fileName ?? '', file?.bytes ?? new Uint8Array());
      expect(all, file?.fileName).toContain(mark);
      expect(all, file?.fileName).toContain(draft);
    }
    const printed = readPart(sheet?.bytes ?? new Uint8Array(), 'word/document.xml');
    expect(printed).toContain(`公开内容校验码（公开版有替换，与上不同）：${mark}`);
    const told = readAll(list?.fileName ?? '', list?.bytes ?? new Uint8Array());
    expect(told).toContain(`公开内容校验码：${mark}`);
    expect(told).toContain(`报送稿校验码：${draft}`);
  });

  test('leaves what was replaced out of the files that are published', async () => {
    const from = services.delivered.length;
    const { mark } = await services.get('report.exportSubmission', { reportId });
    const words = services.delivered
      .slice(from)
      .map(({ fileName, bytes }) =>
        fileName.endsWith('.docx') ? readPart(bytes, 'word/document.xml') : textOf(bytes),
      );
    const tells = words.map((text) => text.includes('13800138000'));
    expect(tells).toEqual([true, false, false, false, false, false]);
    expect(words[2]).toContain('（略）');
    expect(words[3]).toContain(`content="${mark}"`);
  });

  test('is refused where the public copy is, with nothing written and nothing kept', async () => {
    const { call, get, store } = services;
    await get('disclosure.review', { reportId, review: null });
    const published = await call('report.exportText', { reportId, copy: 'public', format: 'txt' });
    expect(published).toMatchObject({ ok: false, error: { code: 'export/not-reviewed' } });
    const [delivered, kept] = [services.delivered.length, listSnapshots(store, reportId).length];
    const pack = await call('report.exportSubmission', { reportId });
    expect(pack).toEqual(published);
    expect(services.delivered.length).toBe(delivered);
    expect(listSnapshots(store, reportId).length).toBe(kept);
  });
});
