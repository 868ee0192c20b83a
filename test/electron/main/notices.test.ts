import { describe, expect, it } from 'vitest';
import type { ApiError } from '../../../core/api/index.ts';
import {
  bundleUnreadableBox,
  faultBox,
  pageGoneBox,
  pageUnresponsiveBox,
  startFailureBox,
  storeFailureBox,
  unsavedBox,
} from '../../../electron/main/notices.ts';

const file = '/记录/nianbao.db';
const failures: readonly ApiError[] = [
  { code: 'store/newer', file, version: 9 },
  { code: 'store/damaged', file, detail: '文件内容不完整' },
  { code: 'store/unwritable', file, reason: '文件夹是只读的' },
  { code: 'store/full', file },
  { code: 'store/busy', file },
];

describe('a store that cannot be opened', () => {
  it.each(failures)(
    'is told in words: what happened, what was kept, where the data is ($code)',
    (error) => {
      const { message, detail = '', type } = storeFailureBox(error, '/记录');
      expect(type).toBe('error');
      expect(message).toContain('年报助手没有打开');
      expect(detail).toContain('/记录');
      expect(detail).toMatch(/原封未动|没有改动|没有变动/u);
      expect(message + detail).not.toMatch(/store\//u);
    },
  );

  it('does not speak of a window or a retry, for there is none', () => {
    for (const error of failures) {
      const { message, detail = '' } = storeFailureBox(error, '/记录');
      expect(message + detail).not.toMatch(/这个窗口|自动重试/u);
    }
  });

  it('names the file and the version where they matter', () => {
    const box = storeFailureBox({ code: 'store/newer', file, version: 9 }, '/记录');
    expect(box.message).toContain(file);
    expect(box.message).toContain('9');
  });
});

describe('every message box', () => {
  it('is plain Chinese with a way out by the keyboard', () => {
    const boxes = [
      storeFailureBox({ code: 'store/full', file }, '/记录'),
      startFailureBox('/记录'),
      faultBox('/记录'),
      unsavedBox(),
      bundleUnreadableBox('/桌面/青石镇.nianbao'),
      pageGoneBox(),
      pageUnresponsiveBox(),
    ];
    for (const box of boxes) {
      expect(box.buttons?.length).toBeGreaterThan(0);
      expect(box.cancelId).toBeLessThan(box.buttons?.length ?? 0);
      expect(`${box.message}${box.detail}`).not.toMatch(/[!！]/u);
      expect(box.message).toMatch(/。$/u);
    }
  });

  it('names a bundle by its name alone', () => {
    expect(bundleUnreadableBox('/桌面/青石镇.nianbao').message).toContain('“青石镇.nianbao”');
  });
});
