import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { standardLayout } from '../../../core/layout/index.ts';
import { findLayout } from '../../../electron/services/layouts.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { createTestServices } from '../../support/test-services.ts';
import { buildOfficeDocx, readWords } from '../docx/template/office-template.ts';

const habits = {
  ...standardLayout('official'),
  title: '青石镇版式',
  linePitchPt: 28,
  bold: { title: false, part: false, section: true, level3: false },
};
const profilesOf = async (services: Awaited<ReturnType<typeof createTestServices>>) =>
  (await services.get('layouts.list', {})).flatMap((one) => (one.kind === 'profile' ? [one] : []));

describe('saving a layout', () => {
  it('keeps a changed standard one under an id of its own, at once and for the next start', async () => {
    const dataFolder = createTempFolder();
    const services = await createTestServices({ dataFolder });
    const { profile, keptAside } = await services.get('layouts.save', { profile: habits });
    expect(profile).toEqual({ ...habits, id: profile.id });
    expect(profile.id).toMatch(/^layout-[0-9a-f]{10}$/u);
    expect(keptAside).toBeNull();
    const listed = await profilesOf(services);
    expect(listed.map((one) => [one.origin, one.profile.id])).toEqual([
      ['app', 'plain'],
      ['app', 'official'],
      ['own', profile.id],
    ]);
    expect(listed[2]?.fileName).toBe(`${profile.id}.json`);
    services.close();
    const next = await createTestServices({ dataFolder });
    expect((await profilesOf(next)).map((one) => one.profile)).toContainEqual(profile);
    next.close();
  });

  it('writes a file that says whose it is and of which day', async () => {
    const { get, dataFolder } = await createTestServices({ today: '2026-03-02' });
    const { profile } = await get('layouts.save', { profile: habits });
    const path = join(dataFolder, 'packs', `${profile.id}.json`);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      kind: 'layout',
      format: 1,
      source: '本单位的版式习惯',
      date: '2026-03-02',
      title: '青石镇版式',
    });
  });

  it('replaces one of its id, and one that is saved under the same title again', async () => {
    const services = await createTestServices();
    const first = await services.get('layouts.save', { profile: habits });
    const changed = { ...first.profile, title: '青石镇新版式', linePitchPt: 30 };
    const second = await services.get('layouts.save', { profile: changed });
    expect(second.profile).toEqual(changed);
    expect(second.keptAside).toMatch(/^replaced[\\/]layout-/u);
    const again = await services.get('layouts.save', { profile: habits });
    expect(again.profile.id).toBe(first.profile.id);
    expect(await profilesOf(services)).toHaveLength(3);
  });

  it('refuses margins that leave no room for the lines, and keeps nothing', async () => {
    const services = await createTestServices();
    const narrow = { ...habits, marginsMm: { ...habits.marginsMm, left: 40, right: 40 } };
    expect(await services.call('layouts.save', { profile: narrow })).toMatchObject({
      ok: false,
      error: { code: 'pack/refused', name: '青石镇版式', faults: [{ key: 'left' }] },
    });
    expect(await profilesOf(services)).toHaveLength(2);
  });
});

describe('a layout as a file', () => {
  it('goes from one PC to another, and can be taken out again', async () => {
    const here = await createTestServices();
    const { profile } = await here.get('layouts.save', { profile: habits });
    await here.get('packs.export', { kind: 'layout', packId: profile.id });
    const [file] = here.delivered;
    expect(file?.fileName).toBe('青石镇版式.json');
    const there = await createTestServices();
    const base64 = Buffer.from(file?.bytes ?? []).toString('base64');
    await there.get('packs.import', { name: '青石镇版式.json', base64 });
    expect((await profilesOf(there)).map((one) => one.profile)).toContainEqual(profile);
    await there.get('packs.remove', { kind: 'layout', packId: profile.id });
    expect(await profilesOf(there)).toHaveLength(2);
  });

  it('is found by its id; the ids of the standard mean the standard', async () => {
    const standing = { kind: 'layout', format: 1, source: '无', date: '2026-01-05' } as const;
    const own = { ...habits, ...standing, confidence: 'verified', id: 'plain' } as const;
    const library = { packs: [own, { ...own, id: 'own-one' }] };
    expect(findLayout(library, 'own-one', 'system')).toEqual({ ...habits, id: 'own-one' });
    expect(findLayout(library, 'plain', 'system')).toEqual(standardLayout('plain', 'system'));
    expect(findLayout(library, 'gone', 'system')).toBeNull();
  });
});

