import { describe, expect, it } from 'vitest';
import { choosePacks } from '../../core/packs/index.ts';
import { checklists, ruleChecklists, shipped } from './shipped-packs.ts';

const allItems = [...checklists, ...ruleChecklists].flatMap(({ items }) => items);
const outside = (phrase: string) => phrase.replace(/〔[^〕]*〕/gu, '〔〕');

function askedOf(issuer: string, year: number) {
  const { checklist, departments } = choosePacks(shipped.packs, year, { issuers: [issuer] });
  return { items: checklist.items, departments };
}

function idsOf(issuer: string, year: number): readonly string[] {
  return askedOf(issuer, year).items.map(({ id }) => id);
}

/** Everything a writer of this kind of unit is shown, in its own words. */
function wordsShown(issuer: string): readonly string[] {
  return [2019, 2022, 2025, 2026].flatMap((year) =>
    askedOf(issuer, year).items.flatMap((item) => {
      const { id, question, why, ask = '', phrases, reasons, evidence } = item;
      return [question, why, ask, ...phrases, ...reasons, ...evidence].map(
        (words) => `${id}: ${words}`,
      );
    }),
  );
}

describe('a kind of unit is spoken to in its own words', () => {
  const cases = [
    ['云岭县水利局', /[镇乡村]|街道|司法所|便民服务中心|执法队/u],
    ['枫林街道办事处', /[镇乡](?!村建设)|人民代表大会/u],
    ['青石镇人民政府', /街道|乡政府|乡长|办事处|党工委/u],
    ['白沙乡人民政府', /街道|镇政府|镇长|办事处|党工委/u],
  ] as const;

  it.each(cases)('%s reads nothing of other kinds of units', (issuer, foreign) => {
    const wrong = wordsShown(issuer).filter((words) => foreign.test(words));
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('leaves no place unfilled', () => {
    const open = cases.flatMap(([issuer]) => wordsShown(issuer)).filter((one) => /[{}]/u.test(one));
    expect([...new Set(open)]).toEqual([]);
  });

  it('asks the offices that this kind of unit has', () => {
    const namesOf = (issuer: string) => askedOf(issuer, 2025).departments.map(({ name }) => name);
    expect(namesOf('云岭县水利局')).toEqual(expect.arrayContaining(['办公室', '法制机构']));
    expect(namesOf('云岭县水利局').join()).not.toMatch(/[镇乡村]|街道|司法所|人大/u);
    expect(namesOf('枫林街道办事处')).toEqual(expect.arrayContaining(['党政办公室', '人大工委']));
    expect(namesOf('青石镇人民政府')).toEqual(expect.arrayContaining(['司法所', '人大办公室']));
  });

  it.each(['云岭县水利局', '枫林街道办事处', '白沙乡人民政府'])(
    '%s can answer all it is asked',
    (issuer) => {
      for (const year of [2019, 2022, 2025, 2026]) {
        const { items, departments } = askedOf(issuer, year);
        const known = new Set(departments.map(({ id }) => id));
        const nobody = items.filter((item) => !item.departments.some((id) => known.has(id)));
        expect(nobody.map(({ id }) => id)).toEqual([]);
      }
    },
  );
});

describe('what only some kinds of units have to do', () => {
  const ofTownships = ['2021-21-ownership', '2021-24-congress'];

  it.each(ofTownships)('%s is asked of no subdistrict', (id) => {
    expect(idsOf('枫林街道办事处', 2025)).not.toContain(id);
    expect(idsOf('青石镇人民政府', 2025)).toContain(id);
    expect(idsOf('白沙乡人民政府', 2025)).toContain(id);
  });

  it('asks a department for no full review of township decisions', () => {
    expect(idsOf('云岭县水利局', 2025)).not.toContain('rule-full-review');
    expect(idsOf('枫林街道办事处', 2025)).toContain('rule-full-review');
  });
});

describe('what was not yet so in a year', () => {
  it('asks for lists of duties from 2024 on, and once', () => {
    const asked = (issuer: string, year: number) =>
      idsOf(issuer, year).filter((id) =>
        ['2021-4-duties', '2021-4-powers-list', 'rule-duty-list'].includes(id),
      );
    expect(asked('青石镇人民政府', 2023)).toEqual(['2021-4-duties']);
    expect(asked('青石镇人民政府', 2024)).toEqual(['rule-duty-list']);
    expect(asked('云岭县水利局', 2023)).toEqual(['2021-4-duties']);
    expect(asked('云岭县水利局', 2024)).toEqual(['2021-4-powers-list']);
    const words = askedOf('青石镇人民政府', 2023).items.map((item) => JSON.stringify(item.phrases));
    expect(words.filter((one) => /履职事项|基本履职|扫码/u.test(one))).toEqual([]);
  });

  it('asks by the rule of 2019 for no report before it', () => {
    const before = askedOf('青石镇人民政府', 2018).items;
    expect(
      before.filter(
        ({ basis }) => basis.includes('督察工作规定第') && !basis.includes('第一责任人规定'),
      ),
    ).toEqual([]);
    expect(idsOf('青石镇人民政府', 2019)).toContain('rule-shortcomings');
    expect(idsOf('青石镇人民政府', 2019)).not.toContain('rule-submitted');
    expect(idsOf('青石镇人民政府', 2020)).toContain('rule-submitted');
  });

  it('stops asking who has studied a new law about two years after it came', () => {
    const endless = allItems.filter(
      ({ question, years }) => /学习.*法/u.test(question) && years && years.to === null,
    );
    expect(endless.map(({ id }) => id)).toEqual([]);
  });
});

it('is no surer of a deadline than the template that counts by it', () => {
  const surest = allItems.filter(({ question }) => question.includes('3月1日'));
  expect(surest.map(({ confidence }) => confidence)).toEqual(['secondary']);
});

it('claims nothing that nobody gave beside a place to fill', () => {
  const claims = /没有|未发生|未出现|[，、；。]均|全部|全额|一律|无一|零投诉|零发生|已整改(?!〔)/u;
  const wrong = allItems.flatMap(({ id, phrases }) =>
    phrases
      .filter((phrase) => phrase.includes('〔') && claims.test(outside(phrase)))
      .map((phrase) => `${id}: ${phrase}`),
  );
  expect(wrong).toEqual([]);
});

it('gives one figure one id: names and ids are one to one', () => {
  const figures = [
    ...new Set(allItems.flatMap((item) => item.figures.map(({ id, name }) => `${name}=${id}`))),
  ];
  const twice = (at: 0 | 1) => {
    const keys = figures.map((one) => one.split('=')[at]);
    return keys.filter((key, index) => keys.indexOf(key) !== index);
  };
  expect(twice(0)).toEqual([]);
  expect(twice(1)).toEqual([]);
});

it('asks an office in words of its own for what every report must answer', () => {
  const silent = allItems.filter(
    ({ required, departments, ask }) => required && departments.length > 0 && ask === undefined,
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
  const graded = allItems.filter(({ ask = '' }) => /是否|写明|写对/u.test(ask));
  expect(graded.map(({ id }) => id)).toEqual([]);
});

it('takes the answer to a prosecutor for no voice of the public', () => {
  const item = allItems.find(({ id }) => id === '2021-11-public');
  const hears = (text: string) =>
    item?.answered.some((pattern) => new RegExp(pattern, 'u').test(text));
  expect(hears('收到检察建议1件,已按期回复。')).toBe(false);
  expect(hears('收到检察建议1件，已按期回复。')).toBe(false);
  expect(hears('收到司法建议2件')).toBe(false);
  expect(hears('收到群众建议12条')).toBe(true);
});
