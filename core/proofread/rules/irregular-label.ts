import {
  formatChineseNumber,
  type HeadingLabel,
  parseHeadingLabel,
} from '../../numbering/index.ts';
import { passageRule } from '../hit.ts';

/** The label as the standard writes it; null where two readings are open. */
function regularForm({ style, ordinal, raw }: HeadingLabel): string | null | undefined {
  switch (style) {
    case 'chinese-comma':
      // 一，加强 may be a sentence of its own; only a full stop for 、 is certain.
      return /[.．]/u.test(raw) ? `${formatChineseNumber(ordinal)}、` : undefined;
    case 'chinese-bracket':
      return `（${formatChineseNumber(ordinal)}）`;
    case 'arabic-bracket':
      return `（${ordinal}）`;
    case 'arabic-point':
      return /、/u.test(raw) ? undefined : `${ordinal}.`;
    case 'circled':
      return undefined;
    default:
      return style satisfies never;
  }
}

/**
 * A paragraph that begins with a number the standard does not know: (1), 一), （一）、.
 * @source regulations.md 7.3 (GB/T 15834-2011 annex B.3), 9.5
 */
export const irregularLabel = passageRule({
  rule: 'irregular-label',
  severity: 'advice',
  where: ({ role }) => role === 'paragraph',
  say: (_, words) => `序号“${words.trim()}”的写法不规范，应为“一、”“（一）”“1.”“（1）”。`,
  hits: ({ text }) => {
    const label = parseHeadingLabel(text);
    if (!label || label.regular) return [];
    const replacement = regularForm(label);
    if (replacement === undefined) return [];
    // A mark after the label goes with it: 一)、 and （一）.
    const marks = /^[、.．\s]*/u.exec(text.slice(label.raw.length))?.[0].length ?? 0;
    return [{ start: 0, end: label.raw.length + marks, replacement }];
  },
});
