import { describe, expect, it } from 'vitest';
import { isNetworkFolder, isUncPath } from '../../../electron/store/index.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

describe('a network drive', () => {
  it.each([
    '\\\\server\\share\\报告',
    '\\\\192.168.1.2\\c$',
    '\\\\?\\UNC\\server\\share',
    '//server/share',
  ])('is told by its name on Windows: %s', (path) => expect(isUncPath(path)).toBe(true));

  it.each(['C:\\Users\\wang', '\\\\?\\C:\\Users', '\\\\.\\C:\\Users', '/home/wang', 'C:/Users'])(
    'is not %s',
    (path) => expect(isUncPath(path)).toBe(false),
  );

  it('is not a temporary folder of this machine', () => {
    expect(isNetworkFolder(createTempFolder())).toBe(false);
  });
});
