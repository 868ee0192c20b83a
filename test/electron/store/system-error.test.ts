import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  describeSystemError,
  isDiskFull,
  type SystemError,
  toStoreError,
  toSystemError,
} from '../../../electron/store/index.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

function refusalOf(act: () => void): SystemError {
  try {
    act();
  } catch (error) {
    const found = toSystemError(error);
    if (found) return found;
  }
  throw new Error('the system refused nothing');
}

const of = (code: string, syscall = 'open'): SystemError => ({ code, syscall });

describe('what the system refuses', () => {
  const folder = createTempFolder();
  const file = path.join(folder, 'note.txt');
  fs.writeFileSync(file, 'x');

  it('is told as what was done met it', () => {
    const notFolder = refusalOf(() => fs.mkdirSync(file));
    expect(describeSystemError(notFolder, 'write')).toBe('这个位置不是文件夹');
    const absent = refusalOf(() => fs.readFileSync(path.join(folder, 'absent')));
    expect(describeSystemError(absent, 'read')).toBe('文件不存在');
    const below = refusalOf(() => fs.writeFileSync(path.join(file, 'x'), ''));
    expect(describeSystemError(below, 'write')).toMatch(/不是文件夹|不存在/u);
    const taken = refusalOf(() => fs.writeFileSync(folder, ''));
    expect(describeSystemError(taken, 'write')).toBe('这个位置是文件夹');
  });

  it('is a right to read where reading was refused', () => {
    expect(describeSystemError(of('EACCES'), 'read')).toBe('没有读取权限');
    expect(describeSystemError(of('EACCES'), 'write')).toBe('没有写入权限');
  });

  it('is not named where it is rare, and no other error is taken for one', () => {
    expect(describeSystemError(of('EXDEV'), 'write')).toBeNull();
    expect(toSystemError(new TypeError('x'))).toBeNull();
    expect(toSystemError(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG' }))).toBeNull();
    expect([of('ENOSPC'), of('EDQUOT'), of('EIO')].map(isDiskFull)).toEqual([true, true, false]);
  });

  it.each([
    ['ENOSPC', { code: 'store/full' }],
    ['EBUSY', { code: 'store/busy' }],
    ['EROFS', { code: 'store/unwritable', reason: '这个磁盘是只读的' }],
    ['ELOOP', { code: 'store/unwritable', reason: '这个链接绕了一圈又指回自己' }],
    ['EXDEV', null],
  ])('%s is the same to the store', (code, expected) => {
    const error = Object.assign(new Error(code), of(code));
    const found = toStoreError(error, 'nianbao.db');
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });
});
