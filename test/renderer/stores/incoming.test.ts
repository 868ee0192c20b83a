import { expect, test } from 'vitest';
import { maxFileBytes, refuseFile } from '../../../renderer/stores/incoming.ts';

const file = { name: '年报.docx', size: 20_000, isFolder: false };

test('a file of a usual size may come in, up to the limit itself', () => {
  expect(refuseFile(file)).toBeNull();
  expect(refuseFile({ ...file, size: maxFileBytes })).toBeNull();
});

test('what can be no report is refused before it is read, by its name', () => {
  expect(refuseFile({ ...file, size: maxFileBytes + 1 })).toEqual({
    code: 'import/too-large',
    name: '年报.docx',
    bytes: maxFileBytes + 1,
    limit: maxFileBytes,
  });
  expect(refuseFile({ ...file, size: 0 })).toEqual({ code: 'import/empty', name: '年报.docx' });
  expect(refuseFile({ ...file, size: 0, isFolder: true })).toEqual({
    code: 'import/folder',
    name: '年报.docx',
  });
});
