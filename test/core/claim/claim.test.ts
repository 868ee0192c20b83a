import { describe, expect, test } from 'vitest';
import {
  type Claim,
  discardLines,
  findImpliedHeading,
  headingFromSource,
  mergeLines,
  moveLines,
  openClaim,
  raiseLines,
  rawWords,
  restoreLines,
  setRole,
  setRunIn,
  setWords,
  splitLine,
  toReport,
  wordsOf,
} from '../../../core/claim/index.ts';
import { buildParagraph, buildReport, createCountingIds } from '../../../core/model/index.ts';
import { plainParagraph } from '../../../core/segment/index.ts';
import { openLines, wording } from './arbitrary-claims.ts';

const lines = [
  '首页 > 政务公开 > 法治政府建设',
  '青石镇2025年法治政府建设年度报告',
  '云岭县人民政府：',
  '现将有关情况报告如下。',
  '一、主要举措和成效',
  '（一）强化组织保障。全年组织专题学法6次。',
  '（二）提升执法水平',
  '持证人员18名，办理案件62件。',
  '二、存在的不足和原因',
  '专业人员少。',
  '三、第一责任人履职情况',
  '镇党委书记、镇长带头履行职责。',
  '四、下一年度主要安排',
  '（一）充实执法力量。年内招录2名。',
  '青石镇人民政府',
  '2026年1月20日',
];
const claim = openLines(lines);
const idOf = (words: string, of: Claim = claim) => {
  const found = of.lines.find((line) => wordsOf(line).startsWith(words));
  if (!found) throw new Error(`no line ${words}`);
  return found.id;
};
const only = (words: string, of: Claim = claim) => new Set([idOf(words, of)]);
const lineOf = (words: string, of: Claim = claim) =>
  of.lines.find((line) => wordsOf(line).startsWith(words));

/** A reading that took every paragraph for the preamble. */
function openAsText(texts: readonly string[]): Claim {
  const createId = createCountingIds();
  const report = buildReport(2025, {
    preamble: texts.map((text) => buildParagraph(createId, text)),
  });
  const source = texts.map((text, line) => plainParagraph(line, text));
  return openClaim({ report, discarded: [], decisions: [], source }, wording);
}

describe('opening', () => {
  test('numbers and closing marks come back from the source', () => {
    expect(lineOf('强化组织保障')).toMatchObject({ label: '（一）', ending: '。', runIn: true });
    expect(lineOf('云岭县人民政府')).toMatchObject({ role: 'addressee', ending: '：' });
  });

  test('a heading stands for its number and mark too, its text for the rest of the line', () => {
    expect(lineOf('强化组织保障')?.spans).toEqual([{ block: 5, start: 0, end: 10 }]);
    expect(lineOf('全年组织')?.spans).toEqual([{ block: 5, start: 10, end: lines[5]?.length }]);
  });

  test('what was left out stands at its place', () => {
    expect(claim.lines[0]).toMatchObject({ role: 'discarded', text: lines[0] });
  });

  test('a title and a signature on several lines stand each at its own', () => {
    const opened = openLines([
      '首页 > 政务公开',
      '中共青石镇委员会',
      '青石镇人民政府',
      '关于2025年法治政府建设情况的',
      '报告',
      ...lines.slice(2, -2),
      '中共青石镇委员会',
      '青石镇人民政府',
      '2026年1月20日',
    ]);
    const places = (role: string) =>
      opened.lines.filter((line) => line.role === role).map(({ spans }) => spans[0]?.block);
    expect(places('title')).toEqual([3, 4]);
    expect(places('signature')).toEqual([17, 18]);
    expect(places('date')).toEqual([19]);
  });

  test('the same words twice are tied to the first place and then to the second', () => {
    const twice = openLines(['一、主要举措和成效', '持续推进。', '二、存在的不足', '持续推进。']);
    const blocks = twice.lines
      .filter(({ text }) => text === '持续推进。')
      .map(({ spans }) => spans[0]?.block);
    expect(blocks).toEqual([1, 3]);
  });

  test('words broken over several lines stand for all of them', () => {
    const [first, second] = ['镇综合行政执法队全年', '办理行政处罚案件六十二件。'];
    const createId = createCountingIds();
    const report = buildReport(2025, { preamble: [buildParagraph(createId, first + second)] });
    const source = [plainParagraph(0, first), plainParagraph(1, second)];
    const opened = openClaim({ report, discarded: [], decisions: [], source }, wording);
    expect(opened.lines[1]?.spans).toEqual([
      { block: 0, start: 0, end: first.length },
      { block: 1, start: 0, end: second.length },
    ]);
  });

  test('width and blanks do not keep words apart', () => {
    const createId = createCountingIds();
    const report = buildReport(2025, {
      preamble: [buildParagraph(createId, '强化（组织）保障。')],
    });
    const source = [plainParagraph(0, '强 化(组织) 保障。')];
    const opened = openClaim({ report, discarded: [], decisions: [], source }, wording);
    expect(opened.lines[1]?.spans).toEqual([{ block: 0, start: 0, end: 11 }]);
  });
});

