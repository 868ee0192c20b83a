import { execFile } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { loadPacks } from '../../../electron/services/load-packs.ts';
import { toGb18030 } from '../../support/gb18030.ts';
import { findSeeds } from '../../support/seeds.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = [
  '青石镇人民政府',
  '2024年法治政府建设年度报告',
  '县人民政府：',
  '2024年，青石镇扎实推进法治政府建设，现将有关情况报告如下：',
  '一、2024年主要举措和成效',
  '（一）强化组织保障。全年组织专题学法6次，参训120人次。',
  '（二）提升执法水平',
  '镇综合行政执法队18名执法人员全部持证上岗，办理行政处罚案件62件，其中简易程序55件、普通程序6件。',
  '1.落实三项制度',
  '法制审核7件。',
  '二、存在的不足和原因',
  '一是执法力量不足，主要原因是人员少。',
  '三、第一责任人履职情况',
  '镇党委书记、镇长认真履行第一责任人职责。',
  '四、2025年主要安排',
  '持续加强法治政府建设。',
  '青石镇人民政府',
  '2025年1月10日',
].join('\n');

const templates = join(root, 'templates');
const shipped = await loadPacks(templates, null);

/** Runs the command line in this process; relative paths are in the temporary folder. */
async function run(...argv: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await runCli(
    argv.map((argument) =>
      /^[a-z0-9一-龥-]+\.[a-z]+$|^sub/u.test(argument) ? join(folder, argument) : argument,
    ),
    {
      loadPacks: async (own) => (own === null ? shipped : loadPacks(templates, own)),
      createId: createCountingIds('c'),
      fallbackYear: 2025,
      print: (words) => out.push(words),
      printError: (words) => errors.push(words),
    },
  );
  return { code, out: out.join(''), errors: errors.join('\n') };
}

beforeAll(() => {
  writeFileSync(join(folder, '上年.txt'), text);
  writeFileSync(join(folder, '国标码.txt'), toGb18030(text));
});

describe('read', () => {
  test('prints the report in the shape that scripts rely on', async () => {
    const { code, out, errors } = await run('read', '上年.txt', '--json');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(JSON.parse(out)).toEqual({
      title: '2024年法治政府建设年度报告',
      issuer: '青石镇人民政府',
      year: 2024,
      addressee: '县人民政府',
      date: '2025-01-10',
      preamble: ['2024年，青石镇扎实推进法治政府建设，现将有关情况报告如下：'],
      parts: [
        {
          kind: 'achievements',
          heading: '2024年主要举措和成效',
          paragraphs: [],
          sections: [
            { heading: '强化组织保障', paragraphs: ['全年组织专题学法6次，参训120人次。'] },
            {
              heading: '提升执法水平',
              paragraphs: [
                expect.stringContaining('18名执法人员'),
                '1.落实三项制度',
                '法制审核7件。',
              ],
            },
          ],
        },
        {
          kind: 'shortcomings',
          heading: '存在的不足和原因',
          paragraphs: ['一是执法力量不足，主要原因是人员少。'],
          sections: [],
        },
        {
          kind: 'leadership',
          heading: '第一责任人履职情况',
          paragraphs: [expect.any(String)],
          sections: [],
        },
        {
          kind: 'plan',
          heading: '2025年主要安排',
          paragraphs: ['持续加强法治政府建设。'],
          sections: [],
        },
      ],
      attachments: [],
      signature: '青石镇人民政府',
      note: '',
      discarded: [],
      notices: [],
    });
  });

  test('reads the same from GB18030 bytes', async () => {
    const [utf8, gb] = await Promise.all([
      run('read', '上年.txt', '--json'),
      run('read', '国标码.txt', '--json'),
    ]);
    const bare = (out: string) => ({ ...JSON.parse(out), notices: [] });
    expect(bare(gb.out)).toEqual(bare(utf8.out));
  });

  test('reads what it exported as it was, in every letter', async () => {
    await run('export', '上年.txt', '-o', '往返.docx');
    const [before, after] = await Promise.all([
      run('read', '上年.txt', '--json'),
      run('read', '往返.docx', '--json'),
    ]);
    expect(JSON.parse(after.out)).toEqual(JSON.parse(before.out));
  });
});

