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

/** What a text says, sentence by sentence; behind them, sentences with the bare count that follows. */
export function readText(text: string): readonly Statement[] {
  const spans = findSentenceSpans(text);
  const alone = spans.map(({ start, end }) => {
    const quote = text.slice(start, end);
    return { quote, readings: [foldForMatching(quote)], isJoined: false };
  });
  return [...alone, ...joinCounts(text, spans)];
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
  const readings = [...new Set([whole, ...byLabel, ...byHead, ...both])];
  return { quote: row.join('\t').trim(), readings, isJoined: false };
}

/** What a block says: a paragraph by sentences, a table by rows. */
export function readStatements(block: Block): readonly Statement[] {
  if (block.type !== 'table') return readText(blockText(block));
  const [head] = block.rows;
  return block.rows
    .filter((row) => row.some((cell) => /[\p{L}\p{N}]/u.test(cell)))
    .map((row) => readRow(row, row === head ? undefined : head));
}
