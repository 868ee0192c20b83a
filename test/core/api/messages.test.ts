import { describe, expect, test } from 'vitest';
import { type ApiError, describeError, formatError } from '../../../core/api/index.ts';

const file = '/数据/nianbao.db';
const troubles: readonly ApiError[] = [
  { code: 'store/full', file },
  { code: 'store/busy', file },
  { code: 'store/unwritable', file, reason: '没有写入权限' },
];

describe('trouble with the data file', () => {
  test.each(troubles)(
    '$code: an act that failed promises no retry and no text in a window',
    (error) => {
      const words = describeError(error);
      expect(words.what).toContain(file);
      expect(words.kept).toBe('已经保存的内容没有变动。');
      expect(words.todo).toMatch(/再试一次。$/u);
      expect(formatError(error)).not.toMatch(/窗口|自动/u);
    },
  );

  test.each(troubles)(
    '$code: autosave says that the text is here and that it goes on trying',
    (error) => {
      const { what, kept, todo } = describeError(error, 'autosave');
      expect(what).toBe(describeError(error).what);
      expect(kept).toContain('还在这个窗口里');
      expect(todo).toMatch(/程序会自动重试。$/u);
    },
  );
});

test('a name that would break or turn round its line is quoted on one line', () => {
  const words = formatError({ code: 'import/empty', name: '甲\n\u001b[31m乙\u202etxt.docx' });
  expect(words).toContain('“甲\ufffd\ufffd[31m乙\ufffdtxt.docx”');
  const path = formatError({ code: 'export/full', path: '/家/表\r格.docx' });
  expect(path).toContain('“/家/表\ufffd格.docx”');
});
