import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { DisclosureState, Input } from '../../../core/api/index.ts';
import { defaultFiling } from '../../../core/layout/index.ts';
import { buildParagraph, createCountingIds, splitReport } from '../../../core/model/index.ts';
import { listDisclosureReviews, listSnapshots } from '../../../electron/store/index.ts';
import { createTestServices } from '../../support/test-services.ts';
import { readPart } from '../docx/write/package.ts';

const services = await createTestServices();
afterAll(() => services.close());
const { get, call, store } = services;

const groups = '全镇现有社区矫正对象17人，按月走访。';
const lawyer = '镇政府委托王小川律师代理应诉。';
const review = {
  reviewer: '钱某',
  reviewedOn: '2026-01-16',
  conclusion: 'changed',
  basis: '人数已概括',
} as const;

let reportId = '';
let state: DisclosureState;

/** Puts paragraphs behind the sample's preamble. */
async function write(...texts: readonly string[]): Promise<void> {
  const { pieces, revision } = await readPieces();
  const [front] = pieces;
  if (front?.kind !== 'front') throw new Error('the sample has no front');
  const createId = createCountingIds(`w${revision}-`);
  const blocks = [...front.blocks, ...texts.map((text) => buildParagraph(createId, text))];
  const order = pieces.map(({ id }) => id);
  const saved = { reportId, baseRevision: revision, changed: [{ ...front, blocks }], order };
  await get('report.save', saved);
}

async function readPieces() {
  const { report, revision } = await get('report.open', { reportId });
  return { pieces: splitReport(report), revision };
}

const hitOf = (rule: string) => {
  const found = state.hits.find(({ hit }) => hit.rule === rule);
  if (!found) throw new Error(`nothing of ${rule} was found`);
  return found;
};
const decide = async (rule: string, decision: Input<'disclosure.decide'>['decision']) => {
  state = await get('disclosure.decide', { reportId, key: hitOf(rule).hit.key, decision });
};
const record = async (change: Partial<typeof review> | Record<string, unknown> = {}) => {
  state = await get('disclosure.review', { reportId, review: { ...review, ...change } });
};
const replaceGroups = () =>
  decide('group-count', { action: 'replace', text: '社区矫正对象若干人', reason: '' });
const exportPublic = () => call('report.export', { reportId, copy: 'public' });
const wordsOf = (bytes: Uint8Array | undefined) =>
  readPart(bytes ?? new Uint8Array(), 'word/document.xml').replaceAll(/<[^>]+>/gu, '');

beforeEach(async () => {
  ({ reportId } = await get('library.addSample', {}));
  await get('report.setStatus', { reportId, status: 'writing' });
  await write(groups, lawyer);
  state = await get('disclosure.get', { reportId });
});

describe('what is found in a report', () => {
  test('comes with what may stand instead, and blocks where it must', () => {
    expect(hitOf('group-count')).toMatchObject({
      hit: { text: '社区矫正对象17人', severity: 'block', context: groups },
      decision: null,
    });
    expect(hitOf('lawyer-name').hit.severity).toBe('warn');
    expect(state).toMatchObject({ blocking: 1, review: null, isReviewCurrent: false });
  });

  test('is decided without the draft being changed', async () => {
    const before = await get('report.open', { reportId });
    await replaceGroups();
    expect(state.blocking).toBe(0);
    const after = await get('report.open', { reportId });
    expect(after.report).toEqual(before.report);
    expect(after.revision).toBe(before.revision);
  });

  test('may be kept with a reason only, and taken back', async () => {
    const { key } = hitOf('group-count').hit;
    const bare = { action: 'keep', reason: ' ' } as const;
    expect(await call('disclosure.decide', { reportId, key, decision: bare })).toMatchObject({
      error: { code: 'input/invalid' },
    });
    await decide('group-count', { action: 'keep', reason: '县里已经公开' });
    expect(state.blocking).toBe(0);
    await decide('group-count', null);
    expect(state.blocking).toBe(1);
  });

  test('stays decided when something else is written, and is asked again when its words change', async () => {
    await replaceGroups();
    await write('另外一段。');
    state = await get('disclosure.get', { reportId });
    expect(state.blocking).toBe(0);
    await write(groups.replace('17', '19'));
    state = await get('disclosure.get', { reportId });
    expect(state.blocking).toBe(1);
  });

  test('of a report that is not there is refused', async () => {
    const gone = { reportId: 'gone' };
    for (const result of [
      await call('disclosure.get', gone),
      await call('disclosure.decide', { ...gone, key: 'a', decision: null }),
      await call('disclosure.review', { ...gone, review }),
    ]) {
      expect(result).toMatchObject({ error: { code: 'report/not-found' } });
    }
  });
});

