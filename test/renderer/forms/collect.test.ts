import { describe, expect, it } from 'vitest';
import type { FilledForm } from '../../../core/forms/index.ts';
import { collectForm, parseValue } from '../../../renderer/features/forms/collect.ts';

const read: FilledForm = {
  year: 2026,
  department: '司法所',
  answers: [
    { itemId: 'mediation', question: '调解怎么样？', text: '好。' },
    { itemId: null, question: '还有什么？', text: '有。' },
    { itemId: 'blank', question: '空着的？', text: '' },
  ],
  figures: [{ figureId: 'cases', value: 12, note: '原文：约 12 件' }],
  rest: ['另附照片。'],
};

function buildFields(change: Readonly<Record<string, string>> = {}): FormData {
  const data = new FormData();
  const fields = {
    year: '2026',
    department: '司法所',
    'answer-0': '很好。\r\n还要更好。',
    'answer-1': '有。',
    'item-1': '',
    'value-cases': '12',
    'note-cases': '',
    rest: '另附照片。\n\n和录音。',
    ...change,
  };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}
const collect = (change?: Readonly<Record<string, string>>) =>
  collectForm(buildFields(change), read, () => '件');

describe('what the fields of a reviewed form say', () => {
  it('is what the person left there', () => {
    expect(collect()).toEqual({
      year: 2026,
      department: '司法所',
      answers: [
        { itemId: 'mediation', question: '调解怎么样？', text: '很好。\n还要更好。' },
        { itemId: null, question: '还有什么？', text: '有。' },
        { itemId: 'blank', question: '空着的？', text: '' },
      ],
      figures: [{ figureId: 'cases', value: 12, note: '' }],
      rest: ['另附照片。', '和录音。'],
    });
  });

  it('puts an answer to nobody’s question where the person says', () => {
    expect(collect({ 'item-1': 'lectures' })).toMatchObject({
      answers: [{}, { itemId: 'lectures' }, {}],
    });
  });

  it('names the field whose words are no number, and the year that is none', () => {
    expect(collect({ 'value-cases': '约 12 件' })).toMatchObject({ field: 'value-cases' });
    expect(collect({ year: '今年' })).toMatchObject({ field: 'year' });
  });

  it('takes a cleared number for none', () => {
    expect(collect({ 'value-cases': ' ' })).toMatchObject({ figures: [{ value: null }] });
  });
});

describe('a number that is typed', () => {
  it.each([
    ['12', 12],
    ['１２件', 12],
    ['十二', 12],
    ['', null],
    ['约12', undefined],
    ['12人', undefined],
    ['见附表', undefined],
  ])('%s is %s', (text, value) => expect(parseValue(text, '件')).toBe(value));
});
