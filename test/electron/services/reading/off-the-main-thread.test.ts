import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { splitReport } from '../../../../core/model/index.ts';
import { createReader, readerSource } from '../../../../electron/services/reading/reader.ts';
import { type Carrier, openHttp, openInProcess } from '../../../contract/carriers.ts';
import { createTestServices, type TestServices } from '../../../support/test-services.ts';
import { buildLongText } from './build-long-source.ts';

const long = { name: '长报告.txt', content: { kind: 'text', text: buildLongText() } } as const;
const short = { name: '短.txt', content: { kind: 'text', text: '一、主要举措\n做了。' } } as const;

describe.each([
  ['in this process', openInProcess],
  ['over HTTP', openHttp],
] as const)('a long reading %s', (_, open) => {
  let services: TestServices;
  let carrier: Carrier;
  beforeEach(async () => {
    services = await createTestServices({ reader: createReader({ entry: readerSource }) });
    carrier = await open(services.handlers);
    await carrier.call('import.read', short);
  });
  afterEach(async () => {
    await carrier.close();
    services.close();
    expect(services.logs).toEqual([]);
  });

  const stageOf = async (readingId: string) => {
    // looking again and again must not itself hold the thread
    await setTimeout(1);
    const told = await carrier.call('import.progress', { readingId });
    return told.ok ? (told.value as { readonly stage: string }).stage : told.error.code;
  };

  test('does not hold a save, which is answered while reading goes on', async () => {
    const { reportId } = await services.get('report.create', {
      year: 2026,
      issuers: ['青石镇人民政府'],
      start: { kind: 'blank' },
    });
    const { report } = await services.get('report.open', { reportId });
    const order = splitReport(report).map(({ id }) => id);
    const ended: string[] = [];
    const reading = carrier.call('import.read', { ...long, readingId: 'r1' }).then((read) => {
      ended.push('read');
      return read;
    });
    let revision = 0;
    do {
      revision += 1;
      const save = { reportId, baseRevision: revision, changed: [], order };
      expect(await carrier.call('report.save', save)).toMatchObject({ ok: true });
      ended.push('saved');
      // saves of this process alone never let the reader's answer in
      await setTimeout(1);
    } while (!ended.includes('read'));
    expect(await reading).toMatchObject({ ok: true });
    // a disk may be slow, and reading is quick: more than one save was answered before it ended
    expect(ended.indexOf('read')).toBeGreaterThanOrEqual(2);
  });

  test('goes through its stages in their order', async () => {
    const seen = [await stageOf('r1')];
    const reading = carrier.call('import.read', { ...long, readingId: 'r1' });
    while (seen.at(-1) !== 'done') {
      const stage = await stageOf('r1');
      if (stage !== seen.at(-1)) seen.push(stage);
    }
    await reading;
    const order = ['waiting', 'opening', 'reading', 'segmenting', 'done'];
    expect(seen).toEqual(order.filter((stage) => seen.includes(stage)));
    expect(seen).toEqual(expect.arrayContaining(['waiting', 'segmenting', 'done']));
  });

  test('is ended at once by import.cancel, and the next reading works', async () => {
    const reading = carrier.call('import.read', { ...long, readingId: 'r1' });
    await vi.waitFor(async () => expect(await stageOf('r1')).toBe('segmenting'), { interval: 1 });
    const begun = performance.now();
    expect(await carrier.call('import.cancel', { readingId: 'r1' })).toMatchObject({ ok: true });
    expect(await reading).toEqual({
      ok: false,
      error: { code: 'import/cancelled', name: '长报告.txt' },
    });
    expect(performance.now() - begun).toBeLessThan(300);
    expect(await carrier.call('import.read', short)).toMatchObject({ ok: true });
  });
});

test('a reading over its limit is import/too-slow, and nothing is logged', async () => {
  const reader = createReader({ entry: readerSource, limits: { wallMs: 1 } });
  const services = await createTestServices({ reader });
  expect(await services.call('import.read', long)).toEqual({
    ok: false,
    error: { code: 'import/too-slow', name: '长报告.txt', seconds: 0.001 },
  });
  services.close();
  expect(services.logs).toEqual([]);
});

test('ids are of createId’s making, the same at each run and new in each reading', async () => {
  const [one, other] = [await createTestServices(), await createTestServices()];
  const first = await one.get('import.read', short);
  expect(await other.get('import.read', short)).toEqual(first);
  expect(JSON.stringify(first)).not.toContain('"read-');
  const again = await one.get('import.read', short);
  const [part, partAgain] = [first.report.parts[0], again.report.parts[0]];
  expect(part?.id).toMatch(/^id-\d+$/u);
  expect(partAgain?.id).not.toBe(part?.id);
  const targets = again.decisions.map(({ target }) => target);
  expect(targets.filter((target) => target?.startsWith('read-'))).toEqual([]);
  one.close();
  other.close();
});
