import { describe, expect, it } from 'vitest';
import {
  askOffice,
  buildForms,
  composeSheet,
  listUnasked,
  nameFormFile,
} from '../../../core/forms/index.ts';
import { asking, buildTestForms } from '../../support/forms.ts';

const entry = { note: '', materialId: null, recordedAt: '2026-01-01T00:00:00.000Z' };

describe('forms for the offices', () => {
  it('asks the first office of each question, and lets the later ones add to it', () => {
    const asked = buildTestForms().map(({ department, questions }) => [
      department.name,
      questions.map(({ itemId, role }) => `${itemId} ${role}`),
    ]);
    expect(asked).toEqual([
      ['司法所', ['mediation asked', 'legal-aid asked']],
      ['综合行政执法队', ['enforcing asked', 'mediation reference']],
    ]);
  });

  it('asks no figure of an office that only adds to a question', () => {
    const [, enforcement] = buildTestForms();
    expect(enforcement?.questions.map(({ figures }) => figures.map(({ id }) => id))).toEqual([
      ['penalties'],
      [],
    ]);
  });

  it('names the questions that no office is asked', () => {
    expect(listUnasked(asking).map(({ id }) => id)).toEqual(['nobody']);
  });

  it('shows last year as the office gave it, else as the unit as a whole', () => {
    const forms = buildForms(asking, {
      year: 2026,
      unit: '青石镇人民政府',
      ledger: [
        { ...entry, year: 2025, figureId: 'cases', department: '', value: 30 },
        { ...entry, year: 2025, figureId: 'cases', department: '司法所', value: 28 },
        { ...entry, year: 2025, figureId: 'people', department: '', value: 9 },
        { ...entry, year: 2024, figureId: 'rate', department: '', value: 90 },
      ],
    });
    const figures = forms[0]?.questions.flatMap((question) => question.figures);
    expect(figures?.map(({ id, lastYear }) => [id, lastYear])).toEqual([
      ['cases', 28],
      ['rate', null],
      ['people', 9],
    ]);
  });

  it('asks a figure that two questions share only once', () => {
    const [first] = asking.checklist.items;
    if (!first) throw new Error('no question');
    const checklist = { ...asking.checklist, items: [first, { ...first, id: 'again' }] };
    const [form] = buildForms({ ...asking, checklist }, { year: 2026, unit: '青石镇' });
    expect(form?.questions.map(({ figures }) => figures.length)).toEqual([2, 0]);
  });

  it('asks an office in its own words, never whether a report says so', () => {
    const question = '是否写明应急演练的次数？';
    const ask = '今年组织了几次应急演练？哪些类型、多少人参加？';
    expect(askOffice({ question, ask })).toBe(ask);
    expect(askOffice({ question })).toBe('请写明应急演练的次数。');
    expect(askOffice({ question: '是否如实写明存在的不足，写到具体环节？' })).toBe(
      '请如实写明存在的不足，写到具体环节。',
    );
    expect(askOffice({ question: '数据有没有变化？' })).toBe('数据有没有变化？');
  });

  it('puts what may be left open behind what must be answered, and marks it', () => {
    const [first] = asking.checklist.items;
    if (!first) throw new Error('no question');
    const items = [
      { ...first, id: 'open', required: false },
      { ...first, required: true },
    ];
    const checklist = { ...asking.checklist, items };
    const [form] = buildForms({ ...asking, checklist }, { year: 2026, unit: '青石镇' });
    if (!form) throw new Error('no form');
    expect(form.questions.map(({ itemId }) => itemId)).toEqual(['mediation', 'open']);
    expect(form.questions.map(({ figures }) => figures.length)).toEqual([2, 0]);
    const sheet = JSON.stringify(composeSheet(form));
    expect(sheet.match(/选填）/gu)).toHaveLength(1);
    expect(sheet.indexOf('题目为选填')).toBeGreaterThan(sheet.indexOf('第 1 题'));
  });

  it('names each file after its office and year', () => {
    expect(buildTestForms().map(nameFormFile)).toEqual([
      '征集表-司法所-2026年度.docx',
      '征集表-综合行政执法队-2026年度.docx',
    ]);
  });
});
