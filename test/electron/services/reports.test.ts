import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { splitReport } from '../../../core/model/index.ts';
import { nameExport } from '../../../electron/services/export.ts';
import { listSnapshots, readOriginal, readSnapshot } from '../../../electron/store/index.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

const issuers = ['青石镇人民政府'];

async function addRolled({ get }: TestServices, year = 2025) {
  const { reportId: baseId } = await get('library.addSample', {});
  const { reportId } = await get('report.create', {
    year,
    issuers,
    start: { kind: 'report', reportId: baseId },
  });
  return { baseId, reportId };
}

describe('the worked sample', () => {
  it('is read whole: four parts, year, unit, date, and no doubt of structure', async () => {
    const services = await createTestServices();
    const { reportId } = await services.get('library.addSample', {});
    const { report, summary } = await services.get('report.open', { reportId });
    expect(report.parts.map(({ kind }) => kind)).toEqual([
      'achievements',
      'shortcomings',
      'leadership',
      'plan',
    ]);
    expect(report.parts.map(({ sections }) => sections.length)).toEqual([8, 3, 0, 4]);
    expect(report).toMatchObject({
      year: 2024,
      addressee: '县人民政府',
      closing: { signature: issuers, signedDate: '2025-01-16' },
    });
    expect(summary).toMatchObject({ issuers, status: 'archived', base: null });
    expect(summary.characters).toBeGreaterThan(1400);
    services.close();
  });
});

describe('keeping an import', () => {
  it('keeps the original byte for byte and a first snapshot', async () => {
    const services = await createTestServices();
    const bytes = Buffer.from(
      '青石镇人民政府2023年法治政府建设年度报告\n一、主要举措和成效\n做了。\n',
    );
    const source = {
      name: '去年.txt',
      content: { kind: 'file', base64: bytes.toString('base64') },
    } as const;
    const { report } = await services.get('import.read', source);
    const { reportId } = await services.get('import.keep', { ...source, report });
    const original = readOriginal(services.store, reportId);
    expect(Buffer.from(original?.bytes ?? []).equals(bytes)).toBe(true);
    expect(original?.name).toBe('去年.txt');
    const [snapshot] = listSnapshots(services.store, reportId);
    expect(snapshot?.reason).toBe('import');
    expect(readSnapshot(services.store, snapshot?.id ?? 0)).toEqual(splitReport(report));
    services.close();
  });

  it('stores nothing when it only reads', async () => {
    const services = await createTestServices();
    const content = { kind: 'text', text: '一、主要举措和成效\n做了。' } as const;
    await services.get('import.read', { name: '粘贴', content });
    expect(await services.get('library.list', {})).toEqual([]);
    services.close();
  });

  it('takes the year before this one where the source names none', async () => {
    const services = await createTestServices({ today: '2031-02-01' });
    const content = { kind: 'text', text: '一、主要举措和成效\n做了。' } as const;
    const { report } = await services.get('import.read', { name: '粘贴', content });
    expect(report.year).toBe(2030);
    services.close();
  });

  it('refuses a report in which two pieces have one id', async () => {
    const services = await createTestServices();
    const content = { kind: 'text', text: '一、主要举措和成效\n做了。' } as const;
    const { report } = await services.get('import.read', { name: '粘贴', content });
    const [part] = report.parts;
    if (!part) throw new Error('no part');
    const twice = { ...report, parts: [part, part] };
    expect(
      await services.call('import.keep', { name: '粘贴', content, report: twice }),
    ).toMatchObject({ ok: false, error: { code: 'report/malformed' } });
    expect(await services.get('library.list', {})).toEqual([]);
    services.close();
  });
});

