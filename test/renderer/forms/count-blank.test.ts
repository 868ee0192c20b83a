import { expect, it } from 'vitest';
import type { CollectionForm, FormQuestion, FormReading } from '../../../core/forms/index.ts';
import { countBlank } from '../../../renderer/features/forms/reading-card.tsx';

const question = (itemId: string, role: FormQuestion['role']): FormQuestion => ({
  itemId,
  question: `${itemId}？`,
  basis: '',
  evidence: [],
  figures: [],
  role,
  required: true,
});
const form: CollectionForm = {
  year: 2025,
  unit: '枫林街道办事处',
  department: { id: 'justice', name: '司法所' },
  questions: [question('a', 'asked'), question('b', 'asked'), question('c', 'reference')],
};
const answer = (itemId: string, text: string) => ({ itemId, question: `${itemId}？`, text });
const reading: FormReading = {
  form: {
    year: 2025,
    department: '司法所',
    answers: [answer('a', '有。'), answer('b', ''), answer('c', '')],
    figures: [],
    rest: [],
  },
  doubts: [],
};

it('a form that came back has as many gaps as its office was asked questions, and no more', () => {
  expect(countBlank(reading, [form])).toBe('1 题有内容 · 0 个数据 · 1 题空着');
  expect(countBlank(reading, []), 'an office nobody knows').toBe(
    '1 题有内容 · 0 个数据 · 2 题空着',
  );
});
