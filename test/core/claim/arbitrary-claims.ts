import fc from 'fast-check';
import {
  type Claim,
  type ClaimLine,
  claimRoles,
  discardLines,
  isDressed,
  lowerLines,
  mergeLines,
  moveLines,
  openClaim,
  raiseLines,
  rawWords,
  restoreLines,
  setKind,
  setRole,
  setWords,
  splitLine,
  toReport,
  wordsOf,
} from '../../../core/claim/index.ts';
import { type Block, blockText, type Part, partKinds } from '../../../core/model/index.ts';
import { createKindOf } from '../../../core/packs/index.ts';
import { findDate, plainParagraph } from '../../../core/segment/index.ts';
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
    '截至2025年12月31日，全镇共办理案件13件。',
    '（四）整治石𡋾。',
  ),
);

/** Any short report, as a web page or a mail would give it. */
export const anyLines: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.boolean(), fc.array(line, { minLength: 1, maxLength: 14 }), fc.boolean())
  .map(([hasTitle, lines, hasEnd]) => [
    ...(hasTitle ? ['青石镇2025年法治政府建设年度报告', '云岭县人民政府：'] : []),
    ...lines,
    ...(hasEnd ? ['青石镇人民政府', '2026年1月20日', '（此件公开发布）'] : []),
  ]);

/** One step of putting right. `at` and `to` choose lines, `by` an offset, by share. */
export interface Step {
  readonly name: keyof typeof operations;
  readonly at: number;
  readonly count: number;
  readonly by: number;
}

/** Words that are put behind those of a line. */
const typed = ['（印）', '补记', '。', '2026年1月20日'];

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
  edit: (claim: Claim, ids: ReadonlySet<string>, { by }: Step) => {
    const [id = ''] = ids;
    const found = claim.lines.find((candidate) => candidate.id === id);
    return found ? setWords(claim, id, `${wordsOf(found)}${typed[by % typed.length]}`) : claim;
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

const withoutBlanks = (text: string) => text.replace(/\s+/gu, '');

/** All letters of the lines, in order; what was left out included. */
export function lettersOf(claim: Claim): string {
  return withoutBlanks(claim.lines.map(rawWords).join(''));
}

const sorted = (texts: readonly string[]) => [...withoutBlanks(texts.join(''))].toSorted().join('');

/** A line's words as a person sees them; a date as the day it means, with whatever else it says. */
function seenWords(shown: ClaimLine): string {
  if (shown.role === 'discarded') return rawWords(shown);
  if (shown.role !== 'date') return wordsOf(shown);
  const date = findDate(rawWords(shown));
  return date ? rawWords(shown).replace(date.raw, date.iso) : rawWords(shown);
}

/** All letters a person sees on the screen, sorted. */
export function seenLetters(claim: Claim): string {
  return sorted(claim.lines.map(seenWords));
}

function textsOfPart({ id, heading, blocks, sections }: Part): readonly string[] {
  const texts = (list: readonly Block[]) => list.map(blockText);
  return [
    // a part that is put before a section which has none says what no line said
    ...(id === 'claim-part' ? [] : [heading]),
    ...texts(blocks),
    ...sections.flatMap((section) => [section.heading, ...texts(section.blocks)]),
  ];
}

/** All letters that are kept, sorted: those of the report that the lines make, and those left out. */
export function keptLetters(claim: Claim): string {
  const { title, addressee, preambleHeading, preamble, parts, closing } = toReport(claim);
  return sorted([
    title,
    addressee,
    preambleHeading,
    ...preamble.map(blockText),
    ...parts.flatMap(textsOfPart),
    ...closing.attachments,
    ...closing.signature,
    closing.signedDate ?? '',
    closing.note,
    ...claim.lines.filter(({ role }) => role === 'discarded').map(rawWords),
  ]);
}

const numberOnly = /^[\s（()）一二三四五六七八九十\d.．、]*$/u;
const attachmentOnly = /^[\s附件:：\d.．、]*$/u;
const markOnly = /^[\s。：:]*$/u;

/** The lines that hide more than their own number and closing mark. */
export function listHiding({ lines }: Claim): readonly ClaimLine[] {
  return lines.filter(({ role, label, ending }) => {
    if (!isDressed(role)) return false;
    const isNumber = (role === 'attachment' ? attachmentOnly : numberOnly).test(label);
    return !isNumber || !markOnly.test(ending);
  });
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
