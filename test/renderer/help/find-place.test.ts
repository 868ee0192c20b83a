import { describe, expect, test } from 'vitest';
import { findPlace, type Surroundings } from '../../../renderer/features/help/find-place.ts';
import { readGuide } from '../../../renderer/features/help/guide.ts';
import type { Screen } from '../../../renderer/stores/navigation.ts';
import { readGuideFiles } from '../../support/guide-files.ts';

const guide = readGuide(readGuideFiles());
const desk: Screen = { screen: 'workspace', reportId: 'a' };

interface Where {
  readonly screen: Screen;
  /** Selectors that the focus lies within. */
  readonly focus?: readonly string[];
  /** Selectors of what is shown. */
  readonly shown?: readonly string[];
  readonly blank?: boolean;
}

const around = ({ screen, focus = [], shown = [], blank = false }: Where): Surroundings => ({
  screen,
  isIn: (selector) => focus.includes(selector),
  isShown: (selector) => shown.includes(selector),
  isInBlank: blank,
});

const tab = (area: string, key: string) => `${area} .ant-tabs-tab-active[data-node-key="${key}"]`;
const inPanel = (key: string): Where => ({
  screen: desk,
  focus: ['.panel'],
  shown: [tab('.panel', key)],
});
const inCheck = (key: string): Where => ({
  screen: { ...desk, view: 'check' },
  shown: ['.check-page', tab('.check-page', key)],
});

const inExport = (...focus: readonly string[]): Where => ({
  screen: { ...desk, view: 'export' },
  shown: ['.export-page'],
  focus,
});
const inSection = (name: string) => inExport(`[data-section-name="${name}"]`);
const overExport = (shown: string): Where => ({
  screen: { ...desk, view: 'export' },
  shown: ['.export-page', shown],
});

const places: readonly (readonly [string, Where, string, string?])[] = [
  ['the empty library', { screen: { screen: 'library' }, shown: ['.first-run'] }, 'start'],
  ['the library', { screen: { screen: 'library' } }, 'library'],
  [
    'the deadlines',
    { screen: { screen: 'library' }, focus: ['[aria-labelledby="deadline-title"]'] },
    'deadlines',
  ],
  ['a new report', { screen: { screen: 'new', start: 'choose' } }, 'start'],
  ['the claim', { screen: { screen: 'new', start: 'file' }, shown: ['.claim'] }, 'claim'],
  [
    'the changes',
    { screen: { screen: 'roll', reportId: 'a', year: 2026, issuers: ['b'] } },
    'roll',
  ],
  ['the desk', { screen: desk }, 'write'],
  ['a blank', { screen: desk, blank: true }, 'checklist', '空格和 Tab'],
  ['清单', inPanel('checklist'), 'checklist'],
  ['上年', inPanel('lastYear'), 'last-year'],
  ['校对', inPanel('proofread'), 'proofread'],
  ['素材 of the panel', inPanel('materials'), 'materials'],
  ['承诺', inPanel('promises'), 'promises'],
  ['a 待更新 card', { screen: desk, shown: ['.stale-card'] }, 'stale'],
  ['the export', { screen: desk, shown: ['.export-bar'] }, 'export'],
  ['预览与导出', inExport(), 'export'],
  ['预览 of the panel', inPanel('preview'), 'export'],
  ['版式', inSection('layout'), 'layouts', '版式'],
  ['红头与版记', inSection('facts'), 'layouts', '红头与版记'],
  ['盖章', inSection('seal'), 'layouts', '盖章'],
  ['附件', inSection('annexes'), 'layouts', '附件'],
  ['字体', inSection('faces'), 'layouts', '字体'],
  ['公开审查', inSection('disclosure'), 'public'],
  ['核验', inSection('certificate'), 'export', '核验'],
  ['a public copy refused', overExport('.export-failed.is-review'), 'public'],
  ['其他', inExport('.export-more, .ant-dropdown'), 'submit'],
  ['修订稿', overExport('.ant-drawer-open .changes-choice'), 'submit', '修订稿：跟以前比改了什么'],
  ['自己的版式', overExport('.ant-drawer-open .layout-form'), 'layouts', '版式'],
  ['检查别人的格式', overExport('.ant-drawer-open .format-check'), 'export', '检查别人的文件'],
  ['检查', inCheck('open'), 'check'],
  ['进度', inCheck('progress'), 'check', '进度'],
  ['覆盖图', inCheck('map'), 'coverage-map'],
  ['自查表', inCheck('sheet'), 'self-check'],
  ['素材', { screen: { screen: 'materials', year: 2026 } }, 'materials'],
  ['the note', { screen: desk, focus: ['.note-card'] }, 'materials', '随手记一条'],
  ['征集表', { screen: { screen: 'forms', year: 2026 } }, 'forms'],
  ['设置', { screen: desk, shown: ['.ant-drawer-open .settings'] }, 'settings'],
  ['资料包', { screen: desk, shown: ['.ant-drawer-open .settings'], focus: ['.packs'] }, 'packs'],
];

describe('F1 opens the page that fits', () => {
  test.each(places.map(([name, where, page, heading]) => ({ name, where, page, heading })))(
    '$name',
    ({ where, page, heading }) => {
      const place = findPlace(around(where));
      expect(place).toEqual({
        page: `guide/${page}`,
        ...(heading === undefined ? {} : { heading }),
      });
    },
  );

  test('and every page and heading it may open is there', () => {
    for (const [name, where] of places) {
      const { page, heading } = findPlace(around(where));
      const sections = guide.pages.get(page ?? '')?.sections ?? [];
      expect(sections.length, name).toBeGreaterThan(0);
      if (heading !== undefined) expect(sections.map((one) => one.heading)).toContain(heading);
    }
  });

  test('every screen of the program has one', () => {
    const screens = new Set(places.map(([, { screen }]) => screen.screen));
    expect([...screens].sort()).toEqual(
      ['forms', 'library', 'materials', 'new', 'roll', 'workspace'].sort(),
    );
  });
});
