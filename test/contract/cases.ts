import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { methodNames } from '../../core/api/index.ts';
import type { RawCall } from './carriers.ts';

/** Calls in a row, as a page makes them; gives every answer in order. */
export interface ContractCase {
  readonly title: string;
  readonly run: (call: RawCall) => Promise<readonly unknown[]>;
  /** What the answers hold at least. */
  readonly expected: readonly unknown[];
}

/** A field of a successful answer. */
function pick(answer: unknown, ...path: readonly string[]): unknown {
  return ['value', ...path].reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    answer,
  );
}

const issuers = ['青石镇人民政府'];
const blank = { year: 2026, issuers, start: { kind: 'blank' } };
const good = { ok: true };
const refused = (code: string) => ({ ok: false, error: { code } });
const file = (text: string) => ({ kind: 'file', base64: Buffer.from(text).toString('base64') });
/** Letters that carriers are known to spoil: beyond the first plane, blanks, quotes, a lone half. */
const oddText = '𠮷野家 “引号”\u2028\u00a0\t</script>\ud83d 结束';

async function createBlank(call: RawCall): Promise<unknown> {
  return pick(await call('report.create', blank), 'reportId');
}

async function saveOddText(call: RawCall) {
  const reportId = await createBlank(call);
  const opened = await call('report.open', { reportId });
  const parts = pick(opened, 'report', 'parts') as { id: string; sections: { id: string }[] }[];
  const pieces = parts.flatMap((part) => [part.id, ...part.sections.map(({ id }) => id)]);
  const order = ['front', ...pieces, 'closing'];
  const block = { type: 'paragraph', id: 'odd', source: null, text: oddText };
  const front = {
    kind: 'front',
    id: 'front',
    year: 2026,
    issuers,
    title: '标题',
    addressee: '',
    preambleHeading: '',
    blocks: [block],
  };
  return { reportId, save: { reportId, baseRevision: 1, changed: [front], order } };
}

/** Begins a draft of 2025 from the worked sample of 2024; gives the ids of both. */
async function rollSample(call: RawCall) {
  const baseId = pick(await call('library.addSample', {}), 'reportId');
  const start = { kind: 'report', reportId: baseId };
  const created = await call('report.create', { year: 2025, issuers, start });
  return { baseId, reportId: pick(created, 'reportId') };
}

const withReport = methodNames.filter((name) =>
  ['library.remove', 'library.restore', 'report.open', 'report.check'].includes(name),
);