describe('a public copy', () => {
  test('is refused while something that blocks is open, and shown all the same', async () => {
    const snapshots = listSnapshots(store, reportId).length;
    expect(await exportPublic()).toMatchObject({
      error: { code: 'export/not-reviewed', blocking: 1, reviewed: false },
    });
    expect(listSnapshots(store, reportId)).toHaveLength(snapshots);
    expect(await call('report.preview', { reportId, copy: 'public' })).toMatchObject({ ok: true });
    expect(await call('report.export', { reportId, copy: 'filing' })).toMatchObject({ ok: true });
  });

  test('is refused until somebody reviewed it, and again when its words changed since', async () => {
    await replaceGroups();
    expect(await exportPublic()).toMatchObject({
      error: { code: 'export/not-reviewed', blocking: 0, reviewed: false },
    });
    await record();
    expect(state).toMatchObject({ review, isReviewCurrent: true });
    expect(await exportPublic()).toMatchObject({ ok: true });
    await write('又写了一段。');
    expect(await exportPublic()).toMatchObject({ error: { code: 'export/not-reviewed' } });
    state = await get('disclosure.get', { reportId });
    expect(state).toMatchObject({ review, isReviewCurrent: false });
  });

  test('holds what was decided, and the filing copy what was written', async () => {
    await replaceGroups();
    await record();
    await get('report.export', { reportId, copy: 'public' });
    const published = wordsOf(services.delivered.at(-1)?.bytes);
    expect(published).toContain('全镇现有社区矫正对象若干人，按月走访。');
    expect(published).not.toContain('17人，按月');
    await get('report.export', { reportId, copy: 'filing' });
    expect(wordsOf(services.delivered.at(-1)?.bytes)).toContain(groups);
  });

  test('is refused where the review came to say no, until the record is taken back', async () => {
    await replaceGroups();
    await record({ conclusion: 'closed' });
    expect(await exportPublic()).toMatchObject({
      error: { code: 'export/closed', reviewer: '钱某', reviewedOn: '2026-01-16' },
    });
    state = await get('disclosure.review', { reportId, review: null });
    expect(state.review).toBeNull();
    expect(await exportPublic()).toMatchObject({ error: { code: 'export/not-reviewed' } });
  });

  test('keeps every record there ever was', async () => {
    await record();
    await get('disclosure.review', { reportId, review: null });
    await record({ reviewer: '赵某' });
    const kept = listDisclosureReviews(store, reportId);
    expect(kept.map(({ reviewer }) => reviewer)).toEqual(['钱某', '赵某']);
    expect(kept.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([false, true]);
    expect(kept[0]?.contentHash).toBe(kept[1]?.contentHash);
  });

  test('does not depend on the layout it is printed in', async () => {
    await replaceGroups();
    await record();
    const layouts = { filing: 'official', public: 'official' };
    await get('filing.set', { reportId, change: { layouts } });
    expect(await get('disclosure.get', { reportId })).toMatchObject({ isReviewCurrent: true });
  });
});

describe('what stands outside the text', () => {
  const facts = { ...defaultFiling.facts, copyNumber: '000007', signers: ['孙某某'] };

  test('is left out of a public copy where it is nobody’s business', async () => {
    await get('filing.set', {
      reportId,
      change: { facts, layouts: { filing: 'official', public: 'official' } },
    });
    await replaceGroups();
    await record();
    await get('report.export', { reportId, copy: 'public' });
    const published = wordsOf(services.delivered.at(-1)?.bytes);
    expect(published).not.toContain('000007');
    expect(published).not.toContain('孙某某');
  });

  test('makes a public copy impossible where it is marked secret', async () => {
    await get('filing.set', { reportId, change: { facts: { ...facts, secrecy: '秘密★1年' } } });
    const refused = { error: { code: 'export/secret', mark: '秘密★1年' } };
    expect(await exportPublic()).toMatchObject(refused);
    expect(await call('report.preview', { reportId, copy: 'public' })).toMatchObject(refused);
    expect(await call('report.export', { reportId, copy: 'filing' })).toMatchObject({ ok: true });
  });

  test('a mark of secrecy in the text does the same, whatever was decided of it', async () => {
    await write('机密★长期');
    state = await get('disclosure.get', { reportId });
    await decide('secrecy-mark', { action: 'replace', text: '', reason: '' });
    expect(await exportPublic()).toMatchObject({
      error: { code: 'export/secret', mark: '机密★长期' },
    });
  });
});

describe('an annex', () => {
  const table = {
    type: 'table',
    id: 't1',
    source: null,
    rows: [
      ['姓名', '电话'],
      ['某户', '13812345678'],
    ],
  } as const;
  const annex = (isPublic: boolean) => ({ title: '走访名册', blocks: [table], isPublic });

  test('is not looked at where it is not published', async () => {
    await get('filing.set', { reportId, change: { annexes: [annex(false)] } });
    state = await get('disclosure.get', { reportId });
    expect(state.hits.some(({ hit }) => hit.target.id.startsWith('annex'))).toBe(false);
  });

  test('that goes out is looked through, and its words are part of what is reviewed', async () => {
    await replaceGroups();
    await record();
    await get('filing.set', { reportId, change: { annexes: [annex(true)] } });
    state = await get('disclosure.get', { reportId });
    expect(state.isReviewCurrent).toBe(false);
    expect(hitOf('phone').hit.target).toEqual({ id: 'annex1/t1', field: 'cell.1.1' });
    expect(hitOf('annex-public').hit).toMatchObject({ text: '走访名册', severity: 'warn' });
    await decide('phone', { action: 'replace', text: '略', reason: '' });
    await record();
    await get('report.export', { reportId, copy: 'public' });
    const published = wordsOf(services.delivered.at(-1)?.bytes);
    expect(published).toContain('走访名册');
    expect(published).not.toContain('13812345678');
  });

  test('is not listed either where it is not published, and the copy says so', async () => {
    const { pieces, revision } = await readPieces();
    const closing = pieces.find(({ kind }) => kind === 'closing');
    if (closing?.kind !== 'closing') throw new Error('the sample has no closing');
    const attachments = ['普法清单', '走访名册'];
    const changed = [{ ...closing, closing: { ...closing.closing, attachments } }];
    const order = pieces.map(({ id }) => id);
    await get('report.save', { reportId, baseRevision: revision, changed, order });
    await get('filing.set', { reportId, change: { annexes: [annex(false)] } });
    state = await get('disclosure.get', { reportId });
    expect(hitOf('annex-listed').hit).toMatchObject({ text: '普法清单', severity: 'warn' });
    await replaceGroups();
    await record();
    const delivery = await get('report.export', { reportId, copy: 'public' });
    const notice = { code: 'export/attachments-left-out', titles: ['走访名册'] };
    expect(delivery).toMatchObject({ notices: expect.arrayContaining([notice]) });
    const published = wordsOf(services.delivered.at(-1)?.bytes);
    expect(published).toContain('普法清单');
    expect(published).not.toContain('走访名册');
  });
});
