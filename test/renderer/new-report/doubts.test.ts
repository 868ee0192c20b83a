import { expect, test } from 'vitest';
import { describeNotice, type Notice } from '../../../core/api/index.ts';
import { setKind, setRole, setWords } from '../../../core/claim/index.ts';
import {
  answerOf,
  describeWhole,
  labelDoubt,
  listOpenDoubts,
  listOpenNotices,
  placeDoubts,
} from '../../../renderer/features/new-report/doubts.ts';
import { readForClaim, webPage } from './read-for-claim.ts';

const { claim, report } = readForClaim(webPage);
const place = (...notices: Notice[]) => placeDoubts(notices, claim);
const none: ReadonlySet<string> = new Set();
const idOf = (words: string) => claim.lines.find(({ text }) => text === words)?.id ?? '';
const irregular: Notice = { code: 'segment/label-irregular', line: 999, text: '不在这里' };

test('a doubt stands at the words it names, not at the first of its line', () => {
  const notice: Notice = {
    code: 'segment/heading-without-label',
    line: 5,
    text: '全年组织专题学法6次。',
  };
  const { atLines, ofWhole } = place(notice);
  expect(atLines.map(({ lineId }) => lineId)).toEqual([idOf('全年组织专题学法6次。')]);
  expect(ofWhole).toEqual([]);
});

test('where the words say nothing, the line that reading itself doubted has it', () => {
  const section = report.parts[0]?.sections[0];
  const paragraph = section?.blocks[0]?.id ?? '';
  const notice: Notice = { code: 'segment/split-one-line', line: 5, pieces: 2 };
  const { atLines } = placeDoubts([notice], claim, [
    { target: paragraph, line: 5, confidence: 'doubtful', ground: 'position' },
  ]);
  expect(atLines[0]?.lineId).toBe(paragraph);
});

test('two doubts at one place are both told, and doubts come in the order of the lines', () => {
  const { atLines } = place(
    { code: 'segment/part-by-meaning', part: 'plan', line: 11, text: '努力方向' },
    { code: 'segment/label-out-of-order', line: 11, text: '四、努力方向' },
    { code: 'segment/label-irregular', line: 7, text: '二、问题与不足' },
  );
  expect(atLines.map(({ notice }) => labelDoubt(notice))).toEqual([
    '序号写法不规范',
    '按词义判断',
    '原文序号“四、”，不连续',
  ]);
});

test('a doubt without a place, or whose place was not found, is told of the whole', () => {
  const notices: Notice[] = [{ code: 'segment/year-missing' }, irregular];
  expect(place(...notices).ofWhole).toEqual(notices);
});

test('a missing title is told where the title goes', () => {
  expect(place({ code: 'segment/title-missing' }).atLines[0]?.lineId).toBe('title');
});

test('a doubt is open until it is confirmed or its line is changed', () => {
  const notice: Notice = {
    code: 'segment/part-by-meaning',
    part: 'plan',
    line: 11,
    text: '努力方向',
  };
  const { atLines } = place(notice);
  const ids = new Set([idOf('努力方向')]);
  const open = (changed: typeof claim, confirmed = none) =>
    listOpenDoubts(atLines, { opened: claim, claim: changed, confirmed }).length;
  expect(open(claim)).toBe(1);
  expect(open(claim, new Set(atLines.map(({ key }) => key)))).toBe(0);
  expect(open(setKind(claim, ids, 'other'))).toBe(0);
  expect(open(setWords(claim, idOf('努力方向'), '下一步打算'))).toBe(0);
  expect(open(setWords(claim, idOf('问题与不足'), '短板'))).toBe(1);
});

test('a number out of order is settled once the heading that was missing before it is made', () => {
  const read = readForClaim([
    '青石镇2025年法治政府建设年度报告',
    '一、主要举措和成效',
    '（一）强化组织保障',
    '全年学法6次。',
    '规范行政执法',
    '（三）推进政务公开',
    '公开信息86条。',
  ]).claim;
  const third = read.lines.find(({ text }) => text === '推进政务公开')?.id ?? '';
  const missing = read.lines.find(({ text }) => text === '规范行政执法')?.id ?? '';
  const text = '（三）推进政务公开';
  const notice: Notice = { code: 'segment/label-out-of-order', line: 6, text };
  const doubts = [{ key: 'third', lineId: third, notice }];
  const before = setRole(read, new Set([missing]), 'paragraph');
  const open = (changed: typeof read) =>
    listOpenDoubts(doubts, { opened: before, claim: changed, confirmed: none }).length;
  expect(open(before)).toBe(1);
  expect(open(setRole(before, new Set([missing]), 'section'))).toBe(0);
});

test('parts that are missing are told in one sentence, behind what else is doubtful', () => {
  expect(
    describeWhole([
      { code: 'segment/part-missing', part: 'leadership' },
      { code: 'segment/year-missing' },
      { code: 'segment/part-missing', part: 'plan' },
    ]),
  ).toEqual([
    describeNotice({ code: 'segment/year-missing' }),
    '没有读到“第一责任人履职情况”“下一年度主要安排”部分。原文有的，请把它的标题改为“部分”；没有的，草稿里会补上标题。',
  ]);
  expect(describeWhole([])).toEqual([]);
});

test('a part that was missing is no notice any more once a line was made that part', () => {
  const lacking: Notice = { code: 'segment/part-missing', part: 'other' };
  expect(listOpenNotices([lacking, irregular], claim)).toEqual([lacking, irregular]);
  const made = setKind(claim, new Set([idOf('努力方向')]), 'other');
  expect(listOpenNotices([lacking, irregular], made)).toEqual([irregular]);
});

test('what answers a doubt fits it', () => {
  expect(answerOf({ code: 'segment/heading-without-label', line: 1, text: '' })).toBe('lower');
  expect(answerOf({ code: 'segment/part-by-meaning', part: 'plan', line: 1, text: '' })).toBe(
    'kind',
  );
  expect(answerOf({ code: 'segment/label-irregular', line: 1, text: '' })).toBeNull();
});
