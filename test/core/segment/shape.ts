import { expect, test } from 'vitest';
import type { Block } from '../../../core/model/index.ts';
import type { Segmented } from '../../../core/segment/index.ts';
import { readLines } from '../../support/read-text.ts';

/** A paragraph of an invented report; digests show it as ¶. */
export const text =
  '全年组织专题学法6次，举办法治讲座3场，参训干部120人次，把学法用法纳入年度考核，推动各村各单位把依法办事落到实处，群众满意度稳步提升。';
export const title = '青石镇2025年法治政府建设年度报告';
export const opening = '2025年，青石镇扎实推进法治政府建设，现将有关情况报告如下：';

/** Title, opening, and each heading with a paragraph below it. */
export function underHeadings(...headings: readonly string[]): readonly string[] {
  return [title, opening, ...headings.flatMap((heading) => [heading, text])];
}

function digestBlock(block: Block): string {
  if (block.type === 'table') return '▦';
  if (block.type === 'subheading') return `${block.level} ${block.text}${block.runIn ? '：' : ''}`;
  return block.text === text ? '¶' : `¶ ${block.text}`;
}

/**
 * The body as it was read, a line a piece: `achievements 主要举措和成效`, `· 学法用法` a section
 * (`· 学法用法：` a run-in one), `3 落实制度` a heading inside it, `¶` a paragraph, `▦` a table.
 */
export function digest({ report }: Segmented): readonly string[] {
  return report.parts.flatMap((part) => [
    `${part.kind} ${part.heading}`,
    ...part.blocks.map(digestBlock),
    ...part.sections.flatMap((section) => [
      `· ${section.heading}${section.runIn ? '：' : ''}`,
      ...section.blocks.map(digestBlock),
    ]),
  ]);
}

/** Kinds and headings of the parts only. */
export function partsOf(read: Segmented): readonly string[] {
  return read.report.parts.map(({ kind, heading }) => `${kind} ${heading}`);
}

/** What a shape reads as. Absent fields are not looked at; no doubts are expected unless given. */
export interface Reads {
  readonly body?: readonly string[];
  readonly title?: string;
  readonly issuers?: readonly string[];
  readonly addressee?: string;
  readonly preambleHeading?: string;
  readonly preamble?: readonly string[];
  readonly year?: number;
  readonly signature?: readonly string[];
  readonly signedDate?: string | null;
  readonly attachments?: readonly string[];
  readonly note?: string;
  readonly discarded?: readonly string[];
  /** Codes of doubts, without `segment/`, parts that are missing left out. */
  readonly doubts?: readonly string[];
}

/** Everything of a reading that {@link Reads} names. */
export function readShape(lines: readonly string[]): Required<Reads> {
  const read = readLines(lines);
  const { report } = read;
  const codes = read.notices.map(({ code }) => code.replace('segment/', ''));
  return {
    body: digest(read),
    title: report.title,
    issuers: report.issuers,
    addressee: report.addressee,
    preambleHeading: report.preambleHeading,
    preamble: report.preamble.map(digestBlock),
    year: report.year,
    ...report.closing,
    discarded: read.discarded.map((line) => line.text),
    doubts: codes.filter((code) => code !== 'part-missing'),
  };
}

/** One shape of a report, named in words. */
export type Shape = readonly [name: string, lines: readonly string[], reads: Reads];

/** One test for each shape: nothing is discarded or doubted that it does not say. */
export function testShapes(shapes: readonly Shape[]): void {
  test.each(shapes)('%s', (_, lines, reads) => {
    expect(readShape(lines)).toMatchObject({ discarded: [], doubts: [], ...reads });
  });
}
