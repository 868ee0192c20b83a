import { describe, expect, it } from 'vitest';
import { describePackFault, describePackNotice } from '../../../core/api/index.ts';
import {
  mostPackWeight,
  type Pack,
  type PackExam,
  type PackFault,
  parsePack,
} from '../../../core/packs/index.ts';
import { readJsonWithLines } from '../../../electron/services/packs/read-json.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const item = (id: string, change: object = {}) => ({
  id,
  question: `是否写明${id}？`,
  outlineItem: null,
  basis: '县里的通知',
  confidence: 'verified',
  parts: ['achievements'],
  topics: ['法治'],
  answered: [],
  touched: [],
  phrases: [],
  required: true,
  ...change,
});
const office = (change: object = {}) => ({
  kind: 'office',
  format: 1,
  id: 'yunling',
  title: '云岭县要求',
  source: '云岭县司法局通知',
  date: '2026-01-05',
  confidence: 'verified',
  ...change,
});
const checklist = (change: object = {}) => ({
  ...office({ id: 'own-list', title: '本县清单' }),
  kind: 'checklist',
  outline: null,
  items: [],
  ...change,
});
const deadline = (id: string, change: object = {}) => ({
  id,
  title: `期限${id}`,
  month: 2,
  day: 10,
  source: '县里的通知',
  confidence: 'verified',
  ...change,
});

const exam: PackExam = { readJson: readJsonWithLines, trusted: new Set(), others: shipped.packs };
const written = (file: object | string) =>
  typeof file === 'string' ? file : JSON.stringify(file, null, 2);
const parse = (file: object | string, beside: PackExam = exam) =>
  parsePack({ name: 'own.json', json: written(file) }, beside);
const faultsOf = (file: object | string, beside?: PackExam): readonly PackFault[] => {
  const parsed = parse(file, beside);
  return parsed.ok ? [] : parsed.faults;
};
const wordsOf = (file: object | string) => faultsOf(file).map(describePackFault);
/** The line of the first place `words` stand at. */
const lineOf = (file: object | string, words: string, from = 0) =>
  written(file).slice(0, written(file).indexOf(words, from)).split('\n').length;

