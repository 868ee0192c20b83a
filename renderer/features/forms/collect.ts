import { type FilledForm, readFigure } from '../../../core/forms/index.ts';

/** A field whose words are no number. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** The value of a field for a number; null for a blank one, undefined for words that are none. */
export function parseValue(text: string, unit: string): number | null | undefined {
  const read = readFigure(text, unit);
  if (read.kind === 'empty') return null;
  return read.kind === 'value' && read.doubt === null && read.extra === '' ? read.value : undefined;
}

/** The words of a field; none for one that is not there. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

/** What the fields of a reviewed form say, or the field that has to be put right first. */
export function collectForm(
  data: FormData,
  read: FilledForm,
  unitOf: (figureId: string) => string,
): FilledForm | FieldFault {
  const year = Number(textOf(data, 'year'));
  if (!Number.isInteger(year) || year < 1990 || year > 2199) {
    return { field: 'year', message: '年度要写成四位数字。' };
  }
  const figures: FilledForm['figures'][number][] = [];
  for (const { figureId } of read.figures) {
    const value = parseValue(textOf(data, `value-${figureId}`), unitOf(figureId));
    if (value === undefined) {
      return { field: `value-${figureId}`, message: '这里要填一个数字；没有数字就清空。' };
    }
    figures.push({ figureId, value, note: textOf(data, `note-${figureId}`) });
  }
  return {
    year,
    department: textOf(data, 'department'),
    answers: read.answers.map(({ itemId, question }, index) => ({
      itemId: data.has(`item-${index}`) ? textOf(data, `item-${index}`) || null : itemId,
      question,
      text: textOf(data, `answer-${index}`),
    })),
    figures,
    rest: textOf(data, 'rest')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  };
}
