import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { Certificate } from '../../../core/api/index.ts';
import { standardLayout } from '../../../core/layout/index.ts';
import { createCliRunner } from '../../support/run-cli.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

const folder = createTempFolder();
const run = await createCliRunner(folder);
const at = (name: string) => join(folder, name);
const document = (name: string) =>
  strFromU8(unzipSync(readFileSync(at(name)))['word/document.xml'] ?? new Uint8Array());

const text = [
  '青石镇人民政府',
  '2025年法治政府建设年度报告',
  '县人民政府：',
  '2025年，青石镇扎实推进法治政府建设，现将有关情况报告如下：',
  '一、2025年主要举措和成效',
  '（一）强化组织保障。全年组织专题学法6次，参训120人次。',
  '二、存在的不足和原因',
  '一是执法力量不足，主要原因是人员少。',
  '三、第一责任人履职情况',
  '镇党委书记、镇长认真履行第一责任人职责。',
  '四、2026年主要安排',
  '持续加强法治政府建设。',
  '青石镇人民政府',
  '2026年1月10日',
].join('\n');

const ownLayout = {
  kind: 'layout',
  format: 1,
  source: '本镇的习惯',
  date: '2026-01-05',
  confidence: 'verified',
  ...standardLayout('plain', 'system'),
  id: 'qingshi',
  title: '青石镇的版式',
  linePitchPt: 28,
};

beforeAll(() => {
  writeFileSync(at('报告.txt'), text);
  writeFileSync(at('新.txt'), text.replace('学法6次', '学法8次'));
  writeFileSync(at('版式.json'), JSON.stringify(ownLayout));
  writeFileSync(
    at('红头.json'),
    JSON.stringify({
      number: '青政〔2026〕3号',
      signers: ['周明远'],
      copiesTo: ['县司法局'],
      printedBy: '青石镇党政办公室',
      printedOn: '2026-01-12',
    }),
  );
});

test('an official document carries its red head and its imprint', async () => {
  const argv = ['export', '报告.txt', '-o', '公文.docx', '--profile', 'official'];
  const { code, errors } = await run(...argv, '--facts', '红头.json');
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  const words = document('公文.docx').replaceAll(/<[^>]*>/gu, '');
  for (const said of ['青石镇人民政府文件', '青政〔2026〕3号', '周明远', '县司法局', '印发']) {
    expect(words).toContain(said);
  }
});

test('a layout comes from a file too', async () => {
  const argv = ['export', '报告.txt', '-o', '自己的.docx', '--profile', '版式.json', '--certify'];
  const { code, out } = await run(...argv);
  expect(code).toBe(0);
  expect((JSON.parse(out) as Certificate).layoutTitle).toBe('青石镇的版式');
  expect(document('自己的.docx')).toContain('w:linePitch="560"');
});

