import { findDate } from './dates.ts';
import type { Line, TextLine } from './line.ts';
import type { IsOrgan } from './organ.ts';

const imprintPattern =
  /^(?:抄\s*[送报]\s*[:：]|主题词\s*[:：])|^.{0,60}?\d{4}年\d{1,2}月\d{1,2}日印发$/u;

/**
 * 印发机关 without a date: an organ alone at the very end, below 抄送 or below a signature with its date,
 * or in smaller letters than what stands above.
 */
function isPrintedBy(lines: readonly Line[], isOrgan: IsOrgan): boolean {
  const [organ, above, higher] = lines.toReversed();
  if (organ?.kind !== 'text' || above?.kind !== 'text' || !isOrgan(organ.text)) return false;
  if (imprintPattern.test(above.text)) return true;
  const isBelowDate = findDate(above.text)?.raw === above.text;
  if (isBelowDate && higher?.kind === 'text' && isOrgan(higher.text)) return true;
  const [size, usual] = [organ.hints.sizePt, above.hints.sizePt];
  return size !== null && usual !== null && size < usual;
}

/** 抄送 and 印发 at the very end: the app sets the imprint itself. */
export function readImprint(lines: readonly Line[], isOrgan: IsOrgan): readonly TextLine[] {
  const found: TextLine[] = [];
  for (const [index, line] of lines.toReversed().entries()) {
    if (line.kind !== 'text') break;
    const isPrinted = index === 0 && isPrintedBy(lines, isOrgan);
    if (!isPrinted && !imprintPattern.test(line.text)) break;
    found.unshift(line);
  }
  return found;
}
