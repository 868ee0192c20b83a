import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input, MethodName } from '../../../core/api/index.ts';
import { listBlocks } from '../../../core/model/index.ts';
import { startHost } from '../../../electron/host/server.ts';
import { readConfirmations, readOutcomes, setOutcome } from '../../../electron/store/index.ts';
import { someInstant } from '../../support/store-reports.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;
let baseId = '';
let reportId = '';

beforeAll(async () => {
  services = await createTestServices();
  baseId = (await services.get('library.addSample', {})).reportId;
  reportId = await createDraft();
});

afterAll(() => services.close());

async function createDraft(): Promise<string> {
  const created = await services.get('report.create', {
    year: 2026,
    issuers: ['青石镇人民政府'],
    start: { kind: 'report', reportId: baseId },
  });
  return created.reportId;
}

const codeOf = async <Name extends MethodName>(name: Name, input: Input<Name>) => {
  const result = await services.call(name, input);
  return result.ok ? 'ok' : result.error.code;
};

const manyKeys = Array.from(
  { length: 5000 },
  (_, index) => `${String(index).padStart(4, '0')}${'键'.repeat(296)}`,
);
const partly = { state: 'partly', note: '长'.repeat(10), blockId: null } as const;

describe('confirmations', () => {
  test('5 000 of the longest keys at once are kept, twice the same, and taken back', async () => {
    const id = await createDraft();
    const begun = performance.now();
    const change = { reportId: id, keys: manyKeys };
    for (const _ of [1, 2]) await services.get('report.confirm', { ...change, confirmed: true });
    expect(readConfirmations(services.store, id)).toHaveLength(5000);
    const opened = await services.get('report.open', { reportId: id });
    expect(opened.confirmed).toHaveLength(5000);
    // none of them is a chip of this draft: every chip is still open
    const { stale } = await services.get('report.check', { reportId: id });
    expect(stale.length).toBe((await services.get('report.check', { reportId })).stale.length);
    expect(stale.length).toBeGreaterThan(0);
    await services.get('report.confirm', { ...change, confirmed: false });
    expect(readConfirmations(services.store, id)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('more, longer or empty keys are refused, and none of them is kept', async () => {
    const refuse = (keys: readonly string[]) =>
      codeOf('report.confirm', { reportId, keys, confirmed: true });
    expect(await refuse([...manyKeys, '一'])).toBe('input/invalid');
    expect(await refuse(['甲', '长'.repeat(301)])).toBe('input/invalid');
    expect(await refuse(['甲', ''])).toBe('input/invalid');
    expect(readConfirmations(services.store, reportId)).toEqual([]);
    expect(await refuse([])).toBe('ok');
  });

  test('of a report that nobody writes, or that is not there, are refused', async () => {
    const id = await createDraft();
    const confirm = (of: string) =>
      codeOf('report.confirm', { reportId: of, keys: ['甲'], confirmed: true });
    const answer = (of: string) =>
      codeOf('report.answerPromise', { reportId: of, promiseId: '甲', outcome: partly });
    for (const status of ['filed', 'archived'] as const) {
      await services.get('report.setStatus', { reportId: id, status });
      expect([await confirm(id), await answer(id)]).toEqual(Array(2).fill('report/read-only'));
    }
    for (const strange of ['没有', '__proto__', "'; DROP TABLE reports; --"]) {
      expect([await confirm(strange), await answer(strange)]).toEqual(
        Array(2).fill('report/not-found'),
      );
    }
  });

  test('outlast the removal of their report, which takes none meanwhile', async () => {
    const id = await createDraft();
    await services.get('report.confirm', { reportId: id, keys: ['甲', '乙'], confirmed: true });
    const { promises } = await services.get('report.check', { reportId: id });
    const promiseId = promises[0]?.promise.id ?? '';
    await services.get('report.answerPromise', { reportId: id, promiseId, outcome: partly });
    await services.get('library.remove', { reportId: id });
    expect(await codeOf('report.confirm', { reportId: id, keys: ['丙'], confirmed: true })).toBe(
      'report/not-found',
    );
    await services.get('library.restore', { reportId: id });
    const opened = await services.get('report.open', { reportId: id });
    expect(opened.confirmed).toEqual(['乙', '甲'].toSorted());
    expect(opened.outcomes).toEqual({ [promiseId]: partly });
  });
});

describe('what has come of a promise', () => {
  test('that nobody made is refused and changes nothing of the others', async () => {
    const before = await services.get('report.check', { reportId });
    expect(before.promises.length).toBeGreaterThan(0);
    for (const promiseId of ['没有', '__proto__', 'constructor', '\0']) {
      for (const outcome of [{ ...partly, blockId: '没有这一段' }, null]) {
        expect(await codeOf('report.answerPromise', { reportId, promiseId, outcome })).toBe(
          'input/invalid',
        );
      }
    }
    const after = await services.get('report.check', { reportId });
    expect(after.promises).toEqual(before.promises);
    expect(readOutcomes(services.store, reportId)).toEqual({});
    expect(await codeOf('report.export', { reportId, copy: 'filing' })).toBe('ok');
  });

  test('in a report that was begun blank is none', async () => {
    const { reportId: id } = await services.get('report.create', {
      year: 2025,
      issuers: ['青石镇人民政府'],
      start: { kind: 'blank' },
    });
    const answer = { reportId: id, promiseId: 'p', outcome: partly };
    expect(await codeOf('report.answerPromise', answer)).toBe('input/invalid');
  });

  test('that was kept of a promise no longer known can be taken back, and not changed', async () => {
    setOutcome(services.store, { reportId, promiseId: '早先', outcome: partly }, someInstant);
    const say = (outcome: Input<'report.answerPromise'>['outcome']) =>
      codeOf('report.answerPromise', { reportId, promiseId: '早先', outcome });
    expect(await say({ state: 'done' })).toBe('input/invalid');
    expect(await say(null)).toBe('ok');
    expect(readOutcomes(services.store, reportId)).toEqual({});
  });

  test('said in two windows at once is both kept', async () => {
    const { promises } = await services.get('report.check', { reportId });
    const promiseId = promises[0]?.promise.id ?? '';
    const say = (outcome: Input<'report.answerPromise'>['outcome']) =>
      services.get('report.answerPromise', { reportId, promiseId, outcome });
    await say({ state: 'partly' });
    await Promise.all([say({ note: '还差两名' }), say({ state: 'not' }), say({ blockId: 'b' })]);
    const kept = { state: 'not', note: '还差两名', blockId: 'b' };
    expect(readOutcomes(services.store, reportId)[promiseId]).toEqual(kept);
    expect((await say({})).outcome).toEqual(kept);
    await say(null);
  });

  test('of one that was made is told with it, also where its block has gone', async () => {
    const { promises } = await services.get('report.check', { reportId });
    const promiseId = promises[0]?.promise.id ?? '';
    const outcome = { ...partly, blockId: '没有这一段' };
    await services.get('report.answerPromise', { reportId, promiseId, outcome });
    const { promises: told } = await services.get('report.check', { reportId });
    expect(told[0]?.outcome).toEqual(outcome);
    await services.get('report.answerPromise', { reportId, promiseId, outcome: null });
    const { promises: taken } = await services.get('report.check', { reportId });
    expect(taken[0]?.outcome).toBeNull();
  });
});

describe('rolling forward', () => {
  test('by many years, or with thousands of choices of nothing, is what it is without', async () => {
    const roll = { reportId: baseId, issuers: ['青石镇人民政府'] };
    expect(await codeOf('report.planRoll', { ...roll, year: 2200 })).toBe('ok');
    expect(await codeOf('report.planRoll', { ...roll, year: 2201 })).toBe('input/invalid');
    expect(await codeOf('report.planRoll', { ...roll, year: 2024 })).toBe('roll/year-not-later');
    const choices = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`没有${index}`, index % 2 === 0]),
    );
    const begun = performance.now();
    const create = (given: Readonly<Record<string, boolean>>) =>
      services.get('report.create', {
        year: 2026,
        issuers: ['青石镇人民政府'],
        start: { kind: 'report', reportId: baseId, choices: given },
      });
    const textOf = async ({ reportId: id }: { readonly reportId: string }) =>
      listBlocks((await services.get('report.open', { reportId: id })).report).length;
    expect(await textOf(await create(choices))).toBe(await textOf(await create({})));
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

test('asking after readings with strange ids is answered, and ends none', async () => {
  for (const readingId of ['__proto__', 'constructor', '\0', "'; --", '长'.repeat(64)]) {
    expect(await services.get('import.progress', { readingId })).toEqual({
      stage: 'waiting',
      elapsedMs: 0,
    });
    expect(await codeOf('import.cancel', { readingId })).toBe('ok');
  }
  expect(await codeOf('import.progress', { readingId: '' })).toBe('input/invalid');
  expect(await codeOf('import.cancel', { readingId: '长'.repeat(65) })).toBe('input/invalid');
});

test('the largest confirmation goes through the host', async () => {
  const host = await startHost({ handlers: services.handlers, rendererRoot: '/nowhere' });
  try {
    const { origin, hash } = new URL(host.url);
    const post = (path: string, body: unknown, cookie = '') =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, cookie },
        body: JSON.stringify(body),
      });
    const session = await post('/session', { token: hash.slice('#token='.length) });
    const cookie = (session.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    const answer = await post(
      '/api/report.confirm',
      { reportId, keys: manyKeys, confirmed: true },
      cookie,
    );
    expect(await answer.json()).toMatchObject({ ok: true });
  } finally {
    await host.close();
  }
});

test('none of it is a bug of ours, and the store is whole', () => {
  expect(services.logs).toEqual([]);
  expect(services.store.prepare('PRAGMA integrity_check').all()).toEqual([
    { integrity_check: 'ok' },
  ]);
  expect(services.store.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
});
