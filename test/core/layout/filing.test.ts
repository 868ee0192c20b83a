import { expect, test } from 'vitest';
import { emptyFacts, officialFactsSchema } from '../../../core/layout/index.ts';

const faultOf = (change: object): string | null => {
  const parsed = officialFactsSchema.safeParse({ ...emptyFacts, ...change });
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? '');
};

test.each([
  { number: '青政〔2026〕12号', printedBy: '青石镇党政综合办公室', printedOn: '2026-03-12' },
  { signers: ['张 三', '李四'], copiesTo: ['云岭县人民政府办公室'], secrecy: '秘密★1年' },
  { mark: '青石镇𠮷人民政府文件', printedOn: '1990-01-01' },
  { printedOn: '2200-12-31' },
])('what offices write is taken: %j', (facts) => {
  expect(faultOf(facts)).toBeNull();
});

test.each([
  { mark: '青石镇\n人民政府' },
  { number: '青政\u202e〔2026〕12号' },
  { copyNumber: '000\t001' },
  { secrecy: '秘密\u2028★1年' },
  { urgency: '特急\u0000' },
  { printedBy: '青石镇\u2067办公室' },
  { printedBy: '青石镇\ud800' },
  { signers: ['张\r三'] },
  { copiesTo: ['县\u200f司法局'] },
])('a fact stands on one line, in letters that are seen: %j', (facts) => {
  expect(faultOf(facts)).toContain('换行');
});

test('what is no day is told in words', () => {
  expect(faultOf({ printedOn: '2026年3月' })).toBe('日期要写成 2026-03-12 这样');
});

test.each(['1989-12-31', '2201-01-01', '0001-01-01', '9999-12-31'])(
  '%s is no day of printing',
  (day) => {
    expect(faultOf({ printedOn: day })).toContain('1990');
  },
);