test('the certificate is what is measured in the written file', async () => {
  const { code, out } = await run('export', '报告.txt', '-o', '核验.docx', '--certify');
  const certificate = JSON.parse(out) as Certificate;
  expect(code).toBe(0);
  expect(certificate).toMatchObject({
    isRight: true,
    pages: 1,
    linesPerPage: 22,
    charactersPerLine: 28,
  });
  const again = await run('check', '--format', '核验.docx', '--json');
  const measured = JSON.parse(again.out) as Certificate;
  expect(measured.items.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
  const words = await run('check', '--format', '核验.docx');
  expect(words.code).toBe(0);
  expect(words.out).toContain('没有不符合的');
});

test('the words for a web page are written by the ending of the output', async () => {
  expect((await run('export', '报告.txt', '-o', '网页.txt')).code).toBe(0);
  expect((await run('export', '报告.txt', '-o', '网页.html')).code).toBe(0);
  expect(readFileSync(at('网页.txt'), 'utf8')).toContain('一、2025年主要举措和成效');
  expect(readFileSync(at('网页.html'), 'utf8')).toContain('<h2>一、2025年主要举措和成效</h2>');
});

test('what changed from one report to another is tracked', async () => {
  const { code, errors } = await run('compare', '报告.txt', '新.txt', '-o', '修订稿.docx');
  expect(code).toBe(0);
  expect(errors).toContain('改动 1 段');
  expect(document('修订稿.docx')).toMatch(/<w:del [^>]*w:author="年报助手"/u);
});

test("somebody else's file is not replaced unless it is asked for; our own is", async () => {
  writeFileSync(at('别人的.docx'), '别人写的');
  const argv = ['export', '报告.txt', '-o', '别人的.docx'];
  const refused = await run(...argv);
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain('--force');
  expect(readFileSync(at('别人的.docx'), 'utf8')).toBe('别人写的');
  expect((await run(...argv, '--force')).code).toBe(0);
  expect((await run(...argv)).code).toBe(0);
});

test('a document that Word holds open is left alone', async () => {
  expect((await run('export', '报告.txt', '-o', '开着.docx')).code).toBe(0);
  writeFileSync(at('~$开着.docx'), '');
  const { code, errors } = await run('export', '新.txt', '-o', '开着.docx');
  expect(code).toBe(1);
  expect(errors).toContain('正在别的程序里打开着');
});

test.each([
  [['--profile', '没有的'], '没有“没有的”这个版式'],
  [['--profile', '坏版式.json'], '坏版式.json'],
  [['--facts', '坏红头.json'], '坏红头.json'],
  [['--facts', '多一项.json'], 'seal'],
  [['--facts', '没有.json'], '没有.json'],
  [['--template', '没有.docx'], '没有.docx'],
  [['--template', '没有位置.docx'], '正文'],
  [['--template', '报告.txt'], '报告.txt”不能用作模板'],
])('what is wrong with %j is said, and nothing is written', async (words, said) => {
  writeFileSync(at('坏版式.json'), JSON.stringify({ ...ownLayout, linePitchPt: 'wide' }));
  writeFileSync(at('坏红头.json'), '{');
  expect((await run('export', '报告.txt', '-o', '没有位置.docx')).code).toBe(0);
  writeFileSync(at('多一项.json'), JSON.stringify({ seal: true }));
  const { code, errors } = await run('export', '报告.txt', '-o', '不写.docx', ...words);
  expect(code).toBe(1);
  expect(errors).toContain(said);
  expect(existsSync(at('不写.docx'))).toBe(false);
});

test.each([
  ['{"number": ', '坏的.json：不是完整的 JSON'],
  ['[]', '坏的.json：写法不对'],
  ['{"printedOn":"9999-12-31"}', '坏的.json：printedOn：年份要在 1990 到 2200 之间'],
  ['{"mark":"青石镇\\n文件"}', '坏的.json：mark：里面有换行'],
])('facts of a file that say %s are told with its name', async (json, said) => {
  writeFileSync(at('坏的.json'), json);
  const argv = ['export', '报告.txt', '-o', '不写.docx', '--facts', '坏的.json'];
  const { code, errors } = await run(...argv);
  expect(code).toBe(1);
  expect(errors).toContain(said);
  expect(errors).not.toContain('年度报告');
});

test.each([
  [['check', '--format', '报告.docx', '--base', '上年.txt'], 'check 没有 --base 这个选项'],
  [['compare', '报告.txt', '-o', '修订稿.docx'], 'compare 后面要写明两份报告'],
  [['export', '报告.txt', '-o', '报告.pdf'], '应以 .docx 或 .txt 或 .html 结尾'],
  [['export', '报告.txt', '新.txt', '-o', '甲.docx'], '多出了'],
])('%j is wrong usage', async (argv, said) => {
  const { code, errors } = await run(...argv);
  expect(code).toBe(2);
  expect(errors).toContain(said);
});

test('check --format says of a file that is no .docx what it is', async () => {
  const { code, errors } = await run('check', '--format', '报告.txt');
  expect(code).toBe(1);
  expect(errors).toContain('报告.txt');
  expect(errors).toContain('只能核验 .docx');
});
