import type { PartKind } from '../../../core/model/index.ts';

/** The kinds of a part in the space of a tag. */
export const shortKindNames: Readonly<Record<PartKind, string>> = {
  achievements: '举措成效',
  shortcomings: '不足原因',
  leadership: '第一责任人',
  plan: '下年安排',
  other: '其他',
};

/** As many characters of a line are put on the screen, which cuts what does not fit. */
const shownLength = 90;

/** The beginning of a long text. */
export function shorten(text: string): string {
  return text.length > shownLength ? `${Array.from(text.slice(0, shownLength)).join('')}……` : text;
}