describe('roll', () => {
  test('writes the new year’s draft as JSON, with what was changed', async () => {
    expect((await run('roll', '上年.txt', '--to', '2025', '-o', '草稿.json')).code).toBe(0);
    const draft = JSON.parse(readFileSync(join(folder, '草稿.json'), 'utf8'));
    expect(draft).toMatchObject({ title: '2025年法治政府建设年度报告', year: 2025, date: null });
    expect(draft.parts.map((part: { heading: string }) => part.heading)).toEqual([
      '2025年主要举措和成效',
      '存在的不足和原因',
      '第一责任人履职情况',
      '2026年主要安排',
    ]);
    expect(draft.changes[0]).toMatchObject({
      verdict: 'move',
      from: '2024年',
      to: '2025年',
      proposal: null,
      reason: 'reporting-year',
    });
  });

  test('its JSON tells what is left to a person, with what may stand there', async () => {
    const told = `${text}\n2024年荣获全县先进集体称号，落实《青石镇2024年普法工作要点》。`;
    writeFileSync(join(folder, '荣誉.txt'), told);
    await run('roll', '荣誉.txt', '--to', '2025', '-o', '荣誉.json');
    const { changes } = JSON.parse(readFileSync(join(folder, '荣誉.json'), 'utf8'));
    expect(changes.at(-2)).toMatchObject({
      verdict: 'ask',
      from: '2024年',
      to: null,
      proposal: '2025年',
      reason: 'award',
    });
    expect(changes.at(-1)).toMatchObject({
      verdict: 'keep',
      from: '《青石镇2024年普法工作要点》',
      to: null,
      proposal: '《青石镇2025年普法工作要点》',
      reason: 'document-title',
    });
  });

  test('its JSON can be exported and checked', async () => {
    await run('roll', '上年.txt', '--to', '2025', '-o', '接力.json');
    expect(await run('export', '接力.json', '-o', '接力.docx')).toMatchObject({ code: 0 });
    const read = JSON.parse((await run('read', '接力.docx', '--json')).out);
    expect(read).toMatchObject({
      year: 2025,
      parts: [{ sections: [{ heading: '强化组织保障' }, {}] }, {}, {}, {}],
    });
    expect((await run('check', '接力.json', '--json')).code).toBe(0);
  });

  test('takes a report that names no year for the year before', async () => {
    const undated = text
      .split('\n')
      .slice(4)
      .join('\n')
      .replace(/20\d\d年(?:度)?(?:\d+月\d+日)?/gu, '');
    writeFileSync(join(folder, '无年份.txt'), undated);
    expect(await run('roll', '无年份.txt', '--to', '2020', '-o', '无年份.json')).toMatchObject({
      code: 0,
    });
    expect(JSON.parse(readFileSync(join(folder, '无年份.json'), 'utf8'))).toMatchObject({
      year: 2020,
    });
  });

  test('refuses a year that is not later, and writes nothing', async () => {
    const { code, errors } = await run('roll', '上年.txt', '--to', '2024', '-o', '同年.docx');
    expect(code).toBe(1);
    expect(errors).toContain('要晚于');
    expect(readdirSync(folder)).not.toContain('同年.docx');
  });
});

test('check prints coverage, findings, figures, questions and remarks', async () => {
  const { code, out } = await run('check', '上年.txt', '--json');
  const result = JSON.parse(out);
  expect(code).toBe(0);
  expect(Object.keys(result)).toEqual([
    'coverage',
    'findings',
    'figures',
    'stale',
    'promises',
    'items',
    'remarks',
    'notices',
  ]);
  expect(result.notices).toEqual([]);
  expect(result.items[0]).toMatchObject({
    item: expect.any(String),
    question: expect.stringContaining('？'),
    basis: expect.any(String),
    required: expect.any(Boolean),
    state: expect.stringMatching(/answered|partly|missing/u),
  });
  expect(result.coverage[0]).toMatchObject({
    item: expect.any(String),
    title: expect.any(String),
    state: expect.stringMatching(/answered|partly|missing/u),
  });
  expect(result.figures).toContainEqual(expect.objectContaining({ value: 62, unit: '件' }));
  expect(result.findings).toContainEqual(
    expect.objectContaining({
      rule: expect.stringContaining('sum'),
      text: expect.stringContaining('62'),
    }),
  );
});

