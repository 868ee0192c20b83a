import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../core/api/index.ts';
import { parsePlaces } from '../../../core/places/index.ts';
import { proofread } from '../../../core/proofread/index.ts';
import { somePlaces } from '../places/some-places.ts';
import { buildDraft, type Change } from './draft-report.ts';
import { packsOf, readSeedReport } from './seed-report.ts';

const text = (...paragraphs: string[]): Change => ({ text: paragraphs });

function find(change: Change, rule: string, chain: readonly string[] = []): readonly Finding[] {
  const report = buildDraft(change);
  const packs = packsOf(report.year);
  return proofread(report, { packs, year: report.year, places: somePlaces, chain }).filter(
    (finding) => finding.rule === rule,
  );
}

describe('a document that is no longer the one to cite', () => {
  test('is pointed out, with what stands in its place', () => {
    expect(find(text('依据《中华人民共和国合同法》审查合同。'), 'expired-document')).toMatchObject([
      {
        severity: 'warning',
        text: '《中华人民共和国合同法》',
        suggestion: '《中华人民共和国民法典》',
        message: '《中华人民共和国合同法》2021年起废止，现为《民法典》。',
      },
    ]);
  });

  test('is advice and changes nothing where nobody read it at the source', () => {
    const [finding] = find(text('落实《信访条例》。'), 'expired-document');
    expect(finding).toMatchObject({ severity: 'advice', suggestion: '' });
    expect(finding?.message).toContain('请核对');
  });

  test('is one finding a passage however often it is named', () => {
    const findings = find(text('学习《物权法》，宣传《物权法》。'), 'expired-document');
    expect(findings.map(({ message }) => message)).toEqual([
      '《物权法》2021年起废止，现为《民法典》。本段共2处。',
    ]);
  });

  test.each([
    '宣传《民法典》施行后《物权法》同时废止的规定。',
    '《法治政府建设实施纲要（2015—2020年）》的要求。',
    '落实《提升行政执法质量三年行动计划（2023—2025年）》。',
    '落实“七五”普法规划。',
  ])('is not seen in “%s”', (words) => {
    expect(find(text(words), 'expired-document')).toEqual([]);
  });

  test('that ran out may be spoken of as past', () => {
    const plan = '《提升行政执法质量三年行动计划（2023—2025年）》';
    const at = (words: string) => find({ year: 2026, ...text(words) }, 'expired-document');
    expect(at(`落实${plan}。`)).toHaveLength(1);
    expect(at(`${plan}圆满收官。`)).toEqual([]);
  });
});

describe('the name of another place', () => {
  test('is one finding for a name in a passage', () => {
    const words = '经石泉县司法局指导，石泉县柳树镇来访，石泉县组织培训。';
    expect(
      find(text(words), 'foreign-place', ['东江省', '临海市', '云岭县', '青石镇']).map(
        ({ message }) => message,
      ),
    ).toEqual([
      '“石泉县”不在本单位的上级区划里，可能是从别处抄来的，请核对。本段共3处。',
      '“柳树镇”不在本单位的上级区划里，可能是从别处抄来的，请核对。',
    ]);
  });

  test('is seen in the title, and not where it is the own', () => {
    const change = { title: '石泉县柳树镇人民政府2025年法治政府建设年度报告' };
    const chain = ['东江省', '临海市', '云岭县', '青石镇'];
    // what the title names is taken for the unit's own unless the settings know better
    expect(find(change, 'foreign-place', chain).map(({ text: words }) => words)).toEqual([]);
    expect(find(text('云岭县司法局到青石镇。'), 'foreign-place', chain)).toEqual([]);
  });
});

const file = join(import.meta.dirname, '../../../templates/places.json');
const country = parsePlaces(readFileSync(file, 'utf8'));

describe.each(['000', '002', '003'])('the published report %s', (prefix) => {
  const report = readSeedReport(prefix);
  test.skipIf(report === null)('names no place that is not its own', () => {
    if (!report) return;
    const context = { packs: packsOf(report.year), year: report.year, places: country };
    const names = proofread(report, context).filter(({ rule }) => rule === 'foreign-place');
    expect(names.map(({ text: words }) => words)).toEqual([]);
  });
});
