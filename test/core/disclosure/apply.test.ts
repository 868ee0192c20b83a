import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyDecisions,
  type DisclosureDecision,
  type DisclosureHit,
  findDisclosures,
} from '../../../core/disclosure/index.ts';
import { listTexts } from '../../../core/disclosure/texts.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildTable,
  createCountingIds,
  listBlocks,
  type Report,
} from '../../../core/model/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const packs = shipped.packs.filter((pack) => pack.kind === 'disclosure');

/** Pieces of sentences: some must not be published, others are harmless or only look so. */
const piece = fc.constantFrom(
  '现有社区矫正对象20人',
  '34名精神病患者',
  '对吸毒人员落实稳控',
  '无漏管脱管',
  '电话13912345678',
  '身份证11010519491231002X',
  '村民赵大勇、钱二宝因排水发生纠纷',
  '河东村发生邻里纠纷2起',
  '东风有限公司因违法被处罚',
  '会议纪要〔2025〕第8号',
  '敏感时期加强值守',
  '应急物资储备库设在河东村',
  '镇党委书记李某某听取汇报',
  '败诉1件',
  '开展普法宣传12场',
  '一是',
  '（四）“',
  '》',
  '工作',
);
const mark = fc.constantFrom('，', '。', '、', '；', '和', '', '\n', '（');
const text = fc
  .array(fc.tuple(piece, mark), { minLength: 1, maxLength: 6 })
  .map((pairs) => pairs.flat().join(''));
const report: fc.Arbitrary<Report> = fc.array(text, { minLength: 3, maxLength: 4 }).map((texts) => {
  const createId = createCountingIds();
  const [heading = '', cell = '', ...others] = texts;
  return buildReport(2025, {
    title: '报告',
    parts: [
      buildPart(createId, 'achievements', '成效', {
        sections: [
          buildSection(createId, heading, [
            buildTable(createId, [['甲', cell]]),
            ...others.map((one) => buildParagraph(createId, one)),
          ]),
        ],
      }),
    ],
  });
});

const placeOf = ({ id, field }: { readonly id: string; readonly field: string }) =>
  `${id} ${field}`;
const textsOf = (one: Report) =>
  new Map(listTexts(one, []).map((placed) => [placeOf(placed), placed.text]));
const replaceWith = (words: string): DisclosureDecision => ({
  action: 'replace',
  text: words,
  reason: '',
});
const idsOf = (one: Report) => listBlocks(one).map(({ block }) => block.id);

/** The text with each of its hits replaced, put together piece by piece. */
function expected(whole: string, changes: readonly (readonly [DisclosureHit, string])[]): string {
  const ends = [0, ...changes.map(([hit]) => hit.end)];
  const starts = [...changes.map(([hit]) => hit.start), whole.length];
  return starts
    .map((start, at) => whole.slice(ends[at], start) + (changes[at]?.[1] ?? ''))
    .join('');
}

const plan = fc.record({
  report,
  picks: fc.array(fc.constantFrom('open', 'keep', 'replace', 'out'), {
    minLength: 30,
    maxLength: 30,
  }),
});
const runs = Number(process.env['NIANBAO_RUNS'] ?? 300);

describe('what is published', () => {
  test('is the draft letter for letter where nothing was decided, or it was kept', () => {
    fc.assert(
      fc.property(report, (draft) => {
        const hits = findDisclosures(draft, [], packs);
        const keep: DisclosureDecision = { action: 'keep', reason: '已公开' };
        const kept = Object.fromEntries(hits.map(({ key }) => [key, keep]));
        expect(applyDecisions(draft, hits, {})).toEqual(draft);
        expect(applyDecisions(draft, hits, kept)).toEqual(draft);
      }),
      { numRuns: runs },
    );
  });

  test('has the decided words at their places, and everything else as it was', () => {
    fc.assert(
      fc.property(plan, ({ report: draft, picks }) => {
        const hits = findDisclosures(draft, [], packs);
        expect(new Set(hits.map(({ key }) => key)).size).toBe(hits.length);
        const chosen = hits.map((hit, at) => {
          const best = hit.proposals[0] ?? '略';
          return { hit, pick: picks[at % picks.length] ?? 'open', best };
        });
        const decisions = Object.fromEntries(
          chosen.flatMap(({ hit, pick, best }): [string, DisclosureDecision][] => {
            if (pick === 'open') return [];
            if (pick === 'keep') return [[hit.key, { action: 'keep', reason: '已公开' }]];
            return [[hit.key, replaceWith(pick === 'out' ? '' : best)]];
          }),
        );
        const published = applyDecisions(draft, hits, decisions);
        expect(idsOf(published)).toEqual(idsOf(draft));
        const after = textsOf(published);
        for (const [place, before] of textsOf(draft)) {
          const changes = chosen
            .filter(
              ({ hit, pick }) =>
                placeOf(hit.target) === place && (pick === 'replace' || pick === 'out'),
            )
            .map(({ hit, pick, best }) => [hit, pick === 'out' ? '' : best] as const);
          const whole = expected(before, changes);
          expect(after.get(place) ?? '').toBe(whole.trim() === '' ? '' : whole);
        }
      }),
      { numRuns: runs },
    );
  });

  test('holds nothing that blocks once the best proposals stand there', () => {
    fc.assert(
      fc.property(report, (draft) => {
        const hits = findDisclosures(draft, [], packs);
        const blocking = hits.filter(({ severity }) => severity === 'block');
        const decisions = Object.fromEntries(
          blocking.map(({ key, proposals: [best = '略'] }) => [key, replaceWith(best)]),
        );
        const published = applyDecisions(draft, hits, decisions);
        const again = findDisclosures(published, [], packs);
        expect(again.filter(({ severity }) => severity === 'block')).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

describe('a decision', () => {
  const ofText = (words: string) =>
    buildReport(2025, { preamble: [{ type: 'paragraph', id: 'p', source: null, text: words }] });

  test('whose words are not there any more does nothing', () => {
    const before = ofText('现有社区矫正对象20人。');
    const hits = findDisclosures(before, [], packs);
    const decisions = Object.fromEntries(hits.map(({ key }) => [key, replaceWith('略')]));
    for (const words of ['', '现有', '另外写的话，比原来的长一些，没有那些词。']) {
      const after = ofText(words);
      expect(applyDecisions(after, hits, decisions)).toEqual(after);
    }
  });

  test('of a name that every object has is none', () => {
    const draft = ofText('现有社区矫正对象20人。');
    const hits = findDisclosures(draft, [], packs).map((hit) => ({ ...hit, key: 'constructor' }));
    expect(applyDecisions(draft, hits, {})).toEqual(draft);
  });
});