test('check without --json is a summary in words, of the same things', async () => {
  const { out: json } = await run('check', '上年.txt', '--json');
  const { code, out, errors } = await run('check', '上年.txt');
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  const { coverage, findings, figures, items, remarks } = JSON.parse(json);
  const missing = coverage.filter(({ state }: { state: string }) => state === 'missing');
  expect(out).toContain('2024年法治政府建设年度报告');
  expect(out).toContain(`清单共 ${coverage.length} 项`);
  expect(out).toContain(`没有写到 ${missing.length} 项`);
  for (const { title } of missing) expect(out).toContain(title);
  for (const { message } of findings) expect(out).toContain(message);
  const required = items.filter((item: { required: boolean }) => item.required);
  const open = required.filter(({ state }: { state: string }) => state === 'missing');
  expect(open.length).toBeGreaterThan(0);
  expect(out).toContain(`必答的问题 ${required.length} 个：没有答到 ${open.length} 个`);
  for (const { question } of open) expect(out).toContain(question);
  const toldOnce = remarks.filter(({ kind }: { kind: string }) => /figures|plan|share/u.test(kind));
  expect(toldOnce.length).toBeGreaterThan(0);
  for (const remark of toldOnce) expect(out).toContain(remark.text);
  expect(out).toContain('在“（二）提升执法水平”');
  expect(out).toContain(`读出 ${figures.length} 个`);
  expect(out).not.toMatch(/[{}]|\b(?:answered|partly|missing|error|warning|advice)\b/u);
});

describe('check against last year’s report', () => {
  const thisYear = text
    .replaceAll('2025年', '2026年')
    .replaceAll('2024年', '2025年')
    .replace(
      '一是执法力量不足，主要原因是人员少。',
      '一是数字化手段用得不多，主要原因是缺少平台。',
    );
  beforeAll(() => writeFileSync(join(folder, '今年.txt'), thisYear));
  const checkJson = async (...argv: readonly string[]) => {
    const { code, out, errors } = await run('check', ...argv, '--json');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    return JSON.parse(out);
  };
  const wordsOf = ({ stale }: { stale: readonly { text: string }[] }) =>
    stale.map(({ text: words }) => words);

  test('nothing is stale and nothing was promised without one', async () => {
    expect(await checkJson('今年.txt')).toMatchObject({ stale: [], promises: [] });
  });

  test('carried figures are stale and last year’s plan is promised, in a file from anywhere', async () => {
    const checked = await checkJson('今年.txt', '--base', '上年.txt');
    expect(wordsOf(checked).join()).toContain('62');
    for (const chip of checked.stale) {
      expect(chip).toMatchObject({
        target: { id: expect.any(String), field: expect.any(String) },
        why: expect.stringMatching(/[一-龥]/u),
        place: { quote: expect.any(String) },
      });
    }
    expect(checked.promises).toMatchObject([{ promise: { text: '持续加强法治政府建设' } }]);
  });

  test('what was written anew is not stale', async () => {
    const before = wordsOf(await checkJson('今年.txt', '--base', '上年.txt'));
    const fresh = '全年办理行政处罚案件71件，其中简易程序60件、普通程序11件。';
    const edited = thisYear.replace(/镇综合行政执法队18名.*/u, fresh);
    writeFileSync(join(folder, '今年改.txt'), edited);
    const after = wordsOf(await checkJson('今年改.txt', '--base', '上年.txt'));
    expect(before.join()).toContain('55');
    expect(after.join()).not.toMatch(/62|55|71|60/u);
  });

  test('a draft that roll made is compared by the sources it carries', async () => {
    const sourcesIn = async (name: string) => {
      await run('roll', '上年.txt', '--to', '2025', '-o', name);
      const { report } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const [, section] = report.parts[0].sections;
      return section.blocks.map(({ source }: { source: { blockId: string } }) => source.blockId);
    };
    const sources = await sourcesIn('带源.json');
    expect(await sourcesIn('再次.json')).toEqual(sources);
    expect(new Set(sources).size).toBe(3);
    const rolled = wordsOf(await checkJson('带源.json', '--base', '上年.txt'));
    expect(rolled.join()).toContain('62');
    const other = text.replaceAll('镇', '乡').replaceAll('执法', '法制');
    writeFileSync(join(folder, '别处.txt'), other);
    expect(wordsOf(await checkJson('带源.json', '--base', '别处.txt')).join()).toContain('62');
  });

  test('--year says which year last year’s report is rolled to', async () => {
    const { code, errors } = await run('check', '上年.txt', '--base', '上年.txt');
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringContaining('要晚于') });
    const checked = await checkJson('上年.txt', '--base', '上年.txt', '--year', '2025');
    expect(wordsOf(checked).join()).toContain('62');
  });

  test('in words, under their own headings', async () => {
    const { code, out, errors } = await run('check', '今年.txt', '--base', '上年.txt');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(out).toMatch(/^待更新：\d+ 处。$/mu);
    expect(out).toMatch(/^上年承诺：1 项/mu);
    expect(out).toContain('持续加强法治政府建设。');
    expect(out).not.toMatch(/[{}]|undefined|。。/u);
    expect((await run('check', '今年.txt')).out).not.toMatch(/待更新|上年承诺/u);
  });

  test('a base that cannot be read is named', async () => {
    const { code, errors } = await run('check', '今年.txt', '--base', '没有.docx');
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringContaining('没有.docx') });
  });
});

