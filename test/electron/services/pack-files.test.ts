import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describePackFault } from '../../../core/api/index.ts';
import { onSmallDisk } from '../../support/small-disk.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { createTestServices } from '../../support/test-services.ts';

const question = {
  id: 'yunling-police',
  question: '是否写明一村一辅警的情况？',
  outlineItem: null,
  basis: '云岭县司法局通知第三条',
  confidence: 'verified',
  parts: ['achievements'],
  topics: ['矛盾纠纷'],
  answered: ['辅警.{0,20}\\d{1,4}名'],
  touched: ['辅警'],
  phrases: ['配备村（社区）辅警〔人数〕名。'],
  required: true,
};
const office = (change: object = {}) => ({
  kind: 'office',
  format: 1,
  id: 'yunling-office',
  title: '云岭县年度报告要求',
  source: '云岭县司法局通知',
  date: '2026-01-05',
  confidence: 'verified',
  titlePattern: '{unit}{year}年度法治政府建设情况报告',
  addressees: ['云岭县人民政府'],
  headings: [{ part: 'plan', heading: '{nextYear}年法治建设打算' }],
  deadlines: [
    {
      id: 'submit',
      title: '报县司法局',
      month: 1,
      day: 20,
      source: '云岭县司法局通知',
      confidence: 'verified',
    },
    {
      id: 'first-draft',
      title: '初稿送县司法局',
      month: 1,
      day: 10,
      source: '云岭县司法局通知',
      confidence: 'verified',
    },
  ],
  items: [question],
  ...change,
});
const asFile = (content: object | string | Uint8Array, name = '云岭县.json') => {
  const bytes =
    content instanceof Uint8Array
      ? content
      : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return { name, base64: Buffer.from(bytes).toString('base64') };
};
const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

const town = ['青石镇人民政府'];
const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'packs'), { recursive: true }).map(String).toSorted();

