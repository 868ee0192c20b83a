import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultFiling, emptyFacts } from '../../../core/layout/index.ts';
import { saveFiling } from '../../../electron/store/index.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;
let reportId = '';

beforeAll(async () => {
  services = await createTestServices();
  reportId = (await services.get('library.addSample', {})).reportId;
});

afterAll(() => services.close());

test('a fact that no page can hold is refused in words, and nothing is kept', async () => {
  const number = '青政〔2026〕12号';
  const facts = { ...emptyFacts, number };
  await services.get('filing.set', { reportId, change: { facts } });
  const refused = await services.call('filing.set', {
    reportId,
    change: { facts: { ...facts, mark: '青石镇\n人民政府' } },
  });
  expect(refused).toMatchObject({
    error: { code: 'input/invalid', reason: expect.stringContaining('换行') },
  });
  expect((await services.get('filing.get', { reportId })).facts).toEqual(facts);
});

test.each([
  ['mark', '青石镇\n人民政府'],
  ['printedOn', '9999-12-31'],
  ['signers', ['张\u202e三']],
  ['sealed', 'yes'],
])(
  'a %s that was stored and no page can hold gives way to none; the rest stays',
  async (key, value) => {
    const facts = { ...emptyFacts, printedBy: '青石镇党政综合办公室' };
    const stored = { ...defaultFiling, facts: { ...facts, [key]: value } };
    saveFiling(services.store, reportId, stored, '2026-01-16T12:00:00.000Z');
    expect(await services.get('filing.get', { reportId })).toEqual({ ...defaultFiling, facts });
  },
);

test.each([[null], ['text'], [[]], [{ facts: null, annexes: 'none' }], [{ facts: [1] }]])(
  'what was stored as %j is how a new report is filed',
  async (stored) => {
    saveFiling(services.store, reportId, stored, '2026-01-16T12:00:00.000Z');
    expect(await services.get('filing.get', { reportId })).toEqual(defaultFiling);
  },
);
