import { describe, expect, test } from 'vitest';
import type { DisclosureState, FaceState, LayoutChoice } from '../../../core/api/index.ts';
import type { CertificateItem } from '../../../core/conformity/index.ts';
import type { DisclosureHit } from '../../../core/disclosure/index.ts';
import { defaultFiling, standardLayout } from '../../../core/layout/index.ts';
import { moveBy } from '../../../renderer/features/export/annex-section.tsx';
import { describeCertificate } from '../../../renderer/features/export/certificate-words.ts';
import {
  describeDisclosure,
  orderHits,
  partContext,
} from '../../../renderer/features/export/disclosure-words.ts';
import { groupFaces, standIn } from '../../../renderer/features/export/faces-section.tsx';
import { keepPages } from '../../../renderer/features/export/keep-pages.ts';
import { chooseLayout, chosenLayout } from '../../../renderer/features/export/layout-choice.ts';
import { faceStack } from '../../../renderer/features/export/page-faces.ts';
import { isLayoutFile } from '../../../renderer/features/export/use-layouts.ts';
import { tellFile } from '../../../renderer/features/workspace/tell.ts';
import { buildPage } from './build-page.ts';

describe('pages', () => {
  test('those that did not change are the very ones from before', () => {
    const before = [buildPage(1, ['甲']), buildPage(2, ['乙'])];
    const now = keepPages(before, [buildPage(1, ['甲']), buildPage(2, ['丙'])]);
    expect(now[0]).toBe(before[0]);
    expect(now[1]).not.toBe(before[1]);
    expect(keepPages(before, [buildPage(1, ['甲']), buildPage(2, ['乙'])])).toBe(before);
  });

  test('a face is named first, then those of its kind; its name cannot end the list', () => {
    expect(faceStack('方正仿宋_GBK')).toMatch(/^"方正仿宋_GBK", .*FangSong/u);
    expect(faceStack('楷体_GB2312')).toMatch(/KaiTi/u);
    expect(faceStack('方正小标宋简体')).toMatch(/SimSun/u);
    expect(faceStack('a"; } body {')).toMatch(/^"a; \} body \{", serif/u);
  });
});

describe('the certificate in one line', () => {
  const item = (verdict: CertificateItem['verdict']): CertificateItem => ({
    id: verdict,
    title: '页边距',
    clause: '',
    wanted: '37',
    measured: '37',
    verdict,
    departures: [],
  });

  test('all right is one calm line, and what is wrong is counted', () => {
    expect(describeCertificate({ items: [item('right'), item('right')] })).toBe(
      '核验 2 项，全部符合',
    );
    expect(describeCertificate({ items: [item('right'), item('wrong')] })).toBe(
      '核验 2 项，1 项不符合',
    );
    expect(describeCertificate({ items: [item('right'), item('remark')] })).toContain('看一看');
    expect(describeCertificate({ items: [] })).not.toContain('符合');
  });

  test('what an office’s own document sets otherwise is told calmly', () => {
    const items = [item('right'), item('wrong')];
    const words = describeCertificate({ items }, true);
    expect(words).toContain('1 项与标准不同');
    expect(words).not.toContain('不符合');
    expect(describeCertificate({ items: [item('right')] }, true)).toContain('全部符合');
  });
});

test('a file of another kind is told from a layout; a broken one is left to those who say where', () => {
  const file = (text: string) => ({ base64: Buffer.from(text).toString('base64') });
  expect(isLayoutFile(file('{"kind":"layout","title":"青石镇版式"}'))).toBe(true);
  expect(isLayoutFile(file('{"kind":"checklist"}'))).toBe(false);
  expect(isLayoutFile(file('[]'))).toBe(false);
  expect(isLayoutFile(file('{"kind":'))).toBe(true);
});