describe('rolling a report forward', () => {
  it('keeps what it first made beside the draft, whatever is written since', async () => {
    const services = await createTestServices();
    const { baseId, reportId } = await addRolled(services);
    const first = await services.get('report.open', { reportId });
    expect(first.base?.rolled).toEqual(first.report);
    expect(first.base?.report.year).toBe(2024);
    expect(first.summary).toMatchObject({ year: 2025, base: { id: baseId, year: 2024 } });

    const [front, ...rest] = splitReport(first.report);
    if (front?.kind !== 'front') throw new Error('no front');
    const order = [front, ...rest].map(({ id }) => id);
    const changed = [{ ...front, title: '改过的标题' }];
    await services.get('report.save', { reportId, baseRevision: 1, changed, order });
    const second = await services.get('report.open', { reportId });
    expect(second.report.title).toBe('改过的标题');
    expect(second.base?.rolled).toEqual(first.report);
    services.close();
  });

  it('still shows the base when it was removed from the library', async () => {
    const services = await createTestServices();
    const { baseId, reportId } = await addRolled(services);
    await services.get('library.remove', { reportId: baseId });
    const opened = await services.get('report.open', { reportId });
    expect(opened.base?.report.year).toBe(2024);
    services.close();
  });

  it('leaves the base as it was', async () => {
    const services = await createTestServices();
    const { reportId: baseId } = await services.get('library.addSample', {});
    const before = await services.get('report.open', { reportId: baseId });
    const start = { kind: 'report', reportId: baseId } as const;
    await services.get('report.create', { year: 2026, issuers: ['枫林街道办事处'], start });
    const after = await services.get('report.open', { reportId: baseId });
    expect(after.report).toEqual(before.report);
    const [rolled] = await services.get('library.list', {});
    expect(rolled).toMatchObject({ year: 2026, issuers: ['枫林街道办事处'] });
    const { report } = await services.get('report.open', { reportId: rolled?.id ?? '' });
    expect(report.closing.signature).toEqual(['枫林街道办事处']);
    services.close();
  });
});

describe('an answer to a check item', () => {
  it('is not taken for a report that is filed, and is again once it is written on', async () => {
    const services = await createTestServices();
    const start = { kind: 'blank' } as const;
    const { reportId } = await services.get('report.create', { year: 2025, issuers, start });
    const { items } = (await services.get('report.open', { reportId })).packs.checklist;
    const itemId = items[0]?.id ?? '';
    const answer = { reportId, itemId, answer: { state: 'answered', reason: '' } } as const;
    await services.get('report.setStatus', { reportId, status: 'filed' });
    expect(await services.call('report.answer', answer)).toEqual({
      ok: false,
      error: { code: 'report/read-only', status: 'filed' },
    });
    expect((await services.get('report.open', { reportId })).answers).toEqual({});
    await services.get('report.setStatus', { reportId, status: 'writing' });
    await services.get('report.answer', answer);
    expect((await services.get('report.open', { reportId })).answers).toEqual({
      [itemId]: answer.answer,
    });
    services.close();
  });
});

describe('checking', () => {
  it('holds the date to the county’s own deadline', async () => {
    const services = await createTestServices();
    const { reportId } = await services.get('library.addSample', {});
    const rules = async () =>
      (await services.get('report.check', { reportId })).findings.map(({ rule }) => rule);
    expect(await rules()).not.toContain('signed-date');
    await services.get('settings.set', { change: { deadlines: { submit: '01-10' } } });
    expect(await rules()).toContain('signed-date');
    services.close();
  });
});

describe('a blank report of a year without a known outline', () => {
  it('begins with a notice that says so', async () => {
    const services = await createTestServices();
    const blank = (year: number) =>
      services.get('report.create', { year, issuers, start: { kind: 'blank' } });
    expect((await blank(2025)).notices).toEqual([]);
    expect((await blank(2026)).notices).toMatchObject([
      { code: 'roll/outline-not-current', year: 2026 },
    ]);
    services.close();
  });
});

