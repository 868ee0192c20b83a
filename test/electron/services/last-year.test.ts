import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { splitReport } from '../../../core/model/index.ts';
import { somePlaces } from '../../core/places/some-places.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

const issuers = ['青石镇人民政府'];

async function addRolled({ get }: TestServices) {
  const { reportId: baseId } = await get('library.addSample', {});
  const start = { kind: 'report', reportId: baseId } as const;
  const { reportId } = await get('report.create', { year: 2025, issuers, start });
  return reportId;
}

/** Puts `words` behind the first paragraph of a draft. */
async function addWords({ get }: TestServices, reportId: string, words: string): Promise<void> {
  const { report, revision } = await get('report.open', { reportId });
  const [first, ...rest] = report.preamble;
  if (first?.type !== 'paragraph') throw new Error('no paragraph');
  const changed = { ...report, preamble: [{ ...first, text: first.text + words }, ...rest] };
  const pieces = splitReport(changed);
  await get('report.save', {
    reportId,
    baseRevision: revision,
    changed: [pieces[0] ?? pieces[1]].flatMap((piece) => piece ?? []),
    order: pieces.map(({ id }) => id),
  });
}

function ownPlaces(text: string): string {
  const data = createTempFolder();
  mkdirSync(join(data, 'packs'), { recursive: true });
  writeFileSync(join(data, 'packs/places.json'), text);
  return data;
}

describe('what is left of last year', () => {
  it('is counted by an export as by a check', async () => {
    const services = await createTestServices();
    const reportId = await addRolled(services);
    const { stale } = await services.get('report.check', { reportId });
    expect(stale.length).toBeGreaterThan(40);
    const exported = await services.get('report.export', { reportId, copy: 'filing' });
    if (exported.kind === 'cancelled') throw new Error('cancelled');
    expect(exported.notices).toContainEqual({ code: 'export/stale-left', count: stale.length });
    services.close();
  });

  it('keeps no file back when it cannot be counted', async () => {
    const services = await createTestServices({
      loadPlaces: () => Promise.reject(new TypeError('青石镇')),
    });
    const reportId = await addRolled(services);
    const exported = await services.get('report.export', { reportId, copy: 'filing' });
    if (exported.kind !== 'download') throw new Error('no download');
    expect(exported.base64.length).toBeGreaterThan(1000);
    expect(exported.notices).toEqual([{ code: 'export/not-counted' }]);
    expect(services.logs.map(({ where, name }) => [where, name])).toEqual([
      ['report.export', 'TypeError'],
    ]);
    expect(JSON.stringify(services.logs)).not.toContain('青石镇');
    services.close();
  });

  it('is left to a caller who knows it already', async () => {
    const loadPlaces = vi.fn(() => Promise.resolve(null));
    const services = await createTestServices({ loadPlaces });
    const reportId = await addRolled(services);
    const exported = await services.get('report.export', {
      reportId,
      copy: 'filing',
      countOpen: false,
    });
    if (exported.kind === 'cancelled') throw new Error('cancelled');
    expect(exported.notices).toEqual([]);
    expect(loadPlaces).not.toHaveBeenCalled();
    services.close();
  });

  it('is no longer told once it is confirmed', async () => {
    const services = await createTestServices();
    const reportId = await addRolled(services);
    const { stale } = await services.get('report.check', { reportId });
    const keys = stale.map(({ key }) => key);
    await services.get('report.confirm', { reportId, keys, confirmed: true });
    expect((await services.get('report.check', { reportId })).stale).toEqual([]);
    const exported = await services.get('report.export', { reportId, copy: 'filing' });
    if (exported.kind === 'cancelled') throw new Error('cancelled');
    expect(exported.notices.map(({ code }) => code)).not.toContain('export/stale-left');
    services.close();
  });

  it('is nothing in a report that was not rolled forward', async () => {
    const services = await createTestServices();
    const { reportId } = await services.get('library.addSample', {});
    const { stale, promises } = await services.get('report.check', { reportId });
    expect([stale, promises]).toEqual([[], []]);
    const exported = await services.get('report.export', { reportId, copy: 'filing' });
    if (exported.kind === 'cancelled') throw new Error('cancelled');
    expect(exported.notices).toEqual([]);
    services.close();
  });
});

describe('places', () => {
  it('are those of the country', async () => {
    const services = await createTestServices();
    const { provinces } = await services.get('places.get', {});
    expect(provinces).toHaveLength(34);
    services.close();
  });

  it('are the person’s own where there is a list of theirs', async () => {
    const dataFolder = ownPlaces(JSON.stringify(somePlaces));
    const services = await createTestServices({ dataFolder });
    expect(await services.get('places.get', {})).toEqual(somePlaces);
    services.close();
  });

  it('are the country’s where the person’s list is none, which is told', async () => {
    const services = await createTestServices({ dataFolder: ownPlaces('{"source":1}') });
    expect((await services.get('places.get', {})).provinces).toHaveLength(34);
    const { packFaults } = await services.get('app.info', {});
    expect(packFaults).toEqual([{ name: 'places.json', reason: '里面不是资料包' }]);
    services.close();
  });

  it('of others are found by a check, and the settings say which are the own', async () => {
    const services = await createTestServices({
      dataFolder: ownPlaces(JSON.stringify(somePlaces)),
    });
    const reportId = await addRolled(services);
    await addWords(services, reportId, '经石泉县司法局指导，办结案件。');
    const names = async () => {
      const { stale, findings } = await services.get('report.check', { reportId });
      return [
        stale.filter(({ kind }) => kind === 'place').map(({ text }) => text),
        findings.filter(({ rule }) => rule === 'foreign-place').map(({ text }) => text),
      ];
    };
    expect(await names()).toEqual([['石泉县'], []]);
    const chain = ['西山省', '安康市', '石泉县', '青石镇'];
    await services.get('settings.set', { change: { chain } });
    expect(await names()).toEqual([[], []]);
    services.close();
  });
});
