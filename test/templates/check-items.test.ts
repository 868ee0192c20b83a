import { describe, expect, it } from 'vitest';
import { foldForMatching } from '../../core/coverage/index.ts';
import { chooseUnit, fitChecklist } from '../../core/packs/index.ts';
import type { ItemSentences } from './answering/item-sentences.ts';
import {
  answeredNames,
  answeringSentencesOf,
  itemSentences,
  nameOf,
  unrelatedSentences,
} from './answering-sentences.ts';
import { checklists, fillPhrase, outlines, ruleChecklists, shipped } from './shipped-packs.ts';

const unit = chooseUnit(
  shipped.packs.filter((pack) => pack.kind === 'units'),
  ['青石镇人民政府'],
);
const cases = [...checklists, ...ruleChecklists].flatMap((checklist) => {
  const outline = outlines.find(({ id }) => id === checklist.outline) ?? outlines.at(-1);
  if (!outline) throw new Error(`no outline for ${checklist.id}`);
  const fitted = fitChecklist(checklist, { outline, isCurrent: true, unit });
  return fitted.items.map((item) => [item.id, item] as const);
});
const matches = (pattern: string, sentence: string) =>
  new RegExp(pattern, 'u').test(foldForMatching(sentence));

const noSentences: ItemSentences = { answering: [], touching: [], unrelated: [] };

describe.each(cases)('%s', (id, item) => {
  const phrases = item.phrases.map(fillPhrase);
  const { answering, touching, unrelated } = itemSentences[id] ?? noSentences;
  const sentences = [...phrases, ...answering, ...answeringSentencesOf(id)];
  const answers = (text: string) => item.answered.some((pattern) => matches(pattern, text));
  const touches = (text: string) => item.touched.some((pattern) => matches(pattern, text));

  it('is answered by each of its phrases once the places are filled', () => {
    expect(phrases.length).toBeGreaterThan(0);
    for (const phrase of phrases) {
      expect(item.answered.filter((pattern) => matches(pattern, phrase))).not.toEqual([]);
    }
  });

  it('has no pattern that answers to nothing', () => {
    const idle = item.answered.filter((one) => !sentences.some((text) => matches(one, text)));
    expect(idle).toEqual([]);
  });

  it('is answered however a clerk puts it', () => {
    expect(answering.filter((text) => !answers(text))).toEqual([]);
  });

  it('is touched, not answered, by a sentence that gives no fact', () => {
    expect(touching.filter((text) => answers(text) || !touches(text))).toEqual([]);
  });

  it('is not answered by a sentence that only looks like an answer', () => {
    expect(unrelated.filter(answers)).toEqual([]);
  });

  it('is not answered or touched by an unrelated sentence', () => {
    for (const pattern of [...item.answered, ...item.touched]) {
      expect(unrelatedSentences.filter((text) => matches(pattern, text))).toEqual([]);
    }
  });

  it('has no pattern of unbounded length, so that no text can stall it', () => {
    for (const pattern of [...item.answered, ...item.touched]) {
      const bare = pattern.replace(/\\./gu, '').replace(/\[[^\]]*\]/gu, 'x');
      expect(bare).not.toMatch(/[*+]|\{\d+,\}/u);
    }
  });

  it('asks one question and names its topics', () => {
    expect(item.question).toMatch(/[？。]$/u);
    expect(item.question.length).toBeLessThanOrEqual(60);
    expect(item.topics.length).toBeGreaterThan(0);
  });
});

it('has no answering sentences of a question that is gone', () => {
  const names = new Set(cases.map(([id]) => nameOf(id)));
  expect(answeredNames.filter((name) => !names.has(name))).toEqual([]);
  const ids = new Set(cases.map(([id]) => id));
  expect(Object.keys(itemSentences).filter((id) => !ids.has(id))).toEqual([]);
});
