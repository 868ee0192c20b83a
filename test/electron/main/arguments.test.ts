import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAppArguments } from '../../../electron/main/arguments.ts';

const folder = resolve('/some/where');

describe('what the app was started with', () => {
  it('is nothing by default, whatever switches Chromium was given', () => {
    const none = { dataFolder: null, file: null };
    expect(parseAppArguments([], folder)).toEqual(none);
    expect(parseAppArguments(['--lang=zh-CN', '--no-sandbox', '.'], folder)).toEqual(none);
  });

  it.each([[['--data', 'records']], [['--data=records']]])(
    'takes the data folder from %j',
    (words) => {
      expect(parseAppArguments(words, folder).dataFolder).toBe(resolve(folder, 'records'));
    },
  );

  it('takes an absolute folder as it is, and no folder from an empty name', () => {
    expect(parseAppArguments(['--data', folder], '/').dataFolder).toBe(folder);
    expect(parseAppArguments(['--data='], folder).dataFolder).toBeNull();
    expect(parseAppArguments(['--data'], folder).dataFolder).toBeNull();
  });

  it('takes a report bundle, in either case of letters, and no other file', () => {
    expect(parseAppArguments(['青石镇.NIANBAO'], folder).file).toBe(
      resolve(folder, '青石镇.NIANBAO'),
    );
    expect(parseAppArguments(['报告.docx', '--x.nianbao'], folder).file).toBeNull();
  });
});
