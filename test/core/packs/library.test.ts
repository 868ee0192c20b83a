import { describe, expect, it } from 'vitest';
import { describePackFault } from '../../../core/api/index.ts';
import {
  choosePacks,
  fillOutlinePattern,
  fillWording,
  type Pack,
  packNotices,
  parsePacks,
} from '../../../core/packs/index.ts';

/** What every pack begins with besides its kind, id and title. */
const head = { format: 1, source: '测试', date: '2026-01-01' };

const outline = (id: string, from: number | null, to: number | null) => ({
  kind: 'outline',
  id,
  title: id,
  ...head,
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
  ...head,
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
  ...head,
  confidence: 'verified',
  titlePattern: '{unit}{year}年报告',
  titleVariants: [],
  addressees: [],
  preamble: [],
  parts: ['achievements', 'shortcomings', 'leadership', 'plan'].map(part),
  orders: [],
  recognition: ['achievements'],
  deadlines: [],
});
const rulesPack = (id: string) => ({
  kind: 'rules',
  id,
  title: id,
  ...head,
  confidence: 'unconfirmed',
  wordLists: [],
  cycles: [],
  pastWords: [],
  congresses: [],
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
    expect(faults).toMatchObject([
      { kind: 'not-json', name: 'cut.json' },
      { kind: 'not-a-pack', name: 'short.json', path: 'parts' },
    ]);
  });

  it('takes {outline} for a place in the patterns of a checklist only', () => {
    const cycles = [{ find: '{outline}', to: 2020, confidence: 'unconfirmed' }];
    expect(parse({ ...rulesPack('one'), cycles }).faults).toMatchObject([
      { path: 'cycles.0.find' },
    ]);
    const item = {
      id: 'title',
      question: '是否写对名称？',
      outlineItem: null,
      basis: '惯例',
      confidence: 'unconfirmed',
      parts: ['achievements'],
      topics: ['引言'],
      answered: ['{outline}'],
      touched: [],
      phrases: [],
      required: true,
    };
    expect(parse({ ...checklist('old'), items: [item] }).faults).toEqual([]);
  });

  it('names the pattern that is no regular expression', () => {
    const broken = { ...part('plan'), patterns: ['(下一步'] };
    const { faults } = parse({
      ...template('one'),
      parts: [part('achievements'), part('shortcomings'), part('leadership'), broken],
    });
    expect(faults).toMatchObject([
      { kind: 'not-a-pack', path: 'parts.3.patterns.0', misfit: 'pattern' },
    ]);
  });
});

describe('a pack fault', () => {
  const wordsFor = (json: string) =>
    parsePacks([{ name: 'own.json', json }])
      .faults.map(describePackFault)
      .join('');

  it.each([
    ['cut off', '{"kind":"template"'],
    ['nothing at all', ''],
    ['of no known kind', '{"kind":"song"}'],
    ['a list', '[]'],
    ['without a title', JSON.stringify({ ...template('one'), title: undefined })],
    ['with a number for a text', JSON.stringify({ ...template('one'), preamble: 3 })],
    ['too short', JSON.stringify({ ...template('one'), parts: [] })],
    ['with an id of its own kind', JSON.stringify({ ...template('one'), id: '新模板' })],
    [
      'with a broken pattern',
      JSON.stringify({
        ...rulesPack('one'),
        cycles: [{ find: '(', to: 1, confidence: 'verified' }],
      }),
    ],
  ])('%s is told in Chinese', (_, json) => {
    const words = wordsFor(json);
    expect(words).toMatch(/\p{Script=Han}{4}/u);
    // What remains in Latin letters are the names of the pieces in the file.
    expect(words.replace(/“[\w.]+”|（\w+）|\w+(?=（)|JSON/gu, '')).not.toMatch(/[A-Za-z]/u);
  });

  it('of a file that cannot be opened is told in Chinese', () => {
    expect(describePackFault({ kind: 'unreadable', name: 'own.json' })).toBe('文件打不开');
  });
});

describe('filling the outline’s title into a pattern', () => {
  const matches = (citation: string, text: string) =>
    new RegExp(fillOutlinePattern('{outline}', citation), 'u').test(text);

  it.each(['－', '—', '-', '–', '～', '~', '至', '——'])(
    'any mark between the years: %s',
    (mark) => {
      const citation = '法治政府建设实施纲要（2026－2030年）';
      expect(matches(citation, `《法治政府建设实施纲要（2026${mark}2030年）》`)).toBe(true);
      expect(matches(citation, `《法治政府建设实施纲要(2026年${mark}2030年)》`)).toBe(true);
      expect(matches(citation, `《法治政府建设实施纲要（2026${mark}2031年）》`)).toBe(false);
      expect(matches(citation, `《法治政府建设实施纲要（2026${mark}2030）》`)).toBe(false);
    },
  );
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

  it('asks an outline without a checklist with the latest one before it, and says so', () => {
    const later = parse(outline('later', 2026, 2030)).packs;
    expect(choosePacks([...packs, ...later], 2027)).toMatchObject({
      outline: { id: 'later' },
      outlineIsCurrent: true,
      checklist: { outline: 'new' },
      checklistIsOwn: false,
    });
    expect(choosePacks([...later, ...packs], 2024)).toMatchObject({
      outline: { id: 'new' },
      checklistIsOwn: true,
    });
  });

  it('takes the later of two outlines of the same years, and of two checklists', () => {
    const own = parse(outline('own', 2021, 2025), checklist('own'), {
      ...checklist('own'),
      id: 'better',
    }).packs;
    expect(choosePacks([...packs, ...own], 2024)).toMatchObject({
      outline: { id: 'own' },
      checklist: { id: 'better' },
    });
  });

  it('gives an outline earlier than every checklist the latest there is', () => {
    const earlier = parse(outline('earlier', 2005, 2014)).packs;
    expect(choosePacks([...packs, ...earlier], 2010)).toMatchObject({
      outline: { id: 'earlier' },
      checklist: { outline: 'new' },
      checklistIsOwn: false,
    });
  });

  it('says what a person who begins a report must know', () => {
    const codesOf = (year: number, added: readonly Pack[] = []) =>
      packNotices(choosePacks([...packs, ...added], year), year).map(({ code }) => code);
    expect(codesOf(2024)).toEqual([]);
    expect(codesOf(2027)).toEqual(['roll/outline-not-current']);
    const later = parse(outline('later', 2026, 2030)).packs;
    expect(codesOf(2027, later)).toEqual(['roll/checklist-not-own']);
  });

  it('gives every rules pack: they add up', () => {
    const rules = parse(rulesPack('one'), rulesPack('two')).packs;
    expect(choosePacks([...packs, ...rules], 2024).rules.map(({ id }) => id)).toEqual([
      'one',
      'two',
    ]);
  });

  it('takes the template asked for, and the first when it is gone', () => {
    expect(choosePacks(packs, 2024, { templateId: 'own' }).template.id).toBe('own');
    expect(choosePacks(packs, 2024, { templateId: 'gone' }).template.id).toBe('plain');
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
