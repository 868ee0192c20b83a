import type { HelpPlace } from '../../stores/help.ts';
import type { Screen } from '../../stores/navigation.ts';

/** What {@link findPlace} may ask of the window. */
export interface Surroundings {
  readonly screen: Screen;
  /** Whether the focus lies within something that matches. */
  readonly isIn: (selector: string) => boolean;
  /** Whether something that matches is shown. */
  readonly isShown: (selector: string) => boolean;
  /** Whether the caret stands in a place to be filled in. */
  readonly isInBlank: boolean;
}

const tabPages: Readonly<Record<string, HelpPlace>> = {
  checklist: { page: 'guide/checklist' },
  lastYear: { page: 'guide/last-year' },
  proofread: { page: 'guide/proofread' },
  materials: { page: 'guide/materials' },
  promises: { page: 'guide/promises' },
  preview: { page: 'guide/export' },
};

const checkPages: Readonly<Record<string, HelpPlace>> = {
  open: { page: 'guide/check' },
  progress: { page: 'guide/check', heading: '进度' },
  map: { page: 'guide/coverage-map' },
  sheet: { page: 'guide/self-check' },
};

/** The page of the tab that is open in `around`. */
function tabPage(
  pages: Readonly<Record<string, HelpPlace>>,
  around: string,
  isShown: Surroundings['isShown'],
): HelpPlace | undefined {
  const open = Object.keys(pages).find((key) =>
    isShown(`${around} .ant-tabs-tab-active[data-node-key="${key}"]`),
  );
  return open === undefined ? undefined : pages[open];
}

/** Sections of the export screen by their names. */
const sectionPages: Readonly<Record<string, HelpPlace>> = {
  layout: { page: 'guide/layouts', heading: '版式' },
  facts: { page: 'guide/layouts', heading: '红头与版记' },
  seal: { page: 'guide/layouts', heading: '盖章' },
  annexes: { page: 'guide/layouts', heading: '附件' },
  faces: { page: 'guide/layouts', heading: '字体' },
  disclosure: { page: 'guide/public' },
  certificate: { page: 'guide/export', heading: '核验' },
};

/** What lies over a screen, the uppermost first: it is what one is at, wherever the focus is. */
const overlays: readonly (readonly [selector: string, place: HelpPlace])[] = [
  ['.ant-drawer-open .settings', { page: 'guide/settings' }],
  ['.ant-drawer-open .layout-form', { page: 'guide/layouts', heading: '版式' }],
  [
    '.ant-drawer-open .changes-choice',
    { page: 'guide/submit', heading: '修订稿：跟以前比改了什么' },
  ],
  ['.ant-drawer-open .format-check', { page: 'guide/export', heading: '检查别人的文件' }],
  ['.export-failed.is-review', { page: 'guide/public' }],
  ['.export-bar', { page: 'guide/export' }],
  ['.stale-card', { page: 'guide/stale' }],
];

const ofScreen: Readonly<Record<Screen['screen'], HelpPlace>> = {
  library: { page: 'guide/library' },
  new: { page: 'guide/start' },
  roll: { page: 'guide/roll' },
  materials: { page: 'guide/materials' },
  forms: { page: 'guide/forms' },
  workspace: { page: 'guide/write' },
};

function findExportPlace({ isIn }: Surroundings): HelpPlace {
  if (isIn('.export-more, .ant-dropdown')) return { page: 'guide/submit' };
  const name = Object.keys(sectionPages).find((key) => isIn(`[data-section-name="${key}"]`));
  return sectionPages[name ?? ''] ?? { page: 'guide/export' };
}

function findDeskPlace(around: Surroundings): HelpPlace | undefined {
  const { isIn, isShown, isInBlank } = around;
  if (isShown('.export-page')) return findExportPlace(around);
  if (isShown('.check-page')) return tabPage(checkPages, '.check-page', isShown);
  if (isIn('.panel')) return tabPage(tabPages, '.panel', isShown);
  return isInBlank ? { page: 'guide/checklist', heading: '空格和 Tab' } : undefined;
}

/** The page of the help that fits where one is: the window's screen, what lies over it, the focus. */
export function findPlace(around: Surroundings): HelpPlace {
  const { screen, isIn, isShown } = around;
  if (isIn('.note-card')) return { page: 'guide/materials', heading: '随手记一条' };
  if (isIn('.packs')) return { page: 'guide/packs' };
  const overlay = overlays.find(([selector]) => isShown(selector));
  if (overlay) return overlay[1];
  if (isIn('[aria-labelledby="deadline-title"]')) return { page: 'guide/deadlines' };
  if (isShown('.first-run')) return { page: 'guide/start' };
  if (isShown('.claim')) return { page: 'guide/claim' };
  const desk = screen.screen === 'workspace' ? findDeskPlace(around) : undefined;
  return desk ?? ofScreen[screen.screen];
}

function isVisible(selector: string): boolean {
  return [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
}

function caretIsInBlank(): boolean {
  const { anchorNode } = window.getSelection() ?? {};
  const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
  const isAtPage = document.activeElement?.matches('.ProseMirror') ?? false;
  // a selected blank begins at its edge, where the text node may be the one before
  const after = anchorNode?.nextSibling ?? element?.nextElementSibling ?? null;
  const beside = after instanceof Element && after.matches('.blank-field');
  const isSelected = window.getSelection()?.toString().startsWith('〔') ?? false;
  return isAtPage && (element?.closest('.blank-field') != null || (beside && isSelected));
}

/** The same, of the window as it stands. */
export function findOpenPlace(screen: Screen): HelpPlace {
  return findPlace({
    screen,
    isIn: (selector) => document.activeElement?.closest(selector) != null,
    isShown: isVisible,
    isInBlank: caretIsInBlank(),
  });
}