describe('a fault names the line and the piece', () => {
  it('a question without what it rests on', () => {
    const file = office({ items: [item('one'), item('two', { basis: undefined })] });
    const line = lineOf(file, '"id": "two"') - 1;
    expect(wordsOf(file)).toEqual([`第 ${line} 行：清单项“是否写明two？”缺少依据（basis）`]);
  });

  it('a key there is none of', () => {
    const file = office({ items: [item('one', { bassis: '通知' })] });
    expect(wordsOf(file)).toEqual([
      `第 ${lineOf(file, '"bassis"')} 行：清单项“是否写明one？”里有不认识的键“bassis”，请删去，或核对写法`,
    ]);
  });

  it('another version of the format, and then nothing else', () => {
    const file = office({ format: 2, items: 'all of it' });
    expect(wordsOf(file)).toEqual(['第 3 行：这个文件的格式是第 2 版，本程序只认第 1 版']);
  });

  it('no kind', () => {
    expect(wordsOf(office({ kind: undefined }))[0]).toMatch(
      /^第 1 行：文件缺少种类（kind），可以写：/u,
    );
  });

  it('no version of the format', () => {
    expect(wordsOf(office({ format: undefined }))).toEqual(['第 1 行：文件缺少格式版本（format）']);
  });

  it('JSON that breaks off, and a mark of Chinese writing', () => {
    const text = written(office());
    expect(wordsOf(text.replace('"yunling",', '"yunling"'))).toEqual([
      '第 5 行：JSON 写法不完整，这一行或上一行可能缺了括号、引号或逗号',
    ]);
    expect(wordsOf(text.replace('"yunling",', '"yunling"，'))).toEqual([
      '第 4 行：这里用了中文标点“，”，请改成英文半角的',
    ]);
    expect(faultsOf('['.repeat(50_000))).toMatchObject([{ kind: 'not-json', line: 1 }]);
    expect(faultsOf('')).toMatchObject([{ kind: 'not-json' }]);
  });

  it('a comment and a comma too many, each by its name', () => {
    const text = written(office());
    expect(wordsOf(text.replace('{', '{ // 说明'))).toEqual([
      '第 1 行：这里写了注释，资料包里不能有注释，请删去',
    ]);
    const line = text.split('\n').length;
    expect(wordsOf(text.replace(/\n\}$/u, ',\n}'))).toEqual([
      `第 ${line} 行：“}”前面多了一个逗号，最后一项后面不要逗号`,
    ]);
  });

  it('years that no report can be of', () => {
    const file = office({ items: [item('one', { years: { from: 3000, to: null } })] });
    expect(faultsOf(file)).toMatchObject([{ misfit: 'value', path: 'items.0.years.from' }]);
    expect(wordsOf(office({ years: { from: null, to: 202 } }))[0]).toMatch(
      /^第 \d+ 行：.*202”不是允许的值，可以写：1990 到 2199 之间的年度$/u,
    );
  });

  it('a title of blanks, a share that ends before it begins, and headings nothing is known by', () => {
    expect(faultsOf(office({ title: ' \u3000' }))).toMatchObject([{ path: 'title' }]);
    const own = shipped.packs.find(({ kind }) => kind === 'template');
    if (own?.kind !== 'template') throw new Error('no template');
    const [first, ...others] = own.parts;
    const parts = [{ ...first, usualShare: { from: 0.6, to: 0.4 } }, ...others];
    const file = { ...own, parts, recognition: [] };
    expect(faultsOf(file, { readJson: readJsonWithLines })).toMatchObject([
      { misfit: 'value', path: 'parts.0.usualShare.to', detail: '不小于 0.6 的数' },
      { misfit: 'size', path: 'recognition' },
    ]);
  });

  it('patterns that weigh too much, alone or beside those of other own packs', () => {
    const slow = (count: number, head: string) =>
      office({
        items: Array.from({ length: count }, (_, at) =>
          item(`i${at}`, { answered: [`${head}.{0,150}甲${at}.{0,150}乙`] }),
        ),
      });
    expect(faultsOf(slow(50, ''))).toEqual([]);
    expect(faultsOf(slow(150, ''))).toMatchObject([{ misfit: 'heavy', detail: '' }]);
    expect(faultsOf(slow(150, '调解'))).toEqual([]);
    const spent = mostPackWeight - 1000;
    expect(faultsOf(slow(10, ''), { ...exam, spent })).toMatchObject([
      { misfit: 'heavy', detail: 'others' },
    ]);
    const [told] = faultsOf(slow(10, ''), { ...exam, spent }).map(describePackFault);
    expect(told).toContain('它与其他自己的资料包合起来会使检查太慢');
  });

  it('a key that stands twice in one place', () => {
    const text = written(office()).replace('"title"', '"id": "other",\n"title"');
    expect(wordsOf(text)).toEqual(['第 4 行：文件里编号（id）写了两次，请只留一处']);
  });

  it('ids that stand twice within the file, with the line of the first', () => {
    const file = office({
      items: [item('one'), item('one')],
      deadlines: [deadline('a'), deadline('a')],
    });
    const first = (id: string) => lineOf(file, `"id": "${id}"`);
    const second = (id: string) => {
      const at = written(file).indexOf(`"id": "${id}"`);
      return lineOf(file, `"id": "${id}"`, at + 1);
    };
    expect(wordsOf(file)).toEqual(
      [
        `第 ${second('one')} 行：清单项“是否写明one？”的编号（id）写的“one”与第 ${first('one')} 行的重复，请换一个`,
        `第 ${second('a')} 行：期限“期限a”的编号（id）写的“a”与第 ${first('a')} 行的重复，请换一个`,
      ].toSorted((a, b) => a.localeCompare(b, 'zh', { numeric: true })),
    );
  });

  it('an id that a pack of another name has', () => {
    const [taken] = shipped.packs.flatMap((pack) => (pack.kind === 'checklist' ? pack.items : []));
    const file = office({ items: [item(taken?.id ?? '')] });
    expect(faultsOf(file)).toMatchObject([{ misfit: 'taken', path: 'items.0.id' }]);
    expect(wordsOf(file)[0]).toMatch(/已经用在资料包“.+”里/u);
  });

  it('an outline item, an office and a question that are nowhere', () => {
    const asks = item('one', { under: ['2021-99'], departments: ['moon'] });
    const file = office({ items: [asks], required: ['nothing-of-this'] });
    expect(faultsOf(file)).toMatchObject([
      { misfit: 'nowhere', path: 'items.0.under.0', given: '2021-99' },
      { misfit: 'nowhere', path: 'items.0.departments.0', given: 'moon' },
      { misfit: 'nowhere', path: 'required.0', given: 'nothing-of-this' },
    ]);
  });

  it('an item of another outline than the checklist’s', () => {
    const items = [item('one', { outlineItem: '2015-3' })];
    expect(faultsOf(checklist({ outline: 'outline-2021-2025', items }))).toMatchObject([
      { misfit: 'nowhere', path: 'items.0.outlineItem' },
    ]);
    expect(faultsOf(checklist({ outline: 'outline-2015-2020', items }))).toEqual([]);
  });

  it('a place that nothing fills', () => {
    const file = office({
      titlePattern: '{unit}{year}{yaer}年报告',
      items: [item('one', { phrases: ['{haed}听取汇报〔次数〕次。'] })],
    });
    expect(faultsOf(file)).toMatchObject([
      { misfit: 'place', path: 'titlePattern', detail: '{yaer}' },
      { misfit: 'place', path: 'items.0.phrases.0', detail: '{haed}' },
    ]);
  });

  it('words of nothing but blanks', () => {
    const file = office({ items: [item('own-one', { basis: '　 ' })], addressees: [' '] });
    expect(wordsOf(file)).toEqual([
      expect.stringMatching(/^第 \d+ 行：.*依据.*太短/u),
      expect.stringMatching(/^第 \d+ 行：.*主送机关.*太短/u),
    ]);
    const kept = parse(office({ addressees: [' 云岭县人民政府　'] }));
    expect(kept).toMatchObject({ ok: true, pack: { addressees: ['云岭县人民政府'] } });
  });

  it('a title of reports that leaves out the unit or the year', () => {
    const file = office({ titlePattern: '法治政府建设年度报告' });
    const line = lineOf(file, '法治政府建设年度报告');
    const told = wordsOf(file);
    expect(told).toHaveLength(2);
    expect(told.every((one) => one.startsWith(`第 ${line} 行：`))).toBe(true);
    expect(told.join()).toMatch(/\{unit\}.*\{year\}/u);
    expect(wordsOf(office({ titlePattern: '{unit}{year}年度报告' }))).toEqual([]);
  });

  it('a figure known by another name or unit, here or in another pack', () => {
    const figure = (change: object) => ({
      id: 'drills',
      name: '应急演练次数',
      unit: '次',
      ...change,
    });
    const asking = (figures: readonly object[]) =>
      office({ items: [item('own-one', { figures })] });
    expect(wordsOf(asking([figure({})]))).toEqual([]);
    const renamed = asking([figure({ name: '演练场数' })]);
    expect(wordsOf(renamed)).toEqual([
      expect.stringMatching(
        new RegExp(`^第 ${lineOf(renamed, 'drills')} 行：.*应急演练次数（次）`, 'u'),
      ),
    ]);
    expect(wordsOf(asking([figure({ unit: '场' })]))).toHaveLength(1);
    const own = [figure({ id: 'own-count' }), figure({ id: 'own-count', name: '另一个数' })];
    expect(wordsOf(asking(own))).toHaveLength(1);
  });

  it('an office that one kind of unit has twice', () => {
    const shippedUnits = shipped.packs.find((pack) => pack.kind === 'units');
    const departments = [
      { id: 'law', name: '法制科', unitKinds: ['department'] },
      { id: 'law', name: '司法所', unitKinds: ['town'] },
      { id: 'law', name: '法规科' },
    ];
    const file = { ...shippedUnits, id: 'own-units', departments };
    expect(wordsOf({ ...file, departments: departments.slice(0, 2) }).join()).not.toContain('重复');
    expect(wordsOf(file).filter((one) => one.includes('重复'))).toHaveLength(1);
  });

  it('a broken pattern and one that may run away', () => {
    expect(faultsOf(office({ items: [item('one', { answered: ['(法治'] })] }))).toMatchObject([
      { misfit: 'pattern', path: 'items.0.answered.0' },
    ]);
    const runs = office({ items: [item('one', { answered: ['(?:法+)+治'] })] });
    expect(faultsOf(runs)).toMatchObject([{ misfit: 'slow', path: 'items.0.answered.0' }]);
    expect(faultsOf(runs, { ...exam, trusted: new Set(['(?:法+)+治']) })).toEqual([]);
  });

  it('a day no month has, and an end before its beginning', () => {
    const file = office({
      years: { from: 2026, to: 2025 },
      deadlines: [deadline('a', { day: 30 })],
    });
    expect(faultsOf(file)).toMatchObject([
      { misfit: 'order', path: 'years.to' },
      { misfit: 'value', path: 'deadlines.0.day' },
    ]);
  });

  it('a template without a part the rule asks for', () => {
    const template = shipped.packs.find((pack) => pack.kind === 'template');
    const parts = template?.parts.map((part) =>
      part.kind === 'plan' ? { ...part, kind: 'other' } : part,
    );
    const words = wordsOf({ ...template, parts });
    expect(words.join()).toContain('缺少下一年度安排部分（plan）');
  });
});