describe('levels', () => {
  test('a numbered paragraph becomes a heading with its text behind it', () => {
    const raw = openAsText(['一、主要举措和成效', '（三）推进公开。主动公开信息86条。']);
    const raised = raiseLines(raw, new Set(raw.lines.map(({ id }) => id)));
    const [part] = toReport(raised).parts;
    expect(part).toMatchObject({ kind: 'achievements', heading: '主要举措和成效' });
    expect(part?.sections[0]).toMatchObject({ heading: '推进公开', runIn: true });
    expect(part?.sections[0]?.blocks).toMatchObject([{ text: '主动公开信息86条。' }]);
  });

  test('a part made by hand is of the kind its words say', () => {
    const raw = openAsText(['正文。', '二、存在的主要问题']);
    const raised = raiseLines(raw, only('二、存在', raw));
    expect(toReport(raised).parts[0]?.kind).toBe('shortcomings');
  });

  test('where the words say nothing it is the first required kind that is lacking, or another', () => {
    const made = setRole(claim, only('专业人员少'), 'part');
    const kindOf = (of: Claim) =>
      toReport(of).parts.find(({ heading }) => heading === '专业人员少')?.kind;
    expect(kindOf(made)).toBe('other');
    expect(kindOf(setRole(made, only('下一年度主要安排', made), 'paragraph'))).toBe('plan');
  });

  test('several parts whose words say nothing are each of another kind', () => {
    const names = ['甲', '乙', '丙', '丁', '戊'];
    const raw = openAsText(['一、主要举措和成效', ...names]);
    const made = setRole(raw, new Set(raw.lines.slice(1).map(({ id }) => id)), 'part');
    expect(toReport(made).parts.map(({ kind }) => kind)).toEqual([
      'achievements',
      'shortcomings',
      'leadership',
      'plan',
      'other',
      'other',
    ]);
  });

  test('a section before any part gets one', () => {
    const raw = openAsText(['（一）强化组织保障', '全年学法6次。']);
    const made = setRole(raw, only('（一）', raw), 'section');
    expect([findImpliedHeading(raw), findImpliedHeading(made)]).toEqual([null, '主要举措和成效']);
    const [part] = toReport(made).parts;
    expect(part).toMatchObject({ kind: 'achievements', heading: '主要举措和成效' });
    expect(part?.sections[0]?.heading).toBe('强化组织保障');
  });

  test('a second addressee makes text of the first', () => {
    const changed = setRole(claim, only('现将有关'), 'addressee');
    const report = toReport(changed);
    expect(report.addressee).toBe('现将有关情况报告如下。');
    expect(report.preamble).toMatchObject([{ text: '云岭县人民政府：' }]);
  });

  test('only a date becomes the date', () => {
    expect(setRole(claim, only('专业人员少'), 'date')).toBe(claim);
    const plain = setRole(claim, only('2026年'), 'paragraph');
    expect(toReport(plain).closing.signedDate).toBeNull();
    expect(toReport(setRole(plain, only('2026年', plain), 'date')).closing.signedDate).toBe(
      '2026-01-20',
    );
  });
});

