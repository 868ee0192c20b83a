import fc from 'fast-check';
import {
  type Claim,
  claimRoles,
  discardLines,
  lowerLines,
  mergeLines,
  moveLines,
  openClaim,
  raiseLines,
  rawWords,
  restoreLines,
  setKind,
  setRole,
  splitLine,
  wordsOf,
} from '../../../core/claim/index.ts';
import { partKinds } from '../../../core/model/index.ts';
import { createKindOf } from '../../../core/packs/index.ts';
import { plainParagraph } from '../../../core/segment/index.ts';
import { readLines, shippedTemplate } from '../../support/read-text.ts';
import { hanText } from '../../support/report-arbitraries.ts';

const template = shippedTemplate();

/** The template's own words, for a claim of a test. */
export const wording = {
  kindOf: createKindOf(template, 2025),
  headingFor: () => '主要举措和成效',
};

/** Lines of text read by the real segmenter and opened for putting right. */
export function openLines(lines: readonly string[]): Claim {
  const { report, discarded, decisions } = readLines(lines);
  const source = lines.map((text, line) => plainParagraph(line, text));
  return openClaim({ report, discarded, decisions, source }, wording);
}

const sentence = hanText(6, 30).map((text) => `${text}。`);
const line = fc.oneof(
  sentence,
  sentence,
  fc.tuple(sentence, sentence).map((pair) => pair.join('')),
  hanText(4, 12),
  hanText(4, 12).map((text) => `（一）${text}`),
  fc.tuple(hanText(4, 12), sentence).map(([text, rest]) => `（二）${text}。${rest}`),
  fc.tuple(hanText(4, 8), hanText(31, 40)).map(([text, rest]) => `（三）${text}　${rest}。`),
  fc.tuple(hanText(4, 8), hanText(21, 40)).map(([text, rest]) => `(四) ${text}：${rest}。`),
  hanText(4, 12).map((text) => `1.${text}`),
  hanText(4, 12).map((text) => `（1）${text}。`),
  fc.constantFrom(
    '一、主要举措和成效',
    '二、存在的不足和原因。',
    '三、第一责任人履职情况',
    '四、下一年度主要安排',
    '努力方向',
    '浏览次数：88',
    '来源：青石镇　发布时间：2026-01-05',
    '附件：1.任务清单',
    '（此件公开发布）',
  ),
);

/** Any short report, as a web page or a mail would give it. */
export const anyLines: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.boolean(), fc.array(line, { minLength: 1, maxLength: 14 }), fc.boolean())
  .map(([hasTitle, lines, hasEnd]) => [
    ...(hasTitle ? ['青石镇2025年法治政府建设年度报告', '云岭县人民政府：'] : []),
    ...lines,
    ...(hasEnd ? ['青石镇人民政府', '2026年1月20日'] : []),
  ]);

/** One step of putting right. `at` and `to` choose lines, `by` an offset, by share. */
export interface Step {
  readonly name: keyof typeof operations;
  readonly at: number;
  readonly count: number;
  readonly by: number;
}

const operations = {
  raise: (claim: Claim, ids: ReadonlySet<string>) => raiseLines(claim, ids),
  lower: (claim: Claim, ids: ReadonlySet<string>) => lowerLines(claim, ids),
  discard: (claim: Claim, ids: ReadonlySet<string>) => discardLines(claim, ids),
  restore: (claim: Claim, ids: ReadonlySet<string>) => restoreLines(claim, ids),
  merge: (claim: Claim, ids: ReadonlySet<string>) => mergeLines(claim, ids),
  role: (claim: Claim, ids: ReadonlySet<string>, { by }: Step) =>
    setRole(claim, ids, claimRoles[by % claimRoles.length] ?? 'paragraph'),
  kind: (claim: Claim, ids: ReadonlySet<string>, { by }: Step) =>
    setKind(claim, ids, partKinds[by % partKinds.length] ?? 'other'),
  split: (claim: Claim, ids: ReadonlySet<string>, { by }: Step) => {
    const [id = ''] = ids;
    const found = claim.lines.find((candidate) => candidate.id === id);
    return splitLine(claim, id, found ? by % (wordsOf(found).length + 1) : 0);
  },
  up: (claim: Claim, ids: ReadonlySet<string>) => moveLines(claim, ids, 'up'),
  down: (claim: Claim, ids: ReadonlySet<string>) => moveLines(claim, ids, 'down'),
} as const;

export const operationNames = Object.keys(operations) as readonly Step['name'][];

/** Any step but those of `without`. */
export function anyStep(without: readonly Step['name'][] = []): fc.Arbitrary<Step> {
  return fc.record({
    name: fc.constantFrom(...operationNames.filter((name) => !without.includes(name))),
    at: fc.nat(40),
    count: fc.integer({ min: 1, max: 4 }),
    by: fc.nat(60),
  });
}

/** The ids that a step is meant for. */
export function chooseIds(claim: Claim, { at, count }: Step): ReadonlySet<string> {
  const first = at % claim.lines.length;
  return new Set(claim.lines.slice(first, first + count).map(({ id }) => id));
}

/** The claim after one step. */
export function take(claim: Claim, step: Step): Claim {
  return operations[step.name](claim, chooseIds(claim, step), step);
}

/** All letters, in order; what was left out included. */
export function lettersOf(claim: Claim): string {
  return claim.lines.map(rawWords).join('').replace(/\s+/gu, '');
}

/** What shows of a line: memory of how it was reached apart. */
export function faceOf(claim: Claim) {
  return claim.lines.map((found) => ({
    id: found.id,
    role: found.role,
    kind: found.kind,
    words: wordsOf(found),
    raw: rawWords(found),
    runIn: found.role === 'paragraph' ? false : found.runIn,
    spans: found.spans,
  }));
}
