import type { LineLabel, LineStyle } from './label.ts';

/** The level a numbered heading takes, and what is odd about its number. */
export interface LevelDecision {
  /** 2 section, 3 and 4 headings inside it; null when the line is text that begins with a number. */
  readonly level: 2 | 3 | 4 | null;
  readonly isOutOfOrder: boolean;
  /** True when it counts on from the section before: 3. as the first measure below （二）. */
  readonly isContinued: boolean;
  /** True when the number's form departs from its neighbours', as （9） among （一）…（八）. */
  readonly isCorrected: boolean;
}

/** Gives each numbered heading of one part its level, by the order in which number styles appear. */
export interface Levels {
  decide(label: LineLabel): LevelDecision;
  /**
   * Level of a heading without a number: a section, or one level below numbered sections.
   * @param upcoming numbers that follow; where numbers of sections are left out before them, this is one of those
   */
  decideBare(upcoming: readonly LineLabel[]): 2 | 3;
}

type Style = LineStyle | 'bare';

const text: LevelDecision = {
  level: null,
  isOutOfOrder: false,
  isContinued: false,
  isCorrected: false,
};

/**
 * Levels within one part: the first style met is level 2, the next one met under it level 3, and
 * so on; meeting a style again returns to its level. Numbers of levels 3 and 4 must count on,
 * since the app computes them anew; a line whose number does not is text, unless the measures of a
 * part are numbered through from section to section.
 * @param startsAt number of the first section, where sections count on from the parts before them
 */
export function createLevels(startsAt: LineLabel | null = null): Levels {
  let stack: readonly Style[] = [];
  const last = new Map<Style, number>(startsAt ? [[startsAt.style, startsAt.ordinal - 1]] : []);
  /** The last number of each style, whatever stood between. */
  const running = new Map<Style, number>();

  const isMistyped = ({ style, ordinal }: LineLabel) =>
    style === 'arabic-bracket' &&
    stack[0] === 'chinese-bracket' &&
    ordinal === (last.get('chinese-bracket') ?? 0) + 1 &&
    ordinal !== (last.get(style) ?? 0) + 1 &&
    ordinal > 1;

  const enter = (style: Style, ordinal: number): number => {
    const known = stack.indexOf(style);
    const depth = known < 0 ? stack.length : known;
    for (const inner of stack.slice(depth + 1)) last.delete(inner);
    stack = [...stack.slice(0, depth), style];
    last.set(style, ordinal);
    running.set(style, ordinal);
    return depth + 2;
  };

  return {
    decide(label) {
      const isCorrected = isMistyped(label);
      const style = isCorrected ? 'chinese-bracket' : label.style;
      const { ordinal } = label;
      const isNext = ordinal === (last.get(style) ?? 0) + 1;
      const known = stack.indexOf(style);
      const level = (known < 0 ? stack.length : known) + 2;
      const isContinued =
        !isNext && level > 2 && !last.has(style) && ordinal === (running.get(style) ?? 0) + 1;
      const mayRestart = level === 2 && style.startsWith('chinese');
      const isOutOfOrder = !isNext && !isContinued;
      if (level > 4 || (isOutOfOrder && !mayRestart)) return { ...text, isOutOfOrder };
      const entered = enter(style, ordinal);
      if (entered !== 2 && entered !== 3 && entered !== 4) return text;
      return { level: entered, isOutOfOrder, isContinued, isCorrected };
    },
    decideBare(upcoming) {
      const [first = 'bare'] = stack;
      const next = upcoming.find(({ style }) => style === first);
      const lastSection = last.get(first) ?? 0;
      if (first !== 'bare' && next && next.ordinal > lastSection + 1) {
        enter(first, lastSection + 1);
        return 2;
      }
      const outer: readonly Style[] = first === 'bare' ? ['bare'] : [first, 'bare'];
      for (const inner of stack.slice(outer.length - 1)) if (inner !== first) last.delete(inner);
      stack = outer;
      return first === 'bare' ? 2 : 3;
    },
  };
}
