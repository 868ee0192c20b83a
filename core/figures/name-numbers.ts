import { nameFigure, type PreviousFigure } from './figure-name.ts';
import type { Span } from './sentence.ts';

const nothing: PreviousFigure = { name: '', end: 0 };

/**
 * What the numbers of a text count, each with its unit in its span: 办理行政处罚案件62件 →
 * 办理行政处罚案件; empty where nothing near one names it.
 * @param spans in reading order
 */
export function nameNumbers(text: string, spans: readonly Span[]): readonly string[] {
  let previous = nothing;
  return spans.map(({ start, end }) => {
    const isNewSentence = /[。！？；;\n\t]/u.test(text.slice(previous.end, start));
    const known = isNewSentence ? { name: '', end: previous.end } : previous;
    const unit = /[%％]$/u.test(text.slice(start, end)) ? '%' : '';
    const number = { start, end, unit, value: 0, approximate: false };
    previous = { name: nameFigure(text, number, known), end };
    return previous.name;
  });
}