describe('the date', () => {
  const ended = openLines([...lines, '（此件公开发布）']);
  const dateId = idOf('2026年', ended);

  test('a sentence in which a date stands is none', () => {
    const sentence = '截至2025年12月31日，全镇共办理案件13件。';
    const opened = openLines([...lines.slice(0, 4), lines[4] ?? '', sentence, ...lines.slice(5)]);
    expect(setRole(opened, only('截至', opened), 'date')).toBe(opened);
  });

  test('nothing is joined to it, and it is not parted', () => {
    const as = setRole(ended, only('（此件', ended), 'paragraph');
    expect(mergeLines(as, only('（此件', as))).toBe(as);
    expect(splitLine(ended, dateId, 5)).toBe(ended);
  });

  test('joined to the line before, it stands in its words', () => {
    const merged = mergeLines(ended, new Set([dateId]));
    expect(toReport(merged).closing).toMatchObject({
      signature: ['青石镇人民政府2026年1月20日'],
      signedDate: null,
    });
  });

  test('it takes another date, but no words beside', () => {
    expect(setWords(ended, dateId, '2026年1月20日印发')).toBe(ended);
    expect(toReport(setWords(ended, dateId, '二〇二六年一月二十一日')).closing.signedDate).toBe(
      '2026-01-21',
    );
  });

  test('restored when another line is the date, it is text', () => {
    const opened = openLines([...lines.slice(0, 8), '2026年3月3日', ...lines.slice(8)]);
    const ids = new Set(opened.lines.flatMap(({ id, role }) => (role === 'date' ? [id] : [])));
    const other = setRole(discardLines(opened, ids), only('2026年3月3日', opened), 'date');
    const back = restoreLines(other, ids);
    expect(toReport(back).closing.signedDate).toBe('2026-03-03');
    expect(back.lines.filter(({ id }) => ids.has(id))).toMatchObject([{ role: 'paragraph' }]);
  });

  test('a mark typed behind a heading is its own, as a number before it is', () => {
    const edited = setWords(claim, idOf('提升执法水平'), '提高执法水平。');
    expect(toReport(edited).parts[0]?.sections[1]?.heading).toBe('提高执法水平');
  });
});

