import { describe, expect, test } from 'vitest';
import { IMPORT_STRING_LIMIT, inputs, mostChoices } from '../../../core/api/index.ts';

const faultsOf = (content: object) =>
  inputs['import.read']
    .safeParse({ name: '长', content })
    .error?.issues.map(({ code, path }) => [code, path.join('.')]);

describe('what is too long to be a report', () => {
  // a letter that base64 has not: were the letters looked at, they would be complained of
  const long = '*'.repeat(IMPORT_STRING_LIMIT + 1);

  test('is refused for its length alone, before its letters are looked at', () => {
    expect(faultsOf({ kind: 'file', base64: long })).toEqual([['too_big', 'content.base64']]);
    expect(faultsOf({ kind: 'text', text: long })).toEqual([['too_big', 'content.text']]);
    expect(faultsOf({ kind: 'html', html: long, text: '' })).toEqual([['too_big', 'content.html']]);
    expect(faultsOf({ kind: 'html', html: '', text: long })).toEqual([['too_big', 'content.text']]);
  });

  test('begins above the largest file that is read', () => {
    expect(4 * Math.ceil((30 * 1024 * 1024) / 3)).toBeLessThanOrEqual(IMPORT_STRING_LIMIT);
    expect(faultsOf({ kind: 'file', base64: 'A'.repeat(400) })).toBeUndefined();
    expect(faultsOf({ kind: 'file', base64: '*' })).toEqual([['invalid_format', 'content.base64']]);
  });
});

test('a draft is made of as many choices as a list may have, and of no more', () => {
  const parse = (length: number) =>
    inputs['report.create'].safeParse({
      year: 2026,
      issuers: ['青石镇人民政府'],
      start: {
        kind: 'report',
        reportId: 'r',
        choices: Object.fromEntries(Array.from({ length }, (_, index) => [`${index}`, true])),
      },
    }).success;
  expect([parse(mostChoices), parse(mostChoices + 1)]).toEqual([true, false]);
});