describe('the layout of a copy', () => {
  const profile = (id: string): LayoutChoice => ({
    kind: 'profile',
    origin: 'own',
    profile: { ...standardLayout('plain'), id },
    fileName: null,
  });
  const template: LayoutChoice = {
    kind: 'template',
    template: {
      id: 't1',
      name: '红头.docx',
      addedAt: '2027-01-01T00:00:00.000Z',
      places: ['body'],
      missing: [],
      addedStyles: [],
    },
  };
  const choices = [profile('plain'), profile('own-1'), template];

  test('an office’s document is for the filing copy alone, and gives way to a layout', () => {
    const chosen = { ...defaultFiling, ...chooseLayout(defaultFiling, 'filing', 'template:t1') };
    expect(chosenLayout(chosen, 'filing', choices)).toBe('template:t1');
    expect(chosenLayout(chosen, 'public', choices)).toBe('plain');
    const again = { ...chosen, ...chooseLayout(chosen, 'filing', 'own-1') };
    expect(chosenLayout(again, 'filing', choices)).toBe('own-1');
    expect(again.layouts.public).toBe('plain');
  });

  test('one that is gone gives way to the plain one', () => {
    const chosen = { ...defaultFiling, templateId: 'gone', layouts: { filing: 'x', public: 'y' } };
    expect(chosenLayout(chosen, 'filing', choices)).toBe('plain');
    expect(chosenLayout(chosen, 'public', choices)).toBe('plain');
  });

  test('faces that this PC lacks are replaced where it has another', () => {
    const state = (face: string, isHere: boolean, other: string | null): FaceState => ({
      roles: [],
      face,
      isHere,
      standIn: other,
      effect: '',
    });
    const own = standardLayout('plain');
    const now = standIn(own, [
      state(own.faces.text, false, '仿宋'),
      state(own.faces.title, false, null),
      state(own.faces.part, true, '宋体'),
    ]);
    expect(now.faces).toEqual({ ...own.faces, text: '仿宋' });
  });
});

test('what is said of several missing faces is said once', () => {
  const missing = (face: string, effect: string): FaceState => ({
    roles: ['text'],
    face,
    isHere: false,
    standIn: null,
    effect,
  });
  const groups = groupFaces([
    missing('仿宋_GB2312', '请装上“仿宋_GB2312”。'),
    missing('黑体', '请装上“黑体”。'),
    missing('宋体', '会换成别的。'),
  ]);
  expect(groups.map(({ faces, effect }) => [faces.length, effect])).toEqual([
    [2, '请装上它们。'],
    [1, '会换成别的。'],
  ]);
});

describe('what must be looked at before publishing', () => {
  const hit = (key: string, severity: DisclosureHit['severity']): DisclosureHit => ({
    key,
    rule: 'name',
    kind: 'person',
    severity,
    target: { id: 'b1', field: 'text' },
    start: 3,
    end: 6,
    text: '王某某',
    context: '对村民王某某进行了帮教。',
    why: '写出了姓名。',
    basis: '',
    proposals: ['一名村民'],
  });
  const state = (change: Partial<DisclosureState>): DisclosureState => ({
    hits: [],
    review: null,
    isReviewCurrent: false,
    blocking: 0,
    ...change,
  });

  test('what blocks comes first, what was decided last', () => {
    const decided = { action: 'keep', reason: '本人同意' } as const;
    const hits = [
      { hit: hit('c', 'block'), decision: decided },
      { hit: hit('b', 'warn'), decision: null },
      { hit: hit('a', 'block'), decision: null },
    ];
    expect(orderHits(state({ hits })).map(({ hit: { key } }) => key)).toEqual(['a', 'b', 'c']);
  });

  test('the words stand marked within their sentence', () => {
    expect(partContext(hit('a', 'block'))).toEqual({
      before: '对村民',
      words: '王某某',
      after: '进行了帮教。',
    });
    expect(partContext({ context: '别的话', text: '王某某' }).words).toBe('');
  });

  test('a review that the text has outgrown must be made anew', () => {
    const review = {
      reviewer: '李明',
      reviewedOn: '2027-01-10',
      conclusion: 'open',
      basis: '',
    } as const;
    expect(describeDisclosure(state({}))).toBe('还没有审查');
    expect(describeDisclosure(state({ review, isReviewCurrent: true }))).toBe('已审查');
    expect(describeDisclosure(state({ review }))).toBe('要重新审查');
    expect(describeDisclosure(state({ blocking: 2 }))).toContain('2 处必须处理');
  });
});

test('an annex moves by one place and never out of the list', () => {
  expect(moveBy(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moveBy(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moveBy(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});

test('where a file went is told, and nothing of one that was not written', () => {
  expect(tellFile('PDF', { kind: 'written', path: 'D:\\报告.pdf' })?.text).toBe(
    'PDF已导出到 D:\\报告.pdf',
  );
  expect(tellFile('PDF', { kind: 'cancelled' })).toBeNull();
});
