import { expect, test } from 'vitest';
import { choosePacks } from '../../../core/packs/index.ts';
import { createAnalysis, type WarmUp } from '../../../renderer/features/workspace/analyse.ts';
import { somePlaces } from '../../core/places/some-places.ts';
import { buildDraft } from '../../core/proofread/draft-report.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const packs = choosePacks(shipped.packs, 2025);
const report = buildDraft({ signedDate: '2026-02-10', text: ['建立排查台帐。'] });
const request = { ticket: 7, report, answers: {}, confirmed: [], outcomes: {} };

function look(deadlines?: Readonly<Record<string, string>>) {
  const hear = createAnalysis();
  hear({ kind: 'context', context: { packs, ...(deadlines && { deadlines }) } });
  const analysis = hear({ kind: 'draft', request });
  if (!analysis) throw new Error('no answer');
  return analysis;
}

test('the page is looked through with the packs’ words and questions', () => {
  const { ticket, items, findings, pages } = look();
  expect(ticket).toBe(7);
  expect(items.length).toBeGreaterThan(50);
  expect(findings.map(({ rule, suggestion }) => [rule, suggestion])).toEqual([
    ['confused-words', '建立排查台账。'],
  ]);
  expect(pages).toBeGreaterThan(0);
});

test('the county’s own deadline stands for the template’s', () => {
  expect(look({ submit: '01-31' }).findings.map(({ rule }) => rule)).toContain('signed-date');
});

test('without being told what to compare with it has no answer', () => {
  expect(createAnalysis()({ kind: 'draft', request })).toBeNull();
});

test('a draft that was rolled forward has its shares, one begun blank has none', () => {
  const hear = createAnalysis();
  const lastYear = { base: report, rolled: report };
  hear({ kind: 'context', context: { packs, lastYear } });
  expect(hear({ kind: 'draft', request })?.shares?.whole.new).toBeGreaterThan(0);
  expect(look().shares).toBeNull();
  expect(look().stale).toEqual([]);
});

test('names of other places are found in a draft begun blank, once the list has come', () => {
  const copied = buildDraft({ text: ['经石泉县司法局指导，办结案件。'] });
  const ask = { kind: 'draft', request: { ...request, report: copied } } as const;
  const hear = createAnalysis();
  hear({ kind: 'context', context: { packs, chain: ['东江省', '临海市', '云岭县', '青石镇'] } });
  expect(hear(ask)?.findings).toEqual([]);
  hear({ kind: 'places', places: somePlaces });
  expect(hear(ask)?.findings.map(({ text }) => text)).toEqual(['石泉县']);
});

test('what was looked through while nothing was asked changes no answer', () => {
  const context = { packs, lastYear: { base: report, rolled: report } };
  const ask = { kind: 'draft', request } as const;
  const cold = createAnalysis();
  cold({ kind: 'context', context });
  const waiting: WarmUp[] = [];
  const warm = createAnalysis((warmUp) => waiting.push(warmUp));
  warm({ kind: 'context', context });
  warm({ kind: 'places', places: somePlaces });
  cold({ kind: 'places', places: somePlaces });
  const [superseded, latest] = waiting;
  expect(superseded?.()).toBe(false);
  let bits = 0;
  for (let isLeft = latest?.(); isLeft; isLeft = latest?.()) bits += 1;
  expect(bits).toBeGreaterThan(1);
  expect(warm(ask)).toEqual(cold(ask));
});

test('a draft that comes ends what is done until then', () => {
  let warmUp: WarmUp = () => false;
  const hear = createAnalysis((one) => {
    warmUp = one;
  });
  hear({ kind: 'context', context: { packs } });
  expect(warmUp()).toBe(true);
  hear({ kind: 'draft', request });
  expect(warmUp()).toBe(false);
});