describe('packs of the data folder', () => {
  const outline = 'outline-2021-2025.json';
  const titlesIn = async (...argv: readonly string[]) =>
    JSON.parse((await run('check', '上年.txt', '--json', ...argv)).out).coverage.map(
      ({ title }: { title: string }) => title,
    );

  test('stand in place of those of the app, and one that is none is named', async () => {
    const data = join(folder, 'data');
    mkdirSync(join(data, 'packs'), { recursive: true });
    const pack = JSON.parse(readFileSync(join(templates, outline), 'utf8'));
    const [{ items }] = pack.chapters;
    items[0].title = '本县自己的要求';
    writeFileSync(join(data, 'packs', outline), JSON.stringify(pack));
    expect(await titlesIn()).not.toContain('本县自己的要求');
    expect(await titlesIn('--data', data)).toContain('本县自己的要求');
    writeFileSync(join(data, 'packs', '写坏了.json'), '{');
    const { code, errors } = await run('check', '上年.txt', '--data', data);
    expect({ code, errors }).toEqual({ code: 0, errors: expect.stringContaining('写坏了.json') });
  });

  test('are none where there is no such folder, and it is not made', async () => {
    const data = join(folder, '没有建');
    expect(await titlesIn('--data', data)).toEqual(await titlesIn());
    expect(readdirSync(folder)).not.toContain('没有建');
  });
});

describe('a report of a year that no outline names', () => {
  test.each(['2014', '2026', '2030'])('%s is told which outline stands in', async (year) => {
    const argv = ['check', '上年.txt', '--year', year] as const;
    const { notices } = JSON.parse((await run(...argv, '--json')).out);
    expect(notices).toContainEqual({
      code: 'roll/outline-not-current',
      citation: expect.stringContaining('纲要'),
      year: Number(year),
    });
    const { code, out } = await run(...argv);
    expect(code).toBe(0);
    expect(out).toContain(`没有 ${year} 年适用的实施纲要，暂按《法治政府建设实施纲要`);
  });

  test('and one that an outline names is not', async () => {
    expect((await run('check', '上年.txt')).out).not.toContain('实施纲要，暂按');
  });
});

describe('the unit that reports', () => {
  const body = text.split('\n').slice(3, -2).join('\n').replaceAll('青石镇', '本局');
  const questionsOf = async (...argv: readonly string[]) => {
    const { items } = JSON.parse((await run('check', ...argv, '--json')).out);
    return items.map(({ question }: { question: string }) => question).join();
  };
  beforeAll(() => {
    writeFileSync(join(folder, '司法局.txt'), `云岭县司法局2024年法治政府建设年度报告\n${body}`);
    writeFileSync(join(folder, '无单位.txt'), `2024年法治政府建设年度报告\n${body}`);
  });

  test('a department is read from the title, and asked what departments are', async () => {
    const { out } = await run('check', '司法局.txt');
    expect(out).toContain('云岭县司法局  2024 年');
    expect(await questionsOf('司法局.txt')).not.toBe(await questionsOf('上年.txt'));
  });

  test('--unit names it where the file does not', async () => {
    expect((await run('check', '无单位.txt')).out).toContain('（未见单位）');
    const { out } = await run('check', '无单位.txt', '--unit', '云岭县司法局');
    expect(out).toContain('云岭县司法局  2024 年');
    const named = await questionsOf('无单位.txt', '--unit', '云岭县司法局');
    expect(named).toBe(await questionsOf('司法局.txt'));
    const { notices } = JSON.parse(
      (await run('check', '无单位.txt', '--unit', '云岭县司法局', '--json')).out,
    );
    expect(notices).toEqual([]);
  });

  test('--unit is whose draft roll writes, and whose document export writes', async () => {
    const unit = ['--unit', '云岭县司法局'] as const;
    await run('roll', '无单位.txt', '--to', '2025', '-o', '新单位.json', ...unit);
    expect(JSON.parse(readFileSync(join(folder, '新单位.json'), 'utf8'))).toMatchObject({
      issuer: '云岭县司法局',
    });
    await run('export', '无单位.txt', '-o', '署名.docx', ...unit);
    expect(JSON.parse((await run('read', '署名.docx', '--json')).out)).toMatchObject({
      issuer: '云岭县司法局',
    });
  });
});