describe('the faults of a file', () => {
  it('are told all at once, in the order of its lines', () => {
    const file = office({
      date: '去年',
      confidence: 'sure',
      items: [item('one', { basis: undefined }), item('two', { required: 'yes' })],
    });
    const lines = faultsOf(file).map((fault) => ('line' in fault ? fault.line : null));
    expect(lines).toHaveLength(4);
    expect(lines).toEqual(lines.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  });

  it('are twenty at most, and the rest is counted', () => {
    const items = Array.from({ length: 33 }, (_, at) => item(`i-${at}`, { basis: undefined }));
    const faults = faultsOf(office({ items }));
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toEqual({ kind: 'more', name: 'own.json', count: 13 });
    expect(describePackFault({ kind: 'more', name: 'own.json', count: 13 })).toBe('另外还有 13 处');
  });
});

describe('what may come later is a notice', () => {
  const noticesOf = (file: object): readonly string[] => {
    const parsed = parse(file);
    return parsed.ok ? parsed.notices.map(describePackNotice) : [];
  };

  it('the outline of a checklist', () => {
    const items = [item('one', { outlineItem: '2026-1' })];
    expect(noticesOf(checklist({ outline: 'outline-2026-2030', items }))).toEqual([
      '它对应的纲要（outline-2026-2030）还没有收入。先收下了，等纲要收入后才会用到。',
    ]);
  });

  it('items of an outline that is not there', () => {
    expect(noticesOf(office({ items: [item('one', { under: ['2026-3'] })] }))).toEqual([
      '其中提到的纲要条目（2026-3）还没有收入，收入那份纲要后才对得上。',
    ]);
  });
});

describe('the app’s own packs', () => {
  it.each(shipped.packs.map((pack) => [`${pack.kind} ${pack.id}`, pack] as const))(
    '%s names nothing that is nowhere',
    (_, pack: Pack) => {
      const others = shipped.packs.filter((other) => other !== pack);
      expect(faultsOf(pack, { readJson: readJsonWithLines, others })).toEqual([]);
    },
  );
});
