import type { DeskState } from '../workspace/desk-state.ts';

/** One of the three steps. */
export interface TourStep {
  readonly title: string;
  readonly text: readonly string[];
  /** What is shown, the first of these that is there. */
  readonly targets: readonly string[];
  /** What of the desk must be open for it. */
  readonly desk: Partial<DeskState>;
  /** What is brought into sight. */
  readonly comesTo: 'nothing' | 'chip' | 'openQuestion';
}

const outline: TourStep = {
  title: '左边：目录和进度',
  text: [
    '每一条前面的圆圈，是这一条该写的写到了多少；后面的数字，是还有几处没有办。',
    '点一条，就到那一条。',
  ],
  targets: ['.outline'],
  desk: { outlineOpen: true, panelOpen: false },
  comesTo: 'nothing',
};

const panel: TourStep = {
  title: '右边：清单告诉您还差什么',
  text: [
    '光标在哪一条，这里就列出那一条应当写明的事。没有写的，点「插入句式」放一句范文，按 Tab 到一个个空格，直接打字填上。',
    '都写好了，点右上角「检查」看还有什么没有办，再点「导出 Word」。',
  ],
  targets: ['.panel'],
  desk: { outlineOpen: false, panelOpen: true, tab: 'checklist', showsHomeless: false },
  comesTo: 'openQuestion',
};

function page(hasChips: boolean): TourStep {
  const chips = hasChips
    ? '黄色的字是从上年带过来的年份、数字和名称，要看一看：按 F8 到下一处，按 1 是不变，按 2 换成今年的。'
    : '沿用上年的报告时，要看一看的年份、数字和名称会标成黄色：按 F8 到下一处，按 1 是不变，按 2 换成今年的。';
  return {
    title: '中间：报告就写在这里',
    text: [`和在 Word 里一样，直接打字。标题的序号由程序编，保存是自动的。`, chips],
    targets: ['.stale-chip', '.sheet'],
    desk: { outlineOpen: false, panelOpen: false },
    comesTo: 'chip',
  };
}

/** The three steps of the tour, in order. */
export function tourSteps(hasChips: boolean): readonly TourStep[] {
  return [outline, page(hasChips), panel];
}