describe('the progress in the list', () => {
  it('is there from the creation on, and follows the answers at once', async () => {
    const services = await createTestServices();
    const { reportId } = await services.get('report.create', {
      year: 2025,
      issuers,
      start: { kind: 'blank' },
    });
    const progress = async () => (await services.get('library.list', {}))[0]?.progress;
    const before = await progress();
    expect(before?.total).toBeGreaterThan(0);
    const { packs, summary } = await services.get('report.open', { reportId });
    expect(before).toEqual(summary.progress);
    const { items } = await services.get('report.check', { reportId });
    const open = packs.checklist.items.find(
      ({ id, required }) =>
        required && items.some(({ itemId, state }) => itemId === id && state === 'missing'),
    );
    await services.get('report.answer', {
      reportId,
      itemId: open?.id ?? '',
      answer: { state: 'answered', reason: '' },
    });
    const answered = { total: before?.total, answered: (before?.answered ?? 0) + 1 };
    expect(await progress()).toEqual(answered);
    services.close();
  });

  it('is that of the text last saved, and as it was where the text cannot be read any more', async () => {
    const services = await createTestServices();
    const { baseId, reportId } = await addRolled(services);
    await services.get('report.open', { reportId: baseId });
    const { report, summary, revision } = await services.get('report.open', { reportId });
    const pieces = splitReport(report);
    const kept = pieces.filter(({ kind }) => kind !== 'section').map(({ id }) => id);
    const save = { reportId, baseRevision: revision, changed: [], order: kept };
    await services.get('report.save', save);
    const list = async () => services.get('library.list', {});
    const [saved, base] = await list();
    expect(saved?.progress?.answered).toBeLessThan(summary.progress?.answered ?? 0);
    const reopened = await services.get('report.open', { reportId });
    expect(saved?.progress).toEqual(reopened.summary.progress);

    services.store.prepare("UPDATE sections SET content = '{'").run();
    services.store.prepare('UPDATE reports SET revision = revision + 1').run();
    expect((await list()).map(({ progress }) => progress)).toEqual([
      saved?.progress,
      base?.progress,
    ]);
    services.close();
  });

  it('that cannot be kept keeps no report from being opened', async () => {
    const services = await createTestServices();
    const { reportId } = await addRolled(services);
    services.store.prepare('PRAGMA query_only = ON').run();
    const opened = await services.get('report.open', { reportId });
    expect(opened.summary.progress?.total).toBeGreaterThan(0);
    expect(await services.get('library.list', {})).toHaveLength(2);
    services.close();
  });
});

describe('exporting', () => {
  it('writes a whole .docx with the report in it, and keeps a snapshot of that text', async () => {
    const services = await createTestServices();
    const { reportId } = await services.get('library.addSample', {});
    await services.get('report.export', { reportId, copy: 'filing' });
    const [file] = services.delivered;
    expect(file?.fileName).toBe('青石镇人民政府2024年法治政府建设年度报告.docx');
    const xml = unzipSync(file?.bytes ?? new Uint8Array())['word/document.xml'];
    expect(Buffer.from(xml ?? []).toString('utf8')).toContain('成功率98%');
    const reasons = listSnapshots(services.store, reportId).map(({ reason }) => reason);
    expect(reasons).toEqual(['import', 'export']);
    services.close();
  });

  it('passes on where the file went, that it was cancelled, or why it was not written', async () => {
    const answers = [
      { ok: true, value: { kind: 'written', path: '/a/b.docx' } },
      { ok: true, value: { kind: 'cancelled' } },
      { ok: false, error: { code: 'export/full', path: '/a/b.docx' } },
    ] as const;
    const waiting = [...answers];
    const services = await createTestServices({
      deliver: async () => waiting.shift() ?? answers[1],
    });
    const { reportId } = await services.get('library.addSample', {});
    const send = () => services.call('report.export', { reportId, copy: 'filing' });
    expect(await send()).toMatchObject({ ok: true, value: { path: '/a/b.docx' } });
    expect(await send()).toEqual(answers[1]);
    expect(await send()).toEqual(answers[2]);
    services.close();
  });

  it.each([
    [['青石镇人民政府'], '青石镇人民政府2025年法治政府建设年度报告.docx'],
    [['甲镇党委', '甲镇政府'], '甲镇党委、甲镇政府2025年法治政府建设年度报告.docx'],
    [[], '2025年法治政府建设年度报告.docx'],
    [['a/b\\c:d*e?f"g<h>i|j\u0000\n'], 'abcdefghij2025年法治政府建设年度报告.docx'],
    [['..', ' . '], '2025年法治政府建设年度报告.docx'],
    [['甲\u202e镇\ud800', '\u200b'], '甲镇2025年法治政府建设年度报告.docx'],
    [['镇'.repeat(300)], `${'镇'.repeat(50)}2025年法治政府建设年度报告.docx`],
  ])('names the file of %j %s', (units, name) => {
    expect(nameExport({ issuers: units, year: 2025 })).toBe(name);
    expect(Buffer.byteLength(name)).toBeLessThan(255);
  });
});
