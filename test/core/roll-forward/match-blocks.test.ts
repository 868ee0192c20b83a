import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  blockText,
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
  listBlocks,
  type Report,
} from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { linkToBase, matchBlocks, rollForward } from '../../../core/roll-forward/index.ts';
import { anyReport } from '../../support/report-arbitraries.ts';
import { buildLongReport, buildVariedReport } from '../../support/sample-reports.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const roll = (base: Report) =>
  rollForward(base, {
    toYear: base.year + 1,
    baseId: 'base',
    createId: createCountingIds('r'),
    packs: choosePacks(shipped.packs, base.year + 1),
  }).report;

function withTexts(texts: readonly string[], prefix: string): Report {
  const createId = createCountingIds(prefix);
  const blocks = texts.map((text) => buildParagraph(createId, text));
  const sections = [buildSection(createId, '强化组织保障', blocks)];
  return buildReport(2025, {
    parts: [buildPart(createId, 'achievements', '主要举措和成效', { sections })],
  });
}

/** What each text of one report is taken to have come from, as texts. */
function matchTexts(texts: readonly string[], sources: readonly string[]) {
  const [report, base] = [withTexts(texts, 'd'), withTexts(sources, 's')];
  const known = new Map(listBlocks(base).map(({ block }) => [block.id, blockText(block)]));
  const found = matchBlocks(report, base);
  return listBlocks(report).map(({ block }) => known.get(found.get(block.id) ?? '') ?? null);
}

const law = '镇综合行政执法队全年办理行政处罚案件62件，其中简易程序55件，普通程序7件，无一被撤销。';
const study = '党政班子组织专题学法6次，邀请法律顾问授课，参训干部120人次。';
const mediation = '各村人民调解委员会化解矛盾纠纷213件，调解成功率达到百分之九十八。';

describe('a rolled report matches itself', () => {
  const shuffle = (report: Report, seed: number): Report => ({
    ...report,
    parts: report.parts.map((part) => ({
      ...part,
      sections: part.sections.toSorted(
        (a, b) => ((seed * Number(a.id.slice(1))) % 7) - ((seed * Number(b.id.slice(1))) % 7),
      ),
    })),
  });

  test('block by block', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const found = matchBlocks(report, report);
        expect([...found].filter(([id, source]) => id !== source)).toEqual([]);
      }),
    );
  });

  test('after its sections changed places too, but for blocks that are the same', () => {
    fc.assert(
      fc.property(anyReport, fc.nat({ max: 1000 }), (report, seed) => {
        const texts = new Map(listBlocks(report).map(({ block }) => [block.id, blockText(block)]));
        const found = matchBlocks(shuffle(report, seed), report);
        for (const [id, source] of found) expect(texts.get(source ?? '')).toBe(texts.get(id));
      }),
    );
  });

  test.each([
    ['varied', buildVariedReport()],
    ['long', buildLongReport(20_000)],
  ])('the %s sample, a year later, with its sections in the opposite order', (_, base) => {
    const rolled = roll(base);
    const turned: Report = {
      ...rolled,
      parts: rolled.parts.map((part) => ({ ...part, sections: part.sections.toReversed() })),
    };
    const sameText = new Map(listBlocks(base).map(({ block }) => [block.id, blockText(block)]));
    const found = matchBlocks(turned, base);
    const wrong = listBlocks(turned).filter(
      ({ block }) =>
        sameText.get(found.get(block.id) ?? '') !== sameText.get(block.source?.blockId ?? ''),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a block that was worked on', () => {
  test('with other figures and some words more is still its source’s', () => {
    const now = `${law.replace('62', '71').replace('55', '60')}执法文书制作更加规范。`;
    expect(matchTexts([study.replace('6次', '8次'), now], [law, study])).toEqual([study, law]);
  });

  test('of which nothing is left came from nowhere', () => {
    const fresh = '开展涉企检查扫码入企，压减检查频次，企业满意度明显提高。';
    expect(matchTexts([fresh, law], [study, law])).toEqual([null, law]);
    expect(matchTexts(['', '无', '新写'], [study, law])).toEqual([null, null, null]);
  });

  test('and split in two: both halves are its', () => {
    const [first, second] = [law.slice(0, 20), law.slice(20)];
    expect(matchTexts([first, second, study], [study, law])).toEqual([law, law, study]);
  });

  test('takes its source before another block that is only like it', () => {
    const like = `${mediation.replace('213', '180')}另有一句新写的话放在后面。`;
    expect(matchTexts([like, mediation], [mediation, like])).toEqual([like, mediation]);
    expect(matchTexts([like, mediation], [study, mediation])[1]).toBe(mediation);
  });
});

test('equal paragraphs go to those under the same heading', () => {
  const build = (prefix: string, headings: readonly string[]) => {
    const createId = createCountingIds(prefix);
    const sections = headings.map((heading) =>
      buildSection(createId, heading, [buildParagraph(createId, '按要求落实到位。')]),
    );
    return buildReport(2025, { parts: [buildPart(createId, 'plan', '安排', { sections })] });
  };
  const base = build('s', ['学法', '执法', '普法']);
  const report = build('d', ['普法', '学法', '执法']);
  const found = matchBlocks(report, base);
  const homes = new Map(
    base.parts[0]?.sections.flatMap(({ heading, blocks }) => blocks.map(({ id }) => [id, heading])),
  );
  const told = report.parts[0]?.sections.flatMap(({ blocks }) =>
    blocks.map((block: Block) => homes.get(found.get(block.id) ?? '')),
  );
  expect(told).toEqual(['普法', '学法', '执法']);
});

test('linking gives parts, sections and blocks of a foreign report the sources of a rolled one', () => {
  const base = buildVariedReport();
  const rolled = roll(base);
  const strip = <Item extends { readonly source: unknown }>(item: Item) => ({
    ...item,
    source: null,
  });
  const foreign: Report = {
    ...rolled,
    preamble: rolled.preamble.map(strip),
    parts: rolled.parts.map((part) => ({
      ...strip(part),
      blocks: part.blocks.map(strip),
      sections: part.sections.map((section) => ({
        ...strip(section),
        blocks: section.blocks.map(strip),
      })),
    })),
  };
  expect(linkToBase(foreign, rolled)).toEqual(rolled);
});
