import { describe, expect, it } from 'vitest';
import { isUnsafeOnWindows } from '../../../electron/services/windows-name.ts';

describe('a name on Windows', () => {
  it.each(['CON', 'nul.docx', 'Com1.txt', 'LPT9', 'aux .docx', 'COM¹', '报告.', '报告.docx '])(
    '%j is no name of a file',
    (name) => expect(isUnsafeOnWindows(name)).toBe(true),
  );

  it.each(['报告.docx', 'CONTRACT.docx', 'com10.docx', 'nul报告.docx', '.docx', 'a.nul'])(
    '%j is one',
    (name) => expect(isUnsafeOnWindows(name)).toBe(false),
  );
});