describe('an office’s own document', () => {
  const file = (bytes: Uint8Array, name = '青石镇红头.docx') => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  });

  it('is kept and listed with its places, also after the next start, until it is taken out', async () => {
    const dataFolder = createTempFolder();
    const first = await createTestServices({ dataFolder });
    const added = await first.get('layouts.addTemplate', file(buildOfficeDocx()));
    expect(added).toMatchObject({ name: '青石镇红头.docx', missing: expect.any(Array) });
    expect(added.places).toContain('body');
    first.close();
    const { get, call, close } = await createTestServices({ dataFolder, idPrefix: 'next-' });
    const listed = (await get('layouts.list', {})).filter(({ kind }) => kind === 'template');
    expect(listed).toEqual([{ kind: 'template', template: added }]);
    await get('layouts.removeTemplate', { templateId: added.id });
    expect((await get('layouts.list', {})).some(({ kind }) => kind === 'template')).toBe(false);
    expect(await call('layouts.removeTemplate', { templateId: added.id })).toMatchObject({
      ok: false,
      error: { code: 'template/not-found' },
    });
    close();
  });

  it('is refused with the reason, and nothing is kept', async () => {
    const { get, call } = await createTestServices();
    const refused = await call('layouts.addTemplate', file(Buffer.from('一段文字'), '红头.txt'));
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'template/refused',
        name: '红头.txt',
        reason: expect.stringContaining('.docx'),
      },
    });
    const huge = await call('layouts.addTemplate', file(new Uint8Array(11 * 1024 * 1024)));
    expect(huge).toMatchObject({ ok: false, error: { reason: expect.stringContaining('10 MB') } });
    expect((await get('layouts.list', {})).some(({ kind }) => kind === 'template')).toBe(false);
  });

  it('is what a filing copy is written into, and gives way to the layout when it is gone', async () => {
    const { get, delivered } = await createTestServices();
    const { reportId } = await get('report.create', {
      year: 2025,
      issuers: ['青石镇人民政府'],
      start: { kind: 'blank' },
    });
    const { id } = await get('layouts.addTemplate', file(buildOfficeDocx()));
    const { facts } = await get('filing.get', { reportId });
    await get('filing.set', {
      reportId,
      change: { templateId: id, facts: { ...facts, number: '青政〔2026〕12号', secrecy: '内部' } },
    });
    const exported = await get('report.export', { reportId, copy: 'filing' });
    const missing = { code: 'export/place-missing', place: '密级' };
    expect(exported).toMatchObject({ notices: expect.arrayContaining([missing]) });
    expect(readWords(delivered.at(-1)?.bytes ?? new Uint8Array())).toContain('青政〔2026〕12号');
    const told = 'certificate' in exported ? exported.certificate : null;
    expect(told?.charactersPerLine).toBeGreaterThan(20);
    const { certificate } = await get('report.preview', { reportId, copy: 'filing' });
    const text = certificate.items.find((item) => item.id === 'text');
    expect(text?.verdict).toBe('right');
    await get('layouts.removeTemplate', { templateId: id });
    await get('report.export', { reportId, copy: 'filing' });
    const words = readWords(delivered.at(-1)?.bytes ?? new Uint8Array());
    expect(words).not.toContain('青石镇人民政府文件');
  });
});
