import { describe, expect, test } from 'vitest';
import { describeNotice } from '../../../core/api/index.ts';
import { readLines } from '../../support/read-text.ts';
import { opening, text, title } from './shape.ts';

const marksOf = (lines: readonly string[]) =>
  readLines(lines).notices.flatMap((notice) =>
    notice.code === 'segment/secrecy-mark' ? [notice] : [],
  );
const report = [title, opening, '一、2025年主要举措和成效', text];

describe('a mark of secrecy that does not go into the report is told', () => {
  test.each([
    '秘密★1年',
    '机密',
    '绝密★长期',
    '密级：秘密',
    '机密☆6个月',
    '秘密*3年',
    '秘密 ★ 1年',
    '000123　秘密★1年',
  ])('%s above the title', (mark) => {
    const [notice, ...others] = marksOf([mark, ...report]);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ line: 0, text: mark.replace(/^(?:密级：|000123)|\s/gu, '') });
    expect(notice && describeNotice(notice)).toContain('涉密文件不应在本程序里处理');
  });

  test('in a letter before the report', () => {
    const letter = ['秘密★1年', '青石镇人民政府关于报送法治政府建设年度报告的函', '县司法局：'];
    expect(marksOf([...letter, ...report])).toMatchObject([{ line: 0, text: '秘密★1年' }]);
  });
});

test.each([['特急'], ['000123'], ['青政发〔2026〕3号'], ['密级：无'], ['保密审查：已审查']])(
  '%s is no mark of secrecy',
  (line) => {
    expect(marksOf([line, ...report])).toEqual([]);
  },
);