export const contractCases: readonly ContractCase[] = [
  {
    title: 'tells what runs',
    run: async (call) => [await call('app.info', {})],
    expected: [{ ok: true, value: { today: '2026-01-16', packFaults: [] } }],
  },
  {
    title: 'keeps settings and refuses what is none',
    run: async (call) => [
      await call('settings.set', { change: { zoom: 150, issuers } }),
      await call('settings.set', { change: { zoom: 900 } }),
      await call('settings.set', { change: { theme: null } }),
      await call('settings.get', {}),
    ],
    expected: [
      { ok: true, value: { zoom: 150, issuers, theme: 'system' } },
      { ok: false, error: { code: 'input/invalid', path: 'change.zoom' } },
      { ok: false, error: { code: 'input/invalid', path: 'change.theme' } },
      { ok: true, value: { zoom: 150, issuers, theme: 'system' } },
    ],
  },
  {
    title: 'gives the packs of a year',
    run: async (call) => [await call('packs.forYear', { year: 2024 })],
    expected: [{ ok: true, value: { outlineIsCurrent: true } }],
  },
  {
    title: 'begins, saves, refuses a stale save and gives the text back letter for letter',
    run: async (call) => {
      const { reportId, save } = await saveOddText(call);
      return [
        await call('report.save', save),
        await call('report.save', save),
        await call('report.save', { ...save, baseRevision: 2, order: ['front'] }),
        await call('report.open', { reportId }),
      ];
    },
    expected: [
      { ok: true, value: { revision: 2 } },
      { ok: false, error: { code: 'report/conflict', revision: 2 } },
      refused('report/malformed'),
      { ok: true, value: { revision: 2, report: { preamble: [{ text: oddText }] } } },
    ],
  },
  {
    title: 'saves over what another window saved, knowing it',
    run: async (call) => {
      const { save } = await saveOddText(call);
      return [
        await call('report.save', save),
        await call('report.save', { ...save, overwrite: true }),
        await call('report.save', { ...save, baseRevision: 2, overwrite: true }),
        await call('report.save', { ...save, baseRevision: 3, overwrite: 'yes' }),
      ];
    },
    expected: [
      { ok: true, value: { revision: 2 } },
      { ok: false, error: { code: 'report/conflict', revision: 2 } },
      { ok: true, value: { revision: 3 } },
      { ok: false, error: { code: 'input/invalid', path: 'overwrite' } },
    ],
  },
  {
    title: 'lets a filed report be read and not be changed',
    run: async (call) => {
      const { reportId, save } = await saveOddText(call);
      return [
        await call('report.setStatus', { reportId, status: 'filed' }),
        await call('report.save', save),
        await call('report.open', { reportId }),
        await call('report.setStatus', { reportId, status: 'writing' }),
        await call('report.save', save),
      ];
    },
    expected: [good, refused('report/read-only'), good, good, good],
  },
  {
    title: 'adds the sample, rolls it forward and shows both beside the draft',
    run: async (call) => {
      const sample = await call('library.addSample', {});
      const start = { kind: 'report', reportId: pick(sample, 'reportId') };
      const created = await call('report.create', { year: 2025, issuers, start });
      return [
        sample,
        await call('report.create', { year: 2024, issuers, start }),
        created,
        await call('report.open', { reportId: pick(created, 'reportId') }),
        await call('library.list', {}),
      ];
    },
    expected: [
      good,
      { ok: false, error: { code: 'roll/year-not-later', from: 2024, to: 2024 } },
      good,
      { ok: true, value: { base: { year: 2024, rolled: { year: 2025 } } } },
      {
        ok: true,
        value: [
          { year: 2025, status: 'writing', base: { year: 2024 } },
          { year: 2024, status: 'archived', originalName: '示例报告.txt' },
        ],
      },
    ],
  },
  {
    title: 'reads pasted text, keeps it, hides it and brings it back',
    run: async (call) => {
      const text = '枫林街道办事处2024年法治政府建设年度报告\n一、主要举措和成效\n做了工作。';
      const source = { name: '粘贴的文字', content: { kind: 'text', text } };
      const read = await call('import.read', source);
      const kept = await call('import.keep', { ...source, report: pick(read, 'report') });
      const reportId = pick(kept, 'reportId');
      return [
        read,
        kept,
        await call('library.remove', { reportId }),
        await call('library.list', {}),
        await call('library.listRemoved', {}),
        await call('report.open', { reportId }),
        await call('library.restore', { reportId }),
        await call('library.list', {}),
      ];
    },
    expected: [
      { ok: true, value: { report: { year: 2024 } } },
      good,
      good,
      { ok: true, value: [] },
      { ok: true, value: [{ year: 2024 }] },
      refused('report/not-found'),
      good,
      { ok: true, value: [{ originalName: '粘贴的文字' }] },
    ],
  },
  {
    title: 'says why a file is not read',
    run: async (call) => [
      await call('import.read', { name: '空.docx', content: file('') }),
      await call('import.read', { name: '扫描.pdf', content: file('%PDF-1.7\n') }),
      await call('import.read', { name: '坏.docx', content: { kind: 'file', base64: '不是' } }),
      await call('import.read', { name: '空白', content: { kind: 'text', text: ' \n' } }),
    ],
    expected: [
      { ok: false, error: { code: 'import/empty', name: '空.docx' } },
      { ok: false, error: { code: 'import/damaged', name: '扫描.pdf' } },
      { ok: false, error: { code: 'input/invalid', path: 'content.base64' } },
      refused('import/no-text'),
    ],
  },
  {
    title: 'tells where a reading is, and cancels one that is over or unknown without a word',
    run: async (call) => {
      const content = { kind: 'text', text: '一、主要举措和成效\n做了工作。' };
      const readingId = randomUUID();
      const stage = async () => pick(await call('import.progress', { readingId }), 'stage');
      const before = await stage();
      const read = await call('import.read', { name: '粘贴', content, readingId });
      return [
        before,
        { ok: read.ok },
        await stage(),
        await call('import.cancel', { readingId }),
        await call('import.cancel', { readingId: '没有这一次' }),
        await call('import.progress', { readingId: '没有这一次' }),
        await call('import.progress', { readingId: '' }),
      ];
    },
    expected: [
      'waiting',
      good,
      'done',
      { ok: true, value: null },
      { ok: true, value: null },
      { ok: true, value: { stage: 'waiting', elapsedMs: 0 } },
      { ok: false, error: { code: 'input/invalid', path: 'readingId' } },
    ],
  },
  {
    title: 'cancels a reading that was just asked for',
    run: async (call) => {
      // long enough that the cancel meets it under way over every carrier
      const text = `一、主要举措和成效\n${'全镇开展执法检查十二次。\n'.repeat(15_000)}`;
      const content = { kind: 'text', text };
      const readingId = randomUUID();
      const reading = call('import.read', { name: '长', content, readingId });
      while (pick(await call('import.progress', { readingId }), 'stage') === 'waiting') {
        await new Promise((done) => setTimeout(done, 1));
      }
      await call('import.cancel', { readingId });
      const short = { kind: 'text', text: '一、主要举措和成效\n做了工作。' };
      const { ok } = await call('import.read', { name: '短', content: short });
      return [await reading, { ok }];
    },
    expected: [{ ok: false, error: { code: 'import/cancelled', name: '长' } }, good],
  },
  {
    title: 'gives the list of places',
    run: async (call) => {
      const places = await call('places.get', {});
      const isList = Array.isArray(pick(places, 'provinces'));
      return [{ ok: places.ok, isList, source: typeof pick(places, 'source') }];
    },
    expected: [{ ok: true, isList: true, source: 'string' }],
  },
  {
    title: 'plans a roll forward without making anything',
    run: async (call) => {
      const reportId = pick(await call('library.addSample', {}), 'reportId');
      return [
        await call('report.planRoll', { reportId, year: 2025, issuers }),
        await call('report.planRoll', { reportId, year: 2024, issuers }),
        await call('report.planRoll', { reportId: 'r0', year: 2025, issuers }),
        await call('report.planRoll', { reportId, year: 2025, issuers: [] }),
        await call('library.list', {}),
      ];
    },
    expected: [
      { ok: true, value: { plan: { fromYear: 2024, toYear: 2025 } } },
      { ok: false, error: { code: 'roll/year-not-later', from: 2024, to: 2024 } },
      refused('report/not-found'),
      { ok: false, error: { code: 'input/invalid', path: 'issuers' } },
      { ok: true, value: [{ year: 2024 }] },
    ],
  },
  {
    title: 'keeps and takes back what is confirmed, and what has come of a promise',
    run: async (call) => {
      const { reportId } = await rollSample(call);
      const promises = pick(await call('report.check', { reportId }), 'promises');
      const promiseId = (promises as { promise: { id: string } }[])[0]?.promise.id;
      const keys = ['甲/text/0', '乙/heading/3'];
      const outcome = { state: 'partly', note: '还差两个村', blockId: null };
      const answer = { reportId, promiseId, outcome };
      const openedState = async () => {
        const opened = await call('report.open', { reportId });
        const outcomes = Object.entries(pick(opened, 'outcomes') as object);
        const known = outcomes.map(([id, kept]) => [id === promiseId, kept]);
        return { confirmed: pick(opened, 'confirmed'), outcomes: known };
      };
      return [
        await call('report.confirm', { reportId, keys, confirmed: true }),
        await call('report.answerPromise', answer),
        await openedState(),
        await call('report.confirm', { reportId, keys: [keys[0]], confirmed: false }),
        await call('report.answerPromise', { ...answer, outcome: null }),
        await openedState(),
        await call('report.answerPromise', { ...answer, outcome: { ...outcome, state: '好' } }),
        await call('report.confirm', { reportId: 'r0', keys, confirmed: true }),
        await call('report.answerPromise', { ...answer, reportId: 'r0' }),
      ];
    },
    expected: [
      good,
      good,
      {
        confirmed: expect.arrayContaining(['甲/text/0', '乙/heading/3']),
        outcomes: [[true, { state: 'partly', note: '还差两个村', blockId: null }]],
      },
      good,
      good,
      { confirmed: ['乙/heading/3'], outcomes: [] },
      { ok: false, error: { code: 'input/invalid', path: 'outcome.state' } },
      refused('report/not-found'),
      refused('report/not-found'),
    ],
  },
  {
    title: 'keeps what is said of a promise bit by bit, and says what is kept',
    run: async (call) => {
      const { reportId } = await rollSample(call);
      const promises = pick(await call('report.check', { reportId }), 'promises');
      const promiseId = (promises as { promise: { id: string } }[])[0]?.promise.id;
      const say = (outcome: unknown, id = promiseId) =>
        call('report.answerPromise', { reportId, promiseId: id, outcome });
      return [
        await say({ note: '先写原因' }),
        await say({ state: 'partly' }),
        await say({ note: '还差两个村' }),
        await say({ state: 'not', blockId: '没有这一段' }),
        await say({}),
        await say({ blockId: null }),
        await say({ note: '长'.repeat(2001) }),
        await say({ state: 'done' }, '没有这一件'),
        await say(null, '没有这一件'),
        await say(null),
        await say(null),
      ];
    },
    expected: [
      { ok: false, error: { code: 'input/invalid', path: 'outcome.state' } },
      { ok: true, value: { outcome: { state: 'partly', note: '', blockId: null } } },
      { ok: true, value: { outcome: { state: 'partly', note: '还差两个村', blockId: null } } },
      {
        ok: true,
        value: { outcome: { state: 'not', note: '还差两个村', blockId: '没有这一段' } },
      },
      { ok: true, value: { outcome: { state: 'not', blockId: '没有这一段' } } },
      { ok: true, value: { outcome: { state: 'not', note: '还差两个村', blockId: null } } },
      { ok: false, error: { code: 'input/invalid', path: 'outcome.note' } },
      { ok: false, error: { code: 'input/invalid', path: 'promiseId' } },
      { ok: false, error: { code: 'input/invalid', path: 'promiseId' } },
      { ok: true, value: { outcome: null } },
      { ok: true, value: { outcome: null } },
    ],
  },
  {
    title: 'makes no draft of choices that were made in another list',
    run: async (call) => {
      const reportId = pick(await call('library.addSample', {}), 'reportId');
      const ask = { reportId, year: 2025, issuers, templateId: 'four-part' };
      const plan = await call('report.planRoll', ask);
      const create = (start: object) =>
        call('report.create', {
          year: 2025,
          issuers,
          start: { kind: 'report', reportId, ...start },
        });
      const tooMany = Object.fromEntries(
        Array.from({ length: 20_001 }, (_, index) => [`front/title/${index}`, true]),
      );
      return [
        plan,
        await create({ baseRevision: 7 }),
        await create({ choices: tooMany }),
        await call('library.list', {}),
        await create({ baseRevision: pick(plan, 'baseRevision') }),
      ];
    },
    expected: [
      { ok: true, value: { baseRevision: 1 } },
      { ok: false, error: { code: 'roll/base-changed', revision: 1 } },
      { ok: false, error: { code: 'input/invalid', path: 'start.choices' } },
      { ok: true, value: [{ year: 2024 }] },
      good,
    ],
  },
  {
    title: 'checks a report, takes an answer and counts it',
    run: async (call) => {
      const reportId = await createBlank(call);
      const checked = await call('report.check', { reportId });
      const [first] = pick(checked, 'items') as { itemId: string }[];
      const answer = { reportId, itemId: first?.itemId, answer: { state: 'answered', reason: '' } };
      return [
        checked,
        await call('report.answer', answer),
        await call('report.check', { reportId }),
        await call('report.answer', { ...answer, state: null }),
        await call('library.list', {}),
      ];
    },
    expected: [good, good, good, good, { ok: true, value: [{ progress: {} }] }],
  },
  {
    title: 'takes no answer to a question that is none, nor in a report that is filed',
    run: async (call) => {
      const reportId = await createBlank(call);
      const [first] = pick(await call('report.check', { reportId }), 'items') as {
        itemId: string;
      }[];
      const answer = { reportId, itemId: first?.itemId, answer: { state: 'answered', reason: '' } };
      return [
        await call('report.answer', { ...answer, itemId: '没有这一项' }),
        await call('report.answer', { ...answer, itemId: 'toString' }),
        await call('report.setStatus', { reportId, status: 'filed' }),
        await call('report.answer', answer),
        await call('report.answer', { ...answer, state: null }),
        await call('report.setStatus', { reportId, status: 'writing' }),
        await call('report.answer', answer),
      ];
    },
    expected: [
      { ok: false, error: { code: 'input/invalid', path: 'itemId' } },
      { ok: false, error: { code: 'input/invalid', path: 'itemId' } },
      good,
      { ok: false, error: { code: 'report/read-only', status: 'filed' } },
      { ok: false, error: { code: 'report/read-only', status: 'filed' } },
      good,
      good,
    ],
  },
  {
    title: 'gives a file',
    run: async (call) => {
      const reportId = await createBlank(call);
      const exported = await call('report.export', { reportId, copy: 'filing' });
      // the bytes hold the time of writing: their beginning tells that it is a .docx
      const base64 = String(pick(exported, 'base64')).slice(0, 4);
      const linesPerPage = pick(exported, 'certificate', 'linesPerPage');
      return [{ ...exported, value: { ...(pick(exported) as object), base64, linesPerPage } }];
    },
    expected: [
      {
        ok: true,
        value: {
          kind: 'download',
          fileName: '青石镇人民政府2026年法治政府建设年度报告.docx',
          base64: 'UEsD',
          linesPerPage: 22,
        },
      },
    ],
  },
  {
    title: 'gives the original back byte for byte, where there is one',
    run: async (call) => {
      const content = file(`枫林街道办事处2024年报告\n一、主要举措和成效\n${oddText}`);
      const text = { kind: 'text', text: '一、主要举措和成效\n做了工作。' };
      const keep = async (name: string, source: object) => {
        const read = await call('import.read', { name, content: source });
        const report = pick(read, 'report');
        return pick(await call('import.keep', { name, content: source, report }), 'reportId');
      };
      const reportId = await keep('../去年:终稿.html.txt', content);
      const given = await call('report.original', { reportId });
      return [
        { ...given, isSame: pick(given, 'base64') === content.base64 },
        await call('report.original', { reportId: await keep('粘贴的文字', text) }),
        await call('report.original', { reportId: await createBlank(call) }),
        await call('library.remove', { reportId }),
        await call('report.original', { reportId }),
      ];
    },
    expected: [
      { ok: true, value: { kind: 'download', fileName: '去年终稿.html.txt' }, isSame: true },
      { ok: true, value: { kind: 'download', fileName: '粘贴的文字.txt' } },
      refused('report/no-original'),
      good,
      refused('report/not-found'),
    ],
  },
  {
    title: 'keeps a note and a file through the year, letter for letter and byte for byte',
    run: async (call) => {
      const text = oddText.toWellFormed();
      const facts = {
        year: 2026,
        title: '',
        text,
        happenedOn: '2026-01-16',
        department: '司法所',
        itemIds: ['a'],
      };
      const bytes = Buffer.from([0, 255, 13, 10, 128]).toString('base64');
      const note = await call('materials.add', { facts });
      const kept = await call('materials.add', { facts, file: { name: '数.bin', base64: bytes } });
      const materialId = pick(kept, 'material', 'id');
      return [
        note,
        kept,
        await call('materials.list', { year: 2026, search: '数.BIN' }),
        await call('materials.file', { materialId }),
        await call('materials.remove', { materialId }),
        await call('materials.read', { materialId }),
        await call('materials.restore', { materialId }),
        await call('materials.read', { materialId }),
        await call('materials.add', { facts: { ...facts, happenedOn: '16 日' } }),
        await call('materials.change', { materialId, change: { text: '长'.repeat(300_001) } }),
      ];
    },
    expected: [
      {
        ok: true,
        value: { material: { text: oddText.toWellFormed(), kind: 'note' }, unread: null },
      },
      { ok: true, value: { material: { fileName: '数.bin', fileSize: 5 } } },
      { ok: true, value: [{ fileName: '数.bin' }] },
      { ok: true, value: { kind: 'download', fileName: '数.bin', base64: 'AP8NCoA=' } },
      good,
      refused('material/not-found'),
      good,
      { ok: true, value: { picture: null } },
      { ok: false, error: { code: 'input/invalid', path: 'facts.happenedOn' } },
      { ok: false, error: { code: 'input/invalid', path: 'change.text' } },
    ],
  },
  {
    title: 'knows no report that is not there',
    run: async (call) => [
      ...(await Promise.all(withReport.map((name) => call(name, { reportId: 'r0' })))),
      await call('report.save', { reportId: 'r0', baseRevision: 1, changed: [], order: [] }),
      await call('report.answer', { reportId: 'r0', itemId: 'a', answer: null }),
      await call('report.setStatus', { reportId: 'r0', status: 'filed' }),
      await call('report.export', { reportId: 'r0', copy: 'public' }),
    ],
    expected: Array.from({ length: 8 }, () => ({
      ok: false,
      error: { code: 'report/not-found', reportId: 'r0' },
    })),
  },
  {
    title: 'lists packs, refuses what is none, and puts none of the app’s aside',
    run: async (call) => [
      await call('packs.list', {}),
      await call('packs.import', { name: '坏.json', base64: btoa('{') }),
      await call('packs.export', { kind: 'office', packId: 'none' }),
      await call('packs.remove', { kind: 'units', packId: 'units' }),
    ],
    expected: [good, refused('pack/refused'), refused('pack/not-found'), refused('pack/not-own')],
  },
  {
    title: 'keeps a figure and takes it back',
    run: async (call) => {
      const entry = { year: 2026, figureId: 'centre-study-count', department: '司法所', note: '' };
      return [
        await call('ledger.set', { ...entry, value: 12 }),
        await call('ledger.list', { year: 2026 }),
        await call('ledger.set', { ...entry, value: null }),
        await call('ledger.list', { year: 2026 }),
      ];
    },
    expected: [
      good,
      { ok: true, value: [{ figureId: 'centre-study-count', value: 12 }] },
      good,
      good,
    ],
  },
  {
    title: 'takes no other file for a form',
    run: async (call) => [await call('forms.read', { name: '别的.txt', base64: btoa('abc') })],
    expected: [refused('form/not-a-form')],
  },
  {
    title: 'makes the self-check sheet of a report',
    run: async (call) => {
      const reportId = await createBlank(call);
      return [
        await call('report.selfCheck', { reportId: 'r0' }),
        await call('report.exportSelfCheck', { reportId: 'r0' }),
        await call('report.selfCheck', { reportId }),
      ];
    },
    expected: [refused('report/not-found'), refused('report/not-found'), good],
  },
  {
    title: 'refuses what is no input of any method',
    run: (call) => Promise.all(methodNames.map((name) => call(name, '不是对象'))),
    expected: methodNames.map(() => refused('input/invalid')),
  },
];
