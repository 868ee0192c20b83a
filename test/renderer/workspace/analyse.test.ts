import { expect, test } from 'vitest';
import { choosePacks } from '../../../core/packs/index.ts';
import { analyse } from '../../../renderer/features/workspace/analyse.ts';
import { buildDraft } from '../../core/proofread/draft-report.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const look = (deadlines?: Readonly<Record<string, string>>) =>
  analyse({
    ticket: 7,
    report: buildDraft({ signedDate: '2026-02-10', text: ['建立排查台帐。'] }),
    answers: {},
    packs: choosePacks(shipped.packs, 2025),
    ...(deadlines && { deadlines }),
  });

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
