import { describe, expect, it } from 'vitest';
import { foldForMatching } from '../../core/coverage/index.ts';
import { chooseUnit, fitChecklist } from '../../core/packs/index.ts';
import { sameQuestions } from './answering/chapters-2015.ts';
import { emptySentences } from './answering/empty-sentences.ts';
import { itemSentences } from './answering-sentences.ts';
import { checklists, outlines, ruleChecklists, shipped } from './shipped-packs.ts';

const unitsPacks = shipped.packs.filter((pack) => pack.kind === 'units');
const unit = chooseUnit(unitsPacks, ['青石镇人民政府']);
const departments = new Set(unitsPacks.flatMap((pack) => pack.departments.map(({ id }) => id)));
const sets = checklists.flatMap((checklist) => {
  const outline = outlines.find(({ id }) => id === checklist.outline);
  return outline ? [{ checklist, outline }] : [];
});
const latest = sets.at(-1);
if (!latest) throw new Error('no checklist goes with an outline');
const items = [...sets, ...ruleChecklists.map((checklist) => ({ ...latest, checklist }))].flatMap(
  ({ checklist, outline }) => fitChecklist(checklist, { outline, isCurrent: true, unit }).items,
);
const cases = items.map((item) => [item.id, item] as const);

/** Words that praise and tell nothing. */
const slogans =
  /扎实推进|全力打造|奋力|谱写|新篇章|保驾护航|添砖加瓦|走深走实|落地生根|见行见效|凝心聚力|踔厉奋发|取得显著成效|再上新台阶|高度重视/u;

const ruleItems = ruleChecklists.flatMap((pack) => pack.items);
const townshipItems = sets.flatMap(({ checklist, outline }) =>
  outline.chapters
    .flatMap((chapter) => chapter.items)
    .filter(({ level }) => level !== 'county')
    .map((item) => [`${item.id} ${item.title}`, item.id, checklist] as const),
);

it('asks by the outlines of 2015–2020 and of 2021–2025', () => {
  expect(sets.map(({ outline }) => outline.id)).toEqual(['outline-2015-2020', 'outline-2021-2025']);
});

it.each(townshipItems)('%s has two to five questions, counting those of rules', (_, id, pack) => {
  const own = pack.items.filter(({ outlineItem }) => outlineItem === id);
  const ofRules = ruleItems.filter(({ under }) => under.includes(id));
  expect(own.length + ofRules.length).toBeGreaterThanOrEqual(2);
  expect(own.length).toBeLessThanOrEqual(5);
});

const earlier = townshipItems.filter(([, id]) => id.startsWith('2015-'));

it.each(earlier)('%s requires two answers at most', (_, id, pack) => {
  const required = pack.items.filter((item) => item.required && item.outlineItem === id);
  expect(required.length).toBeLessThanOrEqual(2);
});

describe.each(cases)('%s', (id, item) => {
  it('says why it is asked, what shows it, whom to ask and how it is written', () => {
    expect(item.why).toMatch(/^[^？！\n]{10,80}。$/u);
    expect(item.basis).not.toBe('');
    expect(item.evidence.length).toBeGreaterThan(0);
    expect(item.phrases.length).toBeGreaterThan(0);
    expect(item.topics.length).toBeGreaterThan(0);
    expect(item.answered.length).toBeGreaterThan(0);
    expect(item.departments.length).toBeGreaterThan(0);
    expect(item.departments.filter((department) => !departments.has(department))).toEqual([]);
  });

  it('asks one thing, in words of the unit', () => {
    expect(item.question).toMatch(/^[^？]{6,59}？$/u);
    const worded = [item.question, item.why, ...item.phrases, ...item.evidence, ...item.reasons];
    expect(worded.filter((words) => /[{}]/u.test(words))).toEqual([]);
  });

  it('names each numeric blank of its sentences after a figure of its own', () => {
    const blanks = item.phrases.flatMap((phrase) =>
      [...phrase.matchAll(/〔([^〕]*[数率额])〕/gu)].map(([, label]) => label ?? ''),
    );
    const names = item.figures.map(({ name }) => name);
    expect(blanks.filter((blank) => !names.includes(blank))).toEqual([]);
    expect(names.filter((name) => !blanks.includes(name))).toEqual([]);
  });

  it('suggests no slogans', () => {
    expect(item.phrases.filter((phrase) => slogans.test(phrase))).toEqual([]);
  });

  const sentences = itemSentences[id];
  const matchedBy = (patterns: readonly string[], sentence: string) =>
    patterns.some((pattern) => new RegExp(pattern, 'u').test(foldForMatching(sentence)));

  it('is answered by each answering sentence, however it is put', () => {
    expect(sentences?.answering.length).toBeGreaterThanOrEqual(4);
    const missed = (sentences?.answering ?? []).filter((one) => !matchedBy(item.answered, one));
    expect(missed).toEqual([]);
  });

  it('is touched, not answered, by each touching sentence', () => {
    expect(sentences?.touching.length).toBeGreaterThanOrEqual(2);
    const wrong = (sentences?.touching ?? []).filter(
      (one) => matchedBy(item.answered, one) || !matchedBy(item.touched, one),
    );
    expect(wrong).toEqual([]);
  });

  it('is not answered by what only looks like an answer', () => {
    expect(sentences?.unrelated.length).toBeGreaterThanOrEqual(2);
    const wrong = (sentences?.unrelated ?? []).filter((one) => matchedBy(item.answered, one));
    expect(wrong).toEqual([]);
  });
});

it('gives one figure one name and one unit wherever it stands', () => {
  const known = new Map<string, string>();
  const clashes = [...checklists, ...ruleChecklists]
    .flatMap((pack) => pack.items)
    .flatMap(({ figures }) => figures)
    .filter(({ id, name, unit: counted }) => {
      const before = known.get(id);
      known.set(id, `${name} ${counted}`);
      return before !== undefined && before !== `${name} ${counted}`;
    });
  expect(clashes).toEqual([]);
});

it.each(Object.entries(sameQuestions))('%s hears all that %s hears', (id, later) => {
  const patternsOf = (wanted: string) =>
    checklists.flatMap((pack) => pack.items).find((item) => item.id === wanted)?.answered ?? [];
  const heard = patternsOf(id);
  expect(heard.length).toBeGreaterThan(0);
  expect(patternsOf(later).filter((pattern) => !heard.includes(pattern))).toEqual([]);
});

it('has sentences for no question that is gone', () => {
  const ids = new Set(items.map(({ id }) => id));
  expect(Object.keys(itemSentences).filter((id) => !ids.has(id))).toEqual([]);
});

// Measure 8 of 2015–2020 asks for the care of the environment, which is no fact elsewhere.
const toldAsDone = items.filter(
  ({ parts, outlineItem }) =>
    (parts[0] === 'achievements' || parts[0] === 'leadership') && outlineItem !== '2015-8',
);

it.each(emptySentences)('“%s” answers no question on what was done', (sentence) => {
  const folded = foldForMatching(sentence);
  const answered = toldAsDone.filter((item) =>
    item.answered.some((pattern) => new RegExp(pattern, 'u').test(folded)),
  );
  expect(answered.map(({ id }) => id)).toEqual([]);
});
