import { describe, expect, it } from 'vitest';
import { choosePacks, fillWording, parsePacks } from '../../../core/packs/index.ts';

const outline = (id: string, from: number | null, to: number | null) => ({
  kind: 'outline',
  id,
  title: id,
  source: '测试',
  confidence: 'unconfirmed',
  citation: id,
  documentNumber: '',
  years: { from, to },
  chapters: [],
});
const checklist = (outlineId: string) => ({
  kind: 'checklist',
  id: `checklist-${outlineId}`,
  title: outlineId,
  source: '测试',
  confidence: 'unconfirmed',
  outline: outlineId,
  items: [],
});
const part = (kind: string) => ({
  kind,
  required: true,
  heading: kind,
  variants: [],
  guidance: '写清楚',
  sections: [],
  patterns: [],
});
const template = (id: string) => ({
  kind: 'template',
  id,
  title: id,
  source: '测试',
  confidence: 'verified',
  titlePattern: '{unit}{year}年报告',
  titleVariants: [],
  addressees: [],
  preamble: [],
  parts: ['achievements', 'shortcomings', 'leadership', 'plan'].map(part),
  orders: [],
  recognition: [],
  deadlines: [],
});
const parse = (...packs: readonly object[]) =>
  parsePacks(packs.map((pack, index) => ({ name: `${index}.json`, json: JSON.stringify(pack) })));

describe('reading packs', () => {
  it('keeps the packs that stand beside one that does not', () => {
    const { packs, faults } = parsePacks([
      { name: 'good.json', json: JSON.stringify(template('one')) },
      { name: 'cut.json', json: '{"kind":"template"' },
      { name: 'short.json', json: JSON.stringify({ ...template('two'), parts: [] }) },
    ]);
    expect(packs.map(({ id }) => id)).toEqual(['one']);
    expect(faults.map(({ name, path }) => [name, path])).toEqual([
      ['cut.json', ''],
      ['short.json', 'parts'],
    ]);
  });

  it('names the pattern that is no regular expression', () => {
    const broken = { ...part('plan'), patterns: ['(下一步'] };
    const { faults } = parse({
      ...template('one'),
      parts: [part('achievements'), part('shortcomings'), part('leadership'), broken],
    });
    expect(faults[0]?.path).toBe('parts.3.patterns.0');
  });
});

describe('choosing packs', () => {
  const { packs } = parse(
    template('plain'),
    template('own'),
    outline('old', 2015, 2020),
    checklist('old'),
    outline('new', 2021, 2025),
    checklist('new'),
  );

  it('takes the outline whose years hold the report', () => {
    expect(choosePacks(packs, 2018)).toMatchObject({
      outline: { id: 'old' },
      checklist: { outline: 'old' },
      outlineIsCurrent: true,
    });
  });

  it('lets the latest outline stand in after the last, and says so', () => {
    expect(choosePacks(packs, 2030)).toMatchObject({
      outline: { id: 'new' },
      outlineIsCurrent: false,
    });
  });

  it('lets the earliest stand in before the first', () => {
    expect(choosePacks(packs, 2010)).toMatchObject({
      outline: { id: 'old' },
      outlineIsCurrent: false,
    });
  });

  it('takes an outline dropped in as a file for the years it names', () => {
    const later = parse(outline('later', 2026, 2030), checklist('later')).packs;
    expect(choosePacks([...packs, ...later], 2027)).toMatchObject({
      outline: { id: 'later' },
      outlineIsCurrent: true,
    });
  });

  it('takes the template asked for, and the first when it is gone', () => {
    expect(choosePacks(packs, 2024, 'own').template.id).toBe('own');
    expect(choosePacks(packs, 2024, 'gone').template.id).toBe('plain');
  });

  it('throws when there is nothing to choose from', () => {
    expect(() => choosePacks([], 2024)).toThrow('2024');
  });
});

describe('filling wording', () => {
  it('fills names it has a value for and leaves the others', () => {
    expect(fillWording('{unit}{year}年，{outline}', { unit: '青石镇', year: '2025' })).toBe(
      '青石镇2025年，{outline}',
    );
  });

  it('does not take values from an object’s prototype', () => {
    expect(fillWording('{constructor}', {})).toBe('{constructor}');
  });
});
