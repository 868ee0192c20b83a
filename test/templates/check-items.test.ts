import { describe, expect, it } from 'vitest';
import { foldForMatching } from '../../core/coverage/index.ts';
import { chooseUnit, fitChecklist } from '../../core/packs/index.ts';
import { answeringSentences, unrelatedSentences } from './answering-sentences.ts';
import { checklists, fillPhrase, outlines, ruleChecklists, shipped } from './shipped-packs.ts';

const nameOf = (id: string) => id.replace(/^(?:\d{4}-\d+|rule)-/u, '');
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

describe.each(cases)('%s', (id, item) => {
  const phrases = item.phrases.map(fillPhrase);
  const sentences = [...phrases, ...(answeringSentences[nameOf(id)] ?? [])];

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
  expect(Object.keys(answeringSentences).filter((name) => !names.has(name))).toEqual([]);
});