test('a public copy is put in general words, a filing copy is not, and what was done is said', async () => {
  const report = readFileSync(join(folder, '上年.txt'), 'utf8');
  const told = '现有社区矫正对象17人。聘请周明远律师为法律顾问。';
  writeFileSync(join(folder, '待公开.txt'), report.replace(/。\n/u, `。${told}\n`));
  const filing = await run('export', '待公开.txt', '-o', '报送.txt');
  expect(filing).toEqual({ code: 0, out: '', errors: '' });
  expect(readFileSync(join(folder, '报送.txt'), 'utf8')).toContain(told);
  const argv = ['export', '待公开.txt', '-o', '公开.txt', '--copy', 'public'];
  const { code, out, errors } = await run(...argv);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(errors).toMatch(/1 处.*概括/u);
  expect(errors).toMatch(/还有 1 处/u);
  expect(readFileSync(join(folder, '公开.txt'), 'utf8')).toContain(told.replace('17人', '若干人'));
  expect((await run('help')).out).toContain('保密审查');
});

test('what is marked secret has no public copy', async () => {
  writeFileSync(join(folder, '密.json'), JSON.stringify({ secrecy: '秘密★1年' }));
  const argv = ['export', '上年.txt', '-o', '公开密.docx', '--facts', '密.json'];
  expect(await run(...argv)).toMatchObject({ code: 0 });
  const refused = await run(...argv, '--copy', 'public', '--force');
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain('秘密★1年');
});

test('a file that bears a mark of secrecy is told of, and has no public copy', async () => {
  const body = readFileSync(join(folder, '上年.txt'), 'utf8');
  writeFileSync(join(folder, '涉密.txt'), `000001\n机密★3年\n特急\n${body}`);
  const argv = ['export', '涉密.txt', '-o', '涉密公开.docx'];
  const filing = await run('export', '涉密.txt', '-o', '涉密报送.docx');
  expect(filing.code).toBe(0);
  expect(filing.errors).toContain('原件标有密级“机密★3年”，涉密文件不应在本程序里处理');
  const refused = await run(...argv, '--copy', 'public');
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain('机密★3年');
  expect(existsSync(join(folder, '涉密公开.docx'))).toBe(false);
});

describe('wrong usage ends with 2 and the usage in Chinese', () => {
  test.each([
    [[]],
    [['write', '上年.txt']],
    [['read']],
    [['read', '上年.txt', '另一个.txt']],
    [['read', '上年.txt', '--unknown']],
    [['roll', '上年.txt', '-o', '草稿.json']],
    [['roll', '上年.txt', '--to', '明年', '-o', '草稿.json']],
    [['roll', '上年.txt', '--to', '2025', '-o', '草稿.pdf']],
    [['roll', '上年.txt', '--to', '2025', '-o', '草稿.json', '--json']],
    [['check', '上年.txt', '--year', '20256']],
    [['check', '上年.txt', '--data', '']],
    [['check', '上年.txt', '--base', '']],
    [['check', '上年.txt', '--unit', ' ']],
    [['check', '上年.txt', '--unit', '镇'.repeat(101)]],
    [['check', '上年.txt', '--unit']],
    [['read', '上年.txt', '--unit', '云岭县司法局']],
    [['read', '上年.txt', '--base', '上年.txt']],
    [['export', '上年.txt']],
    [['export', '上年.txt', '-o', '报告.docx', '--copy', 'secret']],
  ])('%j', async (argv) => {
    const { code, out, errors } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toContain('用法');
  });
});

