import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PartKind } from '../../core/model/index.ts';
import { findUnaccounted } from '../support/conservation.ts';
import { readLines } from '../support/read-text.ts';
import { findSeed, findSeeds } from '../support/seeds.ts';

/** What a colleague reads off the page of each published report. */
interface Expected {
  readonly prefix: string;
  readonly title: RegExp;
  readonly issuer: RegExp;
  readonly year: number;
  readonly parts: readonly (readonly [PartKind, sections: number])[];
  readonly firstSection: RegExp;
  readonly lastHeading: RegExp;
  readonly mostDoubts: number;
}

const published: readonly Expected[] = [
  {
    prefix: '000',
    title: /^2020年度书院镇法治政府建设情况报告$/u,
    issuer: /^浦东新区书院镇人民政府$/u,
    year: 2020,
    parts: [
      ['achievements', 9],
      ['shortcomings', 0],
      ['leadership', 3],
      ['plan', 3],
    ],
    firstSection: /^深化机制建设，/u,
    lastHeading: /^2021年度工作计划$/u,
    mostDoubts: 1,
  },
  {
    prefix: '002',
    title: /^2021年法治政府建设情况报告$/u,
    issuer: /^重庆市沙坪坝区回龙坝镇人民政府$/u,
    year: 2021,
    parts: [
      ['achievements', 4],
      ['leadership', 0],
      ['shortcomings', 0],
      ['plan', 0],
    ],
    firstSection: /^优化政府职能，/u,
    lastHeading: /^下一步工作措施$/u,
    mostDoubts: 0,
  },
  {
    prefix: '003',
    title: /^$/u,
    issuer: /^古美路街道$/u,
    year: 2020,
    parts: [
      ['achievements', 13],
      ['shortcomings', 3],
      ['leadership', 0],
      ['plan', 5],
    ],
    firstSection: /疫情防控/u,
    lastHeading: /^法治政府建设2021年主要安排$/u,
    mostDoubts: 1,
  },
];

describe.skipIf(findSeeds().length === 0).each(published)(
  'the published report $prefix reads as a careful colleague would',
  ({ prefix, title, issuer, year, parts, firstSection, lastHeading, mostDoubts }) => {
    const path = findSeed(prefix) ?? '';
    const source = () => readFileSync(path, 'utf8').split(/\r?\n/u);
    const read = () => readLines(source()).report;

    test('title, unit and year', () => {
      const report = read();
      expect(report.title).toMatch(title);
      expect(report.issuers.join('、')).toMatch(issuer);
      expect(report.year).toBe(year);
    });

    test('parts in the file’s own order with their sections', () => {
      const report = read();
      expect(report.parts.map(({ kind, sections }) => [kind, sections.length])).toEqual(parts);
      expect(report.parts[0]?.sections[0]?.heading).toMatch(firstSection);
      expect(report.parts.at(-1)?.heading).toMatch(lastHeading);
    });

    test('every letter is accounted for, and little is doubted', () => {
      const whole = readLines(source());
      expect(findUnaccounted(source(), whole)).toEqual([]);
      const doubtful = whole.decisions.filter(({ confidence }) => confidence === 'doubtful');
      expect(doubtful.length).toBeLessThanOrEqual(mostDoubts);
      expect(whole.notices.some(({ code }) => code === 'segment/no-parts')).toBe(false);
    });
  },
);