describe('importing a pack', () => {
  it('puts it to use at once, for drafts begun from then on and for those there are', async () => {
    const { get } = await createTestServices();
    const create = () =>
      get('report.create', { year: 2025, issuers: town, start: { kind: 'blank' } });
    const before = await create();
    const taken = await get('packs.import', asFile(office()));
    expect(taken).toMatchObject({ replaced: false, keptAside: null, notices: [] });
    const { reportId } = await create();
    const { report, packs } = await get('report.open', { reportId });
    expect(report).toMatchObject({
      title: '青石镇人民政府2025年度法治政府建设情况报告',
      addressee: '云岭县人民政府',
    });
    expect(report.parts.map(({ heading }) => heading)).toContain('2026年法治建设打算');
    expect(packs.checklist.items.map(({ id }) => id)).toContain('yunling-police');
    const reopened = await get('report.open', { reportId: before.reportId });
    expect(reopened.packs.checklist.items.map(({ id }) => id)).toContain('yunling-police');
    const { template } = await get('packs.forYear', { year: 2025 });
    const days = template.deadlines.map(({ id, month, day }) => [id, month, day]);
    expect(days).toEqual([
      ['submit', 1, 20],
      ['publish', 4, 1],
      ['first-draft', 1, 10],
    ]);
  });

  it('keeps it in the data folder, so that the next start has it', async () => {
    const dataFolder = createTempFolder();
    const first = await createTestServices({ dataFolder });
    await first.get('packs.import', asFile(office()));
    first.close();
    expect(filesOf(dataFolder)).toEqual(['yunling-office.json']);
    const next = await createTestServices({ dataFolder });
    const packs = await next.get('packs.list', {});
    expect(packs.find(({ kind }) => kind === 'office')).toEqual({
      kind: 'office',
      id: 'yunling-office',
      title: '云岭县年度报告要求',
      source: '云岭县司法局通知',
      date: '2026-01-05',
      confidence: 'verified',
      origin: 'own',
      fileName: 'yunling-office.json',
      replacesApps: false,
      years: null,
      size: 1,
    });
    next.close();
  });

  it('refuses a bad one whole, with every fault and its line, and the old one stays', async () => {
    const { get, call, dataFolder } = await createTestServices();
    await get('packs.import', asFile(office()));
    const stored = readFileSync(join(dataFolder, 'packs/yunling-office.json'), 'utf8');
    const bad = office({
      title: '改过的要求',
      items: [{ ...question, basis: undefined, colour: 'red' }],
      required: ['nothing-of-this'],
    });
    const refused = await call('packs.import', asFile(bad));
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'pack/refused', name: '云岭县.json' },
    });
    const faults = !refused.ok && 'faults' in refused.error ? refused.error.faults : [];
    expect(faults.map(describePackFault)).toEqual([
      expect.stringMatching(/^第 \d+ 行：清单项“是否写明一村一辅警的情况？”缺少依据（basis）$/u),
      expect.stringMatching(/^第 \d+ 行：清单项“.+”里有不认识的键“colour”/u),
    ]);
    expect(readFileSync(join(dataFolder, 'packs/yunling-office.json'), 'utf8')).toBe(stored);
    const titles = (await get('packs.list', {})).map(({ title }) => title);
    expect(titles).toContain('云岭县年度报告要求');
    expect(titles).not.toContain('改过的要求');
  });

  it('of the same kind and id takes the place of the own one, which is kept aside', async () => {
    const { get, dataFolder } = await createTestServices();
    await get('packs.import', asFile(office()));
    const old = readFileSync(join(dataFolder, 'packs/yunling-office.json'));
    const again = await get('packs.import', asFile(office({ title: '云岭县新要求', items: [] })));
    expect(again).toMatchObject({ replaced: true, pack: { title: '云岭县新要求', size: 0 } });
    expect(again.keptAside).toMatch(/^replaced[\\/]yunling-office-\d{8}-\d{6}\.json$/u);
    const kept = readFileSync(join(dataFolder, 'packs', again.keptAside ?? ''));
    expect(kept.equals(old)).toBe(true);
    const offices = (await get('packs.list', {})).filter(({ kind }) => kind === 'office');
    expect(offices.map(({ title }) => title)).toEqual(['云岭县新要求']);
  });

  it('takes the place of one that was put there under another name', async () => {
    const dataFolder = createTempFolder();
    mkdirSync(join(dataFolder, 'packs'));
    writeFileSync(join(dataFolder, 'packs/县里发来的.json'), JSON.stringify(office()));
    const { get } = await createTestServices({ dataFolder });
    await get('packs.import', asFile(office({ title: '云岭县新要求' })));
    expect(filesOf(dataFolder)).toContain('yunling-office.json');
    expect(filesOf(dataFolder)).not.toContain('县里发来的.json');
    expect(filesOf(dataFolder).join()).toMatch(/replaced.县里发来的-\d{8}-\d{6}\.json/u);
    const offices = (await get('packs.list', {})).filter(({ kind }) => kind === 'office');
    expect(offices.map(({ title }) => title)).toEqual(['云岭县新要求']);
  });

  /** {"title":"云岭"} as GBK, whose two letters are no UTF-8. */
  const gbk = Buffer.concat(
    JSON.stringify(
      office({ title: '@', source: 'x', titlePattern: undefined }),
      (key, value: unknown) =>
        ['addressees', 'headings', 'deadlines', 'items'].includes(key) ? undefined : value,
    )
      .split('@')
      .flatMap((text, index) => [
        ...(index === 0 ? [] : [Buffer.from([0xd4, 0xc6, 0xc1, 0xeb])]),
        Buffer.from(text),
      ]),
  );

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${JSON.stringify(office())}`), '云岭县年度报告要求'],
    ['UTF-16 with a mark', utf16(JSON.stringify(office())), '云岭县年度报告要求'],
    ['GBK', gbk, '云岭'],
  ])('reads %s', async (_, bytes, title) => {
    const { get } = await createTestServices();
    expect(await get('packs.import', asFile(bytes))).toMatchObject({ pack: { title } });
    expect((await get('packs.list', {})).map((pack) => pack.title)).toContain(title);
  });

  it('refuses what is too large, in no known writing, or no JSON', async () => {
    const { call } = await createTestServices();
    const faultOf = async (content: string | Uint8Array) => {
      const refused = await call('packs.import', asFile(content));
      return !refused.ok && 'faults' in refused.error ? refused.error.faults : [];
    };
    expect(await faultOf(Buffer.alloc(4 * 1024 * 1024 + 1, 0x20))).toMatchObject([
      { kind: 'too-large' },
    ]);
    expect(await faultOf(Uint8Array.from([0x80, 0xff, 0x00]))).toMatchObject([
      { kind: 'encoding' },
    ]);
    expect(await faultOf('{"kind": "office",}')).toMatchObject([{ kind: 'not-json', line: 1 }]);
  });

  it('of a new outline makes it the current one of its years', async () => {
    const { get } = await createTestServices();
    expect((await get('packs.forYear', { year: 2026 })).outlineIsCurrent).toBe(false);
    const item = {
      id: '2026-1',
      ordinal: 1,
      title: '加强党的领导',
      summary: '写明党委怎样领导法治建设。',
      level: 'all',
      confidence: 'unconfirmed',
      keywords: ['党的领导'],
    };
    const outline = {
      kind: 'outline',
      format: 1,
      id: 'outline-2026-2030',
      title: '法治政府建设实施纲要（2026－2030年）',
      source: '公开文本',
      date: '2026-01-05',
      confidence: 'unconfirmed',
      citation: '法治政府建设实施纲要（2026－2030年）',
      documentNumber: '',
      years: { from: 2026, to: 2030 },
      chapters: [{ ordinal: 1, title: '总体要求', items: [item] }],
    };
    await get('packs.import', asFile(outline));
    expect(await get('packs.forYear', { year: 2026 })).toMatchObject({
      outline: { id: 'outline-2026-2030' },
      outlineIsCurrent: true,
      checklistIsOwn: false,
    });
    const begun = await get('report.create', {
      year: 2027,
      issuers: town,
      start: { kind: 'blank' },
    });
    expect(begun.notices.map(({ code }) => code)).toEqual(['roll/checklist-not-own']);
  });

  it('of the app’s own that was exported and changed takes the place of the app’s', async () => {
    const { get, delivered } = await createTestServices();
    await get('packs.export', { kind: 'template', packId: 'four-part-report' });
    const [file] = delivered;
    expect(file?.fileName).toMatch(/^法治政府建设年度报告.*\.json$/u);
    const own = {
      ...(JSON.parse(Buffer.from(file?.bytes ?? []).toString('utf8')) as object),
      title: '本县的模板',
    };
    const taken = await get('packs.import', asFile(own));
    expect(taken.pack).toMatchObject({ origin: 'own', replacesApps: true });
    expect((await get('packs.forYear', { year: 2025 })).template.title).toBe('本县的模板');
    await get('packs.remove', { kind: 'template', packId: 'four-part-report' });
    expect((await get('packs.forYear', { year: 2025 })).template.title).not.toBe('本县的模板');
  });

  it('of a county counts in the years and for the kinds of units it names', async () => {
    const { get } = await createTestServices();
    await get(
      'packs.import',
      asFile(office({ years: { from: 2026, to: null }, unitKinds: ['town', 'township'] })),
    );
    const asks = async (year: number, issuers: readonly string[]) =>
      (await get('packs.forYear', { year, issuers: [...issuers] })).checklist.items.some(
        ({ id }) => id === 'yunling-police',
      );
    expect(await asks(2025, town)).toBe(false);
    expect(await asks(2026, town)).toBe(true);
    expect(await asks(2026, ['白沙乡人民政府'])).toBe(true);
    expect(await asks(2026, ['枫林街道办事处'])).toBe(false);
  });

  it('at the same time as another loses neither', async () => {
    const { get } = await createTestServices();
    await Promise.all([
      get('packs.import', asFile(office({ items: [] }))),
      get('packs.import', asFile(office({ id: 'second', items: [] }))),
    ]);
    const ids = (await get('packs.list', {})).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['yunling-office', 'second']));
  });

  it('that cannot be written says so, and what is in use stays', async () => {
    const { get, call, dataFolder } = await createTestServices();
    mkdirSync(join(dataFolder, 'packs/yunling-office.json'), { recursive: true });
    expect(await call('packs.import', asFile(office()))).toMatchObject({
      error: { code: 'export/unwritable' },
    });
    expect(filesOf(dataFolder)).toEqual(['yunling-office.json']);
    expect((await get('packs.list', {})).some(({ kind }) => kind === 'office')).toBe(false);
    const other = await createTestServices();
    writeFileSync(join(other.dataFolder, 'packs'), 'no folder');
    expect(await other.call('packs.import', asFile(office()))).toMatchObject({
      error: { code: 'export/unwritable' },
    });
  });

  it('named like the list of places does not become it', async () => {
    const { get, dataFolder } = await createTestServices();
    await get('packs.import', asFile(office({ id: 'places' })));
    expect(filesOf(dataFolder)).toEqual(['office-places.json']);
  });
});

describe('removing a pack', () => {
  it('puts an own one aside and nothing else', async () => {
    const { get, dataFolder } = await createTestServices();
    await get('packs.import', asFile(office()));
    await get('packs.remove', { kind: 'office', packId: 'yunling-office' });
    expect((await get('packs.list', {})).some(({ kind }) => kind === 'office')).toBe(false);
    expect(filesOf(dataFolder)).toEqual([
      'replaced',
      expect.stringMatching(/yunling-office-\d{8}-\d{6}\.json$/u),
    ]);
  });

  it('is refused for one of the app’s and for one there is none of', async () => {
    const { call } = await createTestServices();
    expect(
      await call('packs.remove', { kind: 'template', packId: 'four-part-report' }),
    ).toMatchObject({ error: { code: 'pack/not-own' } });
    expect(await call('packs.remove', { kind: 'office', packId: 'none' })).toMatchObject({
      error: { code: 'pack/not-found' },
    });
    expect(await call('packs.export', { kind: 'office', packId: 'none' })).toMatchObject({
      error: { code: 'pack/not-found' },
    });
  });
});

/** What is said of a file that is refused, one line for each fault. */
async function refusal(
  { call }: Awaited<ReturnType<typeof createTestServices>>,
  content: object | string,
): Promise<readonly string[]> {
  const refused = await call('packs.import', asFile(content));
  if (refused.ok) throw new Error('it was taken up');
  return 'faults' in refused.error ? refused.error.faults.map(describePackFault) : [];
}

describe('a pack that would hold the program up', () => {
  const asking = (...answered: readonly string[]) =>
    office({
      items: answered.map((source, at) => ({ ...question, id: `ask-${at}`, answered: [source] })),
    });

  it.each(['(a+)+', '.*.*', '[^法]*[^法]*[^法]*永', '(?<=.*.*)永', '(?!.{0,99}.{0,900}永)法'])(
    'by the pattern %s is refused',
    async (source) => {
      const services = await createTestServices();
      expect(await refusal(services, asking(source))).toEqual([
        expect.stringMatching(/^第 \d+ 行：清单项“.+”的已答的写法.+可能使程序长时间停住/u),
      ]);
    },
  );

  it.each([
    ['a thousand brackets', '('.repeat(20_000) + ')'.repeat(20_000)],
    ['a thousand words', Array.from({ length: 10_000 }, (_, at) => `法${at}`).join('|')],
  ])('by a pattern of %s is refused, and nothing breaks', async (_, source) => {
    const services = await createTestServices();
    expect(await refusal(services, asking(source))).toEqual([
      expect.stringMatching(/^第 \d+ 行：清单项“.+”的已答的写法（answered）.+超出了范围$/u),
    ]);
    expect(services.logs).toEqual([]);
  });

  it('by all its patterns together is refused, and the slowest is named', async () => {
    const services = await createTestServices();
    const many = Array.from(
      { length: 60 },
      (_, at) => `.{0,200}.{0,${at === 7 ? 210 : 205}}永${at}`,
    );
    expect(await refusal(services, asking(...many))).toEqual([
      expect.stringMatching(/^文件里的写法合起来.+第 \d+ 行.+永7|^第 \d+ 行：.+合起来.+永7/u),
    ]);
    await services.get('packs.import', asFile(asking(...many.slice(0, 45))));
  });

  it('by its patterns beside those of other own packs is refused', async () => {
    const services = await createTestServices();
    const many = (from: number) =>
      Array.from({ length: 30 }, (_, at) => `.{0,200}.{0,205}永${at + from}`);
    await services.get('packs.import', asFile(asking(...many(0))));
    const second = asking(...many(30));
    const other = {
      ...second,
      id: 'other',
      items: second.items.map((one) => ({ ...one, id: `other-${one.id}` })),
    };
    expect(await refusal(services, other)).toEqual([
      expect.stringMatching(/^第 \d+ 行：它与其他自己的资料包合起来会使检查太慢/u),
    ]);
    await services.get('packs.import', asFile(asking(...many(30))));
  });

  it.each(['', '辅警|', '(?:辅警)*'])(
    'with %j, which any text matches, is refused',
    async (source) => {
      const services = await createTestServices();
      expect(await refusal(services, asking(source))).toEqual([
        expect.stringMatching(/^第 \d+ 行：.+与任何文字都相符，请写上要找的词$/u),
      ]);
    },
  );

  it('with hundreds of thousands of keys is refused in no time', async () => {
    const services = await createTestServices();
    const keys = Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join(',');
    const begun = performance.now();
    const said = await refusal(services, JSON.stringify(office()).replace('{', `{${keys},`));
    expect(said.at(-1)).toMatch(/199980/u);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

it('a question whose name is longer than an answer may be kept under is refused', async () => {
  const services = await createTestServices();
  const long = office({ items: [{ ...question, id: 'a'.repeat(101) }] });
  expect(await refusal(services, long)).toEqual([
    expect.stringMatching(/^第 \d+ 行：清单项“.+”的编号（id）.+超出了范围$/u),
  ]);
});

it('a kind of unit without the words that questions ask for is refused', async () => {
  const services = await createTestServices();
  const { format, source, date, confidence } = office();
  const units = [{ kind: 'town', name: '镇', names: ['镇'], words: { area: '全镇' } }];
  const head = { kind: 'units', format, source, date, confidence, id: 'own-units', title: '单位' };
  const said = await refusal(services, { ...head, units, departments: [] });
  expect(said).toContainEqual(expect.stringMatching(/^第 \d+ 行：.*缺少.*own/u));
});

describe('where the data folder takes nothing', () => {
  it('a pack that finds no room changes nothing', async () => {
    const isRun = await onSmallDisk(600, async (folder) => {
      const dataFolder = createTempFolder();
      mkdirSync(join(folder, 'packs'));
      symlinkSync(join(folder, 'packs'), join(dataFolder, 'packs'));
      const { get, call, close } = await createTestServices({ dataFolder });
      await get('packs.import', asFile(office()));
      const before = readFileSync(join(dataFolder, 'packs/yunling-office.json'));
      const words = Array.from({ length: 400 }, (_, at) => `证据${at}${'长'.repeat(1000)}`);
      const large = office({ title: '装不下', items: [{ ...question, evidence: words }] });
      expect(await call('packs.import', asFile(large))).toMatchObject({
        error: { code: 'export/full' },
      });
      expect(readFileSync(join(dataFolder, 'packs/yunling-office.json'))).toEqual(before);
      expect(filesOf(dataFolder).filter((name) => name.includes('tmp'))).toEqual([]);
      const titles = (await get('packs.list', {})).map(({ title }) => title);
      expect(titles).toContain('云岭县年度报告要求');
      expect(titles).not.toContain('装不下');
      close();
    });
    if (!isRun) console.warn('not run: no small disk could be mounted here');
  });

  it('a file where the folder should be is told in words', async () => {
    const dataFolder = createTempFolder();
    writeFileSync(join(dataFolder, 'packs'), '');
    const { call, logs } = await createTestServices({ dataFolder });
    expect(await call('packs.import', asFile(office()))).toMatchObject({
      error: { code: 'export/unwritable' },
    });
    expect(logs).toEqual([]);
  });
});

it('a draft whose template was taken away opens with the app’s', async () => {
  const { get } = await createTestServices();
  const { template } = await get('packs.forYear', { year: 2025 });
  await get('packs.import', asFile({ ...template, id: 'county-template', title: '县里的模板' }));
  const { reportId } = await get('report.create', {
    year: 2025,
    issuers: town,
    templateId: 'county-template',
    start: { kind: 'blank' },
  });
  await get('packs.remove', { kind: 'template', packId: 'county-template' });
  const { packs, report } = await get('report.open', { reportId });
  expect(packs.template.id).toBe('four-part-report');
  expect(report.parts.length).toBeGreaterThanOrEqual(4);
  await get('report.check', { reportId });
});

describe('pack files found at the start', () => {
  it('that are bad are told with their lines, each file once', async () => {
    const dataFolder = createTempFolder();
    mkdirSync(join(dataFolder, 'packs'));
    const bad = JSON.stringify(office({ source: undefined, colour: 'red' }), null, 2);
    writeFileSync(join(dataFolder, 'packs/a.json'), bad);
    writeFileSync(join(dataFolder, 'packs/b.json'), JSON.stringify(office()));
    writeFileSync(join(dataFolder, 'packs/c.json'), JSON.stringify(office()));
    const { get } = await createTestServices({ dataFolder });
    const { packFaults } = await get('app.info', {});
    expect(packFaults).toEqual([
      {
        name: 'a.json',
        reason: expect.stringMatching(/^第 1 行：文件缺少来源（source）；第 \d+ 行：/u),
      },
      { name: 'c.json', reason: '与“b.json”是同一个资料包（种类和编号相同），只用了那一个' },
    ]);
  });
});

describe('what kind of unit writes', () => {
  const ownWord = async (services: Awaited<ReturnType<typeof createTestServices>>) =>
    (await services.get('packs.forYear', { year: 2025 })).unit.words['own'];

  it('is told by the unit of the settings, unless the writer says otherwise', async () => {
    const services = await createTestServices();
    await services.get('settings.set', { change: { issuers: ['枫林街道办事处'] } });
    expect(await ownWord(services)).toBe('本街道');
    await services.get('settings.set', { change: { unitKind: 'township' } });
    expect(await ownWord(services)).toBe('本乡');
    const { reportId } = await services.get('report.create', {
      year: 2025,
      issuers: ['枫林街道办事处'],
      start: { kind: 'blank' },
    });
    const opened = await services.get('report.open', { reportId });
    expect(opened.packs.unit.kind).toBe('township');
  });
});