describe('a problem with the input ends with 1 and a message that names the file', () => {
  const damaged = Uint8Array.from([0x50, 0x4b, 3, 4, ...Array<number>(200).fill(7)]);
  const files: Readonly<Record<string, Uint8Array | string>> = {
    'empty.docx': '',
    'blank.txt': '\n  \u3000\n',
    'damaged.docx': damaged,
    'picture.docx': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    'scan.pdf': '%PDF-1.7\n1 0 obj\n',
    'broken.json': '{"title":',
    'other.json': '{"title":"青石镇"}',
  };
  beforeAll(() => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    mkdirSync(join(folder, 'sub.docx'));
    writeFileSync(join(folder, 'huge.txt'), '');
    truncateSync(join(folder, 'huge.txt'), 200 * 1024 * 1024);
  });

  test.each([...Object.keys(files), 'sub.docx', 'huge.txt', 'absent.docx'])('%s', async (name) => {
    for (const argv of [
      ['read', name, '--json'],
      ['export', name, '-o', 'never.docx'],
      ['roll', name, '--to', '2026', '-o', 'never.json'],
    ]) {
      const { code, out, errors } = await run(...argv);
      expect({ argv, code, out }).toEqual({ argv, code: 1, out: '' });
      expect(errors).toContain(name);
      expect(errors).toContain('没有变动');
      expect(errors).not.toMatch(/import\/|Error|undefined/u);
    }
    expect(
      readdirSync(folder).filter((entry) => entry.startsWith('never') || entry.endsWith('.tmp')),
    ).toEqual([]);
  });
});

describe('no output is ever half written', () => {
  test('a folder that does not exist is named, and nothing appears', async () => {
    const { code, errors } = await run('export', '上年.txt', '-o', 'sub/none/报告.docx');
    expect(code).toBe(1);
    expect(errors).toContain('文件夹不存在');
    expect(errors).toContain('原文件没有变动，没有留下半份文件。');
    expect(errors).not.toContain('草稿');
  });

  test('the file that is read is never overwritten', async () => {
    await run('export', '上年.txt', '-o', '原件.docx');
    const before = readFileSync(join(folder, '原件.docx'));
    const { code, errors } = await run('export', '原件.docx', '-o', '原件.docx');
    expect(code).toBe(1);
    expect(errors).toContain('原文件');
    expect(readFileSync(join(folder, '原件.docx'))).toEqual(before);
  });

  test('never writes over the file it reads by way of a link', async () => {
    await run('export', '上年.txt', '-o', '原稿.docx');
    const before = readFileSync(join(folder, '原稿.docx'));
    linkSync(join(folder, '原稿.docx'), join(folder, '硬链接.docx'));
    symlinkSync(join(folder, '原稿.docx'), join(folder, '软链接.docx'));
    for (const link of ['硬链接.docx', '软链接.docx']) {
      const { code, errors } = await run('export', link, '-o', '原稿.docx');
      expect({ code, errors }).toEqual({ code: 1, errors: expect.stringContaining('原文件') });
    }
    expect(readFileSync(join(folder, '原稿.docx')).equals(before)).toBe(true);
  });
});

/** Runs the npm script as a person does. */
function runScript(data: string, ...argv: readonly string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    execFile(
      'npm',
      ['run', '-s', 'nianbao', '--', ...argv],
      {
        cwd: root,
        env: { ...process.env, NIANBAO_DATA: data },
        shell: process.platform === 'win32',
      },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

test('the npm script runs the same from the command line, and makes no data folder', async () => {
  const data = join(folder, '无此数据');
  const { code, stdout, stderr } = await runScript(
    data,
    'read',
    join(folder, '上年.txt'),
    '--json',
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ issuer: '青石镇人民政府' });
  expect(readdirSync(folder)).not.toContain('无此数据');
});

test('the npm script looks for packs where NIANBAO_DATA says', async () => {
  const data = join(folder, '环境');
  mkdirSync(join(data, 'packs'), { recursive: true });
  writeFileSync(join(data, 'packs', '坏.json'), '[]');
  const { code, stderr } = await runScript(data, 'check', join(folder, '上年.txt'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('坏.json') });
});

test.skipIf(findSeeds().length === 0).each(findSeeds())(
  'the published report %s goes through all four commands',
  async (path) => {
    const { year } = JSON.parse((await run('read', path, '--json')).out);
    const to = String(year + 1);
    expect((await run('roll', path, '--to', to, '-o', '样本.docx')).code).toBe(0);
    expect((await run('check', path, '--json')).code).toBe(0);
    expect((await run('export', path, '-o', '样本原样.docx')).code).toBe(0);
    expect(JSON.parse((await run('read', '样本.docx', '--json')).out).year).toBe(year + 1);
  },
);
