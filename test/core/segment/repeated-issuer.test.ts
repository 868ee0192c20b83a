import { expect, test } from 'vitest';
import { readLines } from '../../support/read-text.ts';

const issuer = '云岭县青石镇人民政府';
const rest = ['2024年法治政府建设年度报告', '县人民政府：', '一、主要举措和成效', '做了工作。'];

test('an issuer named on several lines is one issuer, and the lines more are told as discarded', () => {
  const { report, discarded } = readLines([issuer, issuer, issuer, ...rest]);
  expect(report.issuers).toEqual([issuer]);
  expect(discarded).toEqual([
    { line: 1, text: issuer },
    { line: 2, text: issuer },
  ]);
});

test('joint issuers stay two, each named once', () => {
  const other = '中共云岭县青石镇委员会';
  const { report, discarded } = readLines([other, issuer, other, ...rest]);
  expect(report.issuers).toEqual([other, issuer]);
  expect(discarded).toEqual([{ line: 2, text: other }]);
});
