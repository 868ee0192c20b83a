import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inputs, type MethodName, methodNames } from '../../../core/api/index.ts';
import { findPiecesFault, splitReport } from '../../../core/model/index.ts';
import { type Host, startHost } from '../../../electron/host/server.ts';
import { dispatch } from '../../../electron/services/dispatch.ts';
import { listReports, readPieces } from '../../../electron/store/index.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;
let host: Host;
let cookie = '';
/** An input that fits, of every method that takes more than nothing. */
let draftId = '';
let fitting: Readonly<Partial<Record<MethodName, unknown>>>;

const origin = () => new URL(host.url).origin;
const post = (path: string, body: string) =>
  fetch(`${origin()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: origin(), cookie },
    body,
  });

const officePack = {
  kind: 'office',
  format: 1,
  id: 'yunling',
  title: '云岭县要求',
  source: '云岭县司法局通知',
  date: '2026-01-05',
  confidence: 'verified',
  items: [
    {
      id: 'yunling-bridge',
      question: '是否写明石桥点的情况？',
      outlineItem: null,
      basis: '通知第三条',
      confidence: 'verified',
      parts: ['achievements'],
      topics: [],
      answered: ['石桥.{0,20}\\d{1,4}次'],
      touched: ['石桥'],
      phrases: ['石桥点调处〔件数〕件。'],
      figures: [{ id: 'bridge-cases', name: '件数', unit: '件' }],
      departments: ['justice'],
      required: true,
    },
  ],
};

async function buildFitting(): Promise<Readonly<Partial<Record<MethodName, unknown>>>> {
  const sample = await services.get('library.addSample', {});
  const { reportId } = await services.get('report.create', {
    year: 2031,
    issuers: ['青石镇人民政府'],
    start: { kind: 'report', reportId: sample.reportId },
  });
  draftId = reportId;
  const { report } = await services.get('report.open', { reportId });
  const facts = {
    year: 2030,
    title: '题目',
    text: '排查纠纷86起。',
    happenedOn: '2030-03-12',
    department: '司法所',
    itemIds: ['a'],
  };
  const { material } = await services.get('materials.add', { facts });
  const materialId = material.id;
  const file = { name: '乙.txt', base64: Buffer.from('调解82起。').toString('base64') };
  const pack = {
    name: '县.json',
    base64: Buffer.from(JSON.stringify(officePack)).toString('base64'),
  };
  await services.get('forms.export', { year: 2030 });
  const blank = services.delivered.find(({ fileName }) => fileName.startsWith('征集表'));
  const filled = {
    name: '征集表.docx',
    base64: Buffer.from(blank?.bytes ?? new Uint8Array()).toString('base64'),
  };
  const { form } = await services.get('forms.read', filled);
  const figureId = officePack.items[0]?.figures[0]?.id ?? '';
  const start = { kind: 'blank' } as const;
  const content = { kind: 'text', text: '一、主要举措和成效\n（一）学法。全年六次。' };
  return {
    'settings.set': { change: { issuers: ['青石镇'], deadlines: { report: '01-31' }, zoom: 100 } },
    'packs.forYear': { year: 2025 },
    'library.remove': { reportId },
    'library.restore': { reportId },
    'import.read': { name: '甲.txt', content },
    'import.keep': { name: '甲.txt', content, report },
    'report.create': { year: 2030, issuers: ['青石镇'], templateId: 'four-part-report', start },
    'report.open': { reportId },
    'report.answer': { reportId, itemId: 'a', answer: { state: 'answered', reason: '' } },
    'report.setStatus': { reportId, status: 'writing' },
    'report.check': { reportId },
    'report.original': { reportId },
    'report.export': { reportId, copy: 'filing' },
    'report.selfCheck': { reportId },
    'report.exportSelfCheck': { reportId },
    'packs.import': pack,
    'packs.export': { kind: 'office', packId: officePack.id },
    'packs.remove': { kind: 'office', packId: officePack.id },
    'materials.list': { year: 2030, search: '纠纷' },
    'materials.read': { materialId },
    'materials.add': { facts, file },
    'materials.change': { materialId, change: facts },
    'materials.remove': { materialId },
    'materials.restore': { materialId },
    'materials.file': { materialId },
    'materials.use': { materialId, reportId, used: true },
    'ledger.list': { year: 2030 },
    'ledger.set': { year: 2030, figureId, department: '司法所', value: 12, note: '' },
    'forms.export': { year: 2030, returnBy: '2031-01-10', contact: '王芳' },
    'forms.read': filled,
    'forms.keep': { form, file: filled },
    'deadlines.calendar': { year: 2030 },
  };
}

beforeAll(async () => {
  services = await createTestServices();
  host = await startHost({ handlers: services.handlers, rendererRoot: '/nowhere' });
  const token = new URL(host.url).hash.slice('#token='.length);
  const answer = await post('/session', JSON.stringify({ token }));
  cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  fitting = await buildFitting();
});

afterAll(async () => {
  await host.close();
  services.close();
});

/** Stands for a value too deep for a failure to be printed. */
const deepMark = '<deep>';
let deep: unknown = '底';
for (let depth = 0; depth < 500; depth += 1) deep = [deep];

/** Values that have broken programs before. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\0',
    '甲\0乙',
    '\ud800',
    '\udc00\ud800',
    '\u202e反',
    '\ufeff',
    '一\n二\r三\t四\u2028五',
    '😀'.repeat(50),
    '长'.repeat(200_000),
    '__proto__',
    'constructor',
    "'; DROP TABLE reports; --",
    '../../etc/passwd',
    'CON',
    'front',
    'closing',
    'data:,',
    '====',
  ),
  fc.constantFrom<unknown>(
    0,
    -0,
    -1,
    0.5,
    1977,
    1978,
    2200,
    2201,
    1e21,
    2 ** 53,
    Number.MAX_VALUE,
    true,
    null,
    undefined,
    [],
    {},
    [null],
    [[]],
    deepMark,
  ),
  fc.constant(JSON.parse('{"__proto__":{"year":2025},"constructor":1}')),
  fc.string({ unit: 'binary', maxLength: 70 }),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Spot {
  readonly at: readonly number[];
  readonly value: unknown;
  /** `rename` puts the value in place of everything that is the same, an id in a list too. */
  readonly how: 'replace' | 'rename' | 'remove' | 'add' | 'double';
}

const spot: fc.Arbitrary<Spot> = fc.record({
  at: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  value: hostile,
  how: fc.constantFrom('replace', 'replace', 'rename', 'rename', 'remove', 'add', 'double'),
});

type Holder = Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

/** The object and the key that the numbers of `at` lead to, each taken for one of the fields. */
function findSpot(root: Holder, at: readonly number[]): readonly [Holder, string] | null {
  let holder = root;
  for (const [index, number] of at.entries()) {
    const keys = Object.keys(holder);
    const key = keys[number % Math.max(1, keys.length)];
    if (key === undefined) return null;
    const below = holder[key];
    if (index === at.length - 1 || !isHolder(below)) return [holder, key];
    holder = below;
  }
  return null;
}

function rename(value: unknown, from: unknown, to: unknown): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((item) => rename(item, from, to));
  if (!isHolder(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, rename(item, from, to)]),
  );
}

function spoil(input: unknown, { at, value: given, how }: Spot): unknown {
  const value = given === deepMark ? deep : given;
  const copy: unknown = structuredClone(input);
  const found = isHolder(copy) ? findSpot(copy, at) : null;
  if (!found) return value;
  const [holder, key] = found;
  if (how === 'rename') return rename(copy, holder[key], value);
  if (how === 'remove') delete holder[key];
  else if (how === 'add') holder['extra'] = value;
  else if (how === 'double' && Array.isArray(holder)) holder.push(holder[0]);
  else holder[key] = value;
  return copy;
}

/** An input that fits; for saving, one that also fits the draft as it stands now. */
async function inputFor(name: MethodName): Promise<unknown> {
  const input = fitting[name] ?? {};
  if (name !== 'report.save') return input;
  await services.get('library.restore', { reportId: draftId });
  await services.get('report.setStatus', { reportId: draftId, status: 'writing' });
  const { report, revision } = await services.get('report.open', { reportId: draftId });
  const pieces = splitReport(report);
  const order = pieces.map(({ id }) => id);
  return { reportId: draftId, baseRevision: revision, changed: pieces.slice(0, 5), order };
}

const attack = fc.record({
  // saving is the richest input, and what it spoils stays
  name: fc.constantFrom(...methodNames, 'report.save', 'report.save', 'report.save'),
  spots: fc.array(spot, { minLength: 0, maxLength: 3 }),
});

function expectResult(name: string, result: unknown): void {
  expect(result).toMatchObject({ ok: expect.any(Boolean) });
  const isFailure = isHolder(result) && result['ok'] === false;
  const code = isFailure && isHolder(result['error']) ? result['error']['code'] : '';
  expect(`${name} ${String(code)}`).not.toMatch(/ (?:internal|store\/.*|undefined)$/u);
}

const bounds = { interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true };

test('whatever a method is given, the answer is a value and no bug of ours', async () => {
  await fc.assert(
    fc.asyncProperty(attack, async ({ name, spots }) => {
      const input = spots.reduce(spoil, await inputFor(name));
      expectResult(name, await dispatch(services.handlers, name, input));
    }),
    { numRuns: 600, ...bounds },
  );
  expect(services.logs).toEqual([]);
});

test('the same over HTTP, where every answer is a Result with status 200 or 400', async () => {
  await fc.assert(
    fc.asyncProperty(attack, async ({ name, spots }) => {
      const body = JSON.stringify(spots.reduce(spoil, await inputFor(name))) ?? '';
      const answer = await post(`/api/${name}`, body);
      expect([200, 400]).toContain(answer.status);
      expectResult(name, await answer.json());
    }),
    { numRuns: 200, ...bounds },
  );
  expect(services.logs).toEqual([]);
});

test('names of methods are looked up among our own only', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'valueOf')),
      async (name) => {
        fc.pre(!Object.hasOwn(inputs, name));
        const result = await dispatch(services.handlers, name, {});
        expect(result).toMatchObject({ error: { code: 'method/unknown' } });
      },
    ),
    { numRuns: 100 },
  );
});

test('the store is whole after all of that, and every report opens, checks and exports', async () => {
  const { store } = services;
  expect(store.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(store.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  const reports = listReports(store);
  expect(reports.length).toBeGreaterThan(1);
  for (const { id } of reports.slice(0, 40)) {
    expect(findPiecesFault(readPieces(store, id))).toBeNull();
    const { report, revision, summary } = await services.get('report.open', { reportId: id });
    await services.get('report.check', { reportId: id });
    await services.get('report.export', { reportId: id, copy: 'filing' });
    if (summary.status !== 'writing') continue;
    const order = splitReport(report).map((piece) => piece.id);
    await services.get('report.save', { reportId: id, baseRevision: revision, changed: [], order });
  }
  expect(services.logs).toEqual([]);
});

test('ids of half a character are refused: stored, they would be another id', async () => {
  const half = '\ud800';
  const section = { kind: 'section', source: null, heading: '甲', runIn: false, blocks: [] };
  await inputFor('report.save');
  const { report, revision } = await services.get('report.open', { reportId: draftId });
  const order = splitReport(report).map(({ id }) => id);
  const saved = await dispatch(services.handlers, 'report.save', {
    reportId: draftId,
    baseRevision: revision,
    changed: [{ ...section, id: half }],
    order: [...order.slice(0, -1), half, ...order.slice(-1)],
  });
  expect(saved).toMatchObject({ error: { code: 'report/malformed' } });
  const [first, ...parts] = report.parts;
  const kept = await dispatch(services.handlers, 'import.keep', {
    name: '甲.txt',
    content: { kind: 'text', text: '甲' },
    report: { ...report, parts: [{ ...first, id: half }, ...parts] },
  });
  expect(kept).toMatchObject({ error: { code: 'report/malformed' } });
});

test('a pack with anything spoiled is taken up whole or refused with reasons, and the app goes on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 3 }), async (spots) => {
      const json = JSON.stringify(spots.reduce(spoil, officePack)) ?? '';
      const base64 = Buffer.from(json).toString('base64');
      const result = await services.call('packs.import', { name: '县.json', base64 });
      expectResult('packs.import', result);
      if (!result.ok) {
        expect(result.error.code).toMatch(/^pack\/refused$|^input\/invalid$/u);
        if ('faults' in result.error) expect(result.error.faults.length).toBeGreaterThan(0);
      }
      await services.get('report.check', { reportId: draftId });
    }),
    { numRuns: 150, ...bounds },
  );
  expect(services.logs).toEqual([]);
});

test('a filled form with anything spoiled is kept whole or refused', async () => {
  const keep = fitting['forms.keep'];
  await fc.assert(
    fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 3 }), async (spots) => {
      const input = spots.reduce(spoil, keep);
      expectResult('forms.keep', await dispatch(services.handlers, 'forms.keep', input));
    }),
    { numRuns: 60, ...bounds },
  );
  await services.get('materials.list', { year: 2030 });
  expect(services.logs).toEqual([]);
});