describe('parting and joining', () => {
  test('a heading that ends with a letter of two units keeps it, and its mark, when lowered', () => {
    const opened = openLines(['一、主要举措和成效', '（一）整治石𡋾。', '全年整治3处。']);
    const heading = lineOf('整治石𡋾', opened);
    expect(heading).toMatchObject({ ending: '。', spans: [{ block: 1, start: 0, end: 9 }] });
    const id = new Set([heading?.id ?? '']);
    const lowered = setRole(opened, id, 'paragraph');
    expect(lineOf('（一）', lowered)?.role).toBe('paragraph');
    expect(lowered.lines.map(rawWords)).toContain('（一）整治石𡋾。');
  });

  test('a heading shares its line only while a paragraph follows', () => {
    const runIn = (of: Claim) => toReport(of).parts[0]?.sections.map((section) => section.runIn);
    const ids = only('全年组织');
    expect(runIn(claim)).toEqual([true, false]);
    expect(runIn(discardLines(claim, ids))).toEqual([false, false]);
    expect(runIn(setRole(claim, ids, 'level3'))).toEqual([false, false]);
    expect(runIn(restoreLines(discardLines(claim, ids), ids))).toEqual([true, false]);
  });

  test('a heading is parted from the text on its line, and joined to it again', () => {
    const parted = setRunIn(claim, idOf('强化组织保障'), false);
    expect(toReport(parted).parts[0]?.sections[0]?.runIn).toBe(false);
    const joined = mergeLines(parted, only('全年组织', parted));
    expect(toReport(joined)).toEqual(toReport(claim));
  });

  test('a short second line goes on in the heading before it', () => {
    const raw = openLines([
      '一、主要举措和成效',
      '（一）提升执法',
      '持证人员齐备，办理案件62件，没有败诉。',
    ]);
    const parted = splitLine(raw, idOf('提升执法', raw), 2);
    const merged = mergeLines(parted, new Set([parted.lines.at(-2)?.id ?? '']));
    expect(toReport(merged)).toEqual(toReport(raw));
  });

  test('a blank at the cut does not stand in the report', () => {
    const raw = openLines(['一、主要举措和成效', '推进公开 主动公开信息86条。']);
    const parted = splitLine(raw, idOf('推进公开', raw), 4);
    const [part] = toReport(parted).parts;
    expect(part?.blocks).toMatchObject([{ text: '推进公开' }, { text: '主动公开信息86条。' }]);
  });

  test('words chosen in the source become a heading, the others stay text', () => {
    const raw = openLines(['一、主要举措和成效', '全年工作扎实。推进公开。主动公开信息86条。']);
    const made = headingFromSource(raw, { block: 1, start: 7, end: 11 });
    const [part] = made ? toReport(made.claim).parts : [];
    expect(part?.blocks).toMatchObject([{ text: '全年工作扎实。' }]);
    expect(part?.sections).toMatchObject([
      { heading: '推进公开', blocks: [{ text: '主动公开信息86条。' }] },
    ]);
    const spans = made?.claim.lines
      .filter(({ spans: [span] }) => span?.block === 1)
      .map((line) => line.spans[0]);
    expect(spans?.map((span) => [span?.start, span?.end])).toEqual([
      [0, 7],
      [7, 12],
      [12, 22],
    ]);
  });

  test('words chosen in a heading, or over two lines, change nothing', () => {
    expect(headingFromSource(claim, { block: 4, start: 2, end: 4 })).toBeNull();
    expect(headingFromSource(claim, { block: 99, start: 0, end: 4 })).toBeNull();
  });
});

describe('leaving out and moving', () => {
  test('what was left out comes back as what it was', () => {
    const ids = only('提升执法水平');
    expect(toReport(restoreLines(discardLines(claim, ids), ids))).toEqual(toReport(claim));
  });

  test('the only title left out leaves a line for another', () => {
    const gone = discardLines(claim, only('青石镇2025年'));
    expect(gone.lines[0]).toMatchObject({ role: 'title', text: '' });
    expect(toReport(restoreLines(gone, only('青石镇2025年', gone)))).toEqual(toReport(claim));
  });

  test('a section moves with its text past its neighbour', () => {
    const moved = moveLines(claim, only('提升执法水平'), 'up');
    const headings = toReport(moved).parts[0]?.sections.map(({ heading, blocks }) => [
      heading,
      blocks.length,
    ]);
    expect(headings).toEqual([
      ['提升执法水平', 1],
      ['强化组织保障', 1],
    ]);
    expect(toReport(moveLines(moved, only('提升执法水平', moved), 'down'))).toEqual(
      toReport(claim),
    );
  });

  test('the last section of a part moves into the next part', () => {
    const moved = moveLines(claim, only('提升执法水平'), 'down');
    expect(toReport(moved).parts[1]?.sections.map(({ heading }) => heading)).toEqual([
      '提升执法水平',
    ]);
  });

  test('a part moves with all that belongs to it', () => {
    const moved = moveLines(claim, only('第一责任人'), 'up');
    expect(toReport(moved).parts.map(({ kind }) => kind)).toEqual([
      'achievements',
      'leadership',
      'shortcomings',
      'plan',
    ]);
  });

  test('nothing moves above the title', () => {
    expect(moveLines(claim, only('云岭县'), 'up')).toBe(claim);
  });
});
