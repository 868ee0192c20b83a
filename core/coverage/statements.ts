import type { Block } from '../model/index.ts';
import { blockText } from '../model/index.ts';
import { findSentenceSpans, foldForMatching, type SentenceSpan } from './sentences.ts';

/** Something a text says, as it is held against patterns. */
export interface Statement {
  /** Letter by letter as it stands. */
  readonly quote: string;
  /** Folded for matching; any of them may answer. */
  readonly readings: readonly string[];
  /**
   * True for a sentence together with the bare count behind it (“举办法治讲座。全年共4次。”): it tells
   * only what neither of them tells alone.
   */
  readonly isJoined: boolean;
}

/** What may stand between a topic and its number, when the number has a sentence to itself. */
const countOnly =
  /^(?:[，、]|其中|全年|年内|年度|本年度?|今年|当年|一年来|截至(?:目前|年底|\d{1,2}月底)|目前|已|均|先后|累计|总计|合计|共计?|总共|约|近|了|达到?|为|有|开展|举办|组织|召开|举行|完成|办理|办结|进行|参加|参与|受益|受众|受教育|受训|覆盖|惠及|培训|人员|人数|群众|干部|次数|场次|件数|数量|总数){1,8}(?:\d[\d.,]*|[一二两三四五六七八九十百]{1,4})(?:余|多)?[\p{L}%]/u;
const longestCount = 40;

function joinCounts(text: string, spans: readonly SentenceSpan[]): readonly Statement[] {
  return spans.slice(1).flatMap(({ start, end }, index) => {
    const before = spans[index];
    const count = text.slice(start, end);
    if (!before || count.length > longestCount || !countOnly.test(foldForMatching(count)))
      return [];
    const topic = text.slice(before.start, before.end).replace(/[。；！？;!?，]+$/u, '');
    const reading = `${foldForMatching(topic)}，${foldForMatching(count)}`;
    return [{ quote: text.slice(before.start, end), readings: [reading], isJoined: true }];
  });
}

/** A number without a measure word, as tables and terse writers have it: 行政调解31，行政诉讼3。 */
const bareCount =
  /(?<=(?![第表图号年月日至到])\p{Script=Han})(?!(?:19|20)\d{2}(?!\d)|123(?:45|48)(?!\d)|1(?:1[09]|2[02])(?!\d))\d[\d,]{0,9}(?=[，。；、！）]|$)/gu;
const measures: readonly string[] = ['件', '次', '人', '项', '条', '场'];

/** Measure words of the spoken language, with the written ones they stand for: 六趟, 三桩. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\d一二两三四五六七八九十百千余多几])(?:回|趟|遍)(?!来|去|访|复|应|头)/gu, '次'],
  [/(?<=[\d一二两三四五六七八九十百千余多几])(?:桩|宗|单)(?!位)/gu, '件'],
];

const inWriting = (folded: string) =>
  spoken.reduce((words, [heard, written]) => words.replace(heard, written), folded);

/** A folded sentence as it stands; behind it, in written measure words and with each its bare numbers may lack. */
function listReadings(folded: string): readonly string[] {
  const written = inWriting(folded);
  const bare =
    folded.search(bareCount) < 0
      ? []
      : measures.map((word) => written.replace(bareCount, `$&${word}`));
  return written === folded ? [folded, ...bare] : [folded, written, ...bare];
}

const closing = /[。；！？;!?，：:]+$/u;
const longestTopic = 18;
/** Words that name several matters do not tell which of them is counted. */
const manyTopics = /[与和及、\d]/u;
/** A longer sentence names what it counts itself. */
const longestCounting = 40;
const counted = /\d|[一二两三四五六七八九十百千][余多来]?[次场件个名期起宗份人项条轮]/u;

/** A few words that only say what the paragraph is about: 其次谈办事。 政务公开方面： */
const announcing =
  /^(?:首先|其次|再次|再就是|然后|接着|另外|此外|还有|最后)[^，]{2,10}$|^\p{Script=Han}{2,8}(?:方面|这块)$|^\p{Script=Han}{2,6}，是/u;

/** The words in front of a sentence that may name what it counts: its heading, its paragraph's opening. */
function listTopics(text: string, spans: readonly SentenceSpan[], heading: string) {
  const [first] = spans;
  const opening = first ? text.slice(first.start, first.end).replace(closing, '') : '';
  return [heading, announcing.test(opening) ? opening : '']
    .map((words) => foldForMatching(words))
    .filter((words) => words !== '' && words.length <= longestTopic && !manyTopics.test(words));
}

/** A sentence that counts, behind the heading it stands under or the few words its paragraph opens with. */
function joinTopics(
  text: string,
  spans: readonly SentenceSpan[],
  heading: string,
): readonly Statement[] {
  const topics = listTopics(text, spans, heading);
  return topics.length === 0
    ? []
    : spans.flatMap(({ start, end }) => {
        const quote = text.slice(start, end);
        const folded = foldForMatching(quote);
        if (!counted.test(folded) || folded.length > longestCounting) return [];
        return [{ quote, readings: topics.map((topic) => `${topic}，${folded}`), isJoined: true }];
      });
}

const longestSubject = 24;
const holdsOffice = /书记|[镇乡局]长|主任|负责人|负责同志|领导/u;

/** A sentence behind ；, with the first clause of those it is strung together with: it may name who acts. */
function joinSubjects(text: string, spans: readonly SentenceSpan[]): readonly Statement[] {
  let subject = '';
  return spans.flatMap(({ start, end }, index) => {
    const quote = text.slice(start, end);
    const before = spans[index - 1];
    const isStrung =
      before !== undefined && /[；;]\s*$/u.test(text.slice(before.start, before.end));
    if (!isStrung) {
      subject = foldForMatching(/^[^，：:]+/u.exec(quote)?.[0] ?? '');
      return [];
    }
    if (subject.length > longestSubject || !holdsOffice.test(subject)) return [];
    return [{ quote, readings: [`${subject}，${foldForMatching(quote)}`], isJoined: true }];
  });
}

/**
 * What a text says, sentence by sentence; behind them, sentences joined with what stands around them:
 * the bare count that follows, the topic they stand under, the subject they share.
 * @param heading of the section or point the text stands under
 */
export function readText(text: string, heading = ''): readonly Statement[] {
  const spans = findSentenceSpans(text);
  const alone = spans.map(({ start, end }) => {
    const quote = text.slice(start, end);
    return { quote, readings: listReadings(foldForMatching(quote)), isJoined: false };
  });
  return [
    ...alone,
    ...joinCounts(text, spans),
    ...joinTopics(text, spans, heading),
    ...joinSubjects(text, spans),
  ];
}

const unitInBrackets = /^([^（]+)（(?:单位：)?([\p{L}%/]{1,4})）$/u;

/** 调解纠纷（件） and 86 are 调解纠纷86件. */
function readPair(label: string, value: string): string {
  const [name, unit] = [unitInBrackets.exec(label)?.[1], unitInBrackets.exec(label)?.[2]];
  return name !== undefined && unit !== undefined && /^[\d.,]+$/u.test(value)
    ? `${name}${value}${unit}`
    : `${label}${value}`;
}

/** A row as it stands; its first cell with each of the others; each cell under its column's heading. */
function readRow(row: readonly string[], head: readonly string[] | undefined): Statement {
  const cells = row.map(foldForMatching);
  const [label = '', ...values] = cells;
  const whole = cells.join('');
  const byLabel = values.map((value) => readPair(label, value));
  const byHead = head
    ? cells.map((cell, column) => readPair(foldForMatching(head[column] ?? ''), cell))
    : [];
  const both = head ? byHead.slice(1).map((words) => `${label}${words}`) : [];
  const readings = [...new Set([whole, ...byLabel, ...byHead, ...both].flatMap(listReadings))];
  return { quote: row.join('\t').trim(), readings, isJoined: false };
}

/** What a block says under a heading: a paragraph by sentences, a table by rows. */
export function readStatements(block: Block, heading = ''): readonly Statement[] {
  if (block.type !== 'table') return readText(blockText(block), heading);
  const [head] = block.rows;
  return block.rows
    .filter((row) => row.some((cell) => /[\p{L}\p{N}]/u.test(cell)))
    .map((row) => readRow(row, row === head ? undefined : head));
}
