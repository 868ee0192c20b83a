import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Segmented } from '../../../core/segment/index.ts';
import { findUnaccounted, lettersOf } from '../../support/conservation.ts';
import { readLines } from '../../support/read-text.ts';
import { findSeeds } from '../../support/seeds.ts';
import { messySource } from './messy-source.ts';
import { opening, text, title, underHeadings } from './shape.ts';

const runs = { numRuns: 400 };
const always = (law: (read: Segmented, source: readonly string[]) => void) => {
  fc.assert(
    fc.property(messySource, (source) => {
      law(readLines(source), source);
    }),
    runs,
  );
};
const placed = ({ notices }: Segmented) =>
  notices.flatMap((notice) => ('line' in notice ? [notice.line] : []));
const doubted = ({ decisions }: Segmented) =>
  decisions.flatMap(({ confidence, line }) => (confidence === 'doubtful' ? [line] : []));

describe('every decision is told', () => {
  test('one for each part, section and block, in reading order', () => {
    always(({ report, decisions }) => {
      const ids = [
        ...report.preamble.map(({ id }) => id),
        ...report.parts.flatMap((part) => [
          part.id,
          ...part.blocks.map(({ id }) => id),
          ...part.sections.flatMap(({ id, blocks }) => [id, ...blocks.map((block) => block.id)]),
        ]),
      ];
      const all = new Set(ids);
      const told = decisions.flatMap(({ target }) => (target && all.has(target) ? [target] : []));
      expect(told).toEqual(ids);
    });
  });

  test('one for each discarded line, at its line', () => {
    always(({ discarded, decisions }) => {
      const told = decisions.filter(({ target }) => target === null).map(({ line }) => line);
      expect(told).toEqual(discarded.map(({ line }) => line));
    });
  });

  test('a title, an addressee, a signature, a date and a note exactly where there is one', () => {
    always(({ report, decisions }) => {
      const { closing } = report;
      const there: readonly (readonly [string, boolean])[] = [
        ['title', report.title !== ''],
        ['addressee', report.addressee !== ''],
        ['preamble-heading', report.preambleHeading !== ''],
        ['signature', closing.signature.length > 0],
        ['date', closing.signedDate !== null],
        ['note', closing.note !== ''],
      ];
      for (const [target, isThere] of there) {
        expect(
          decisions.some((decision) => decision.target === target),
          target,
        ).toBe(isThere);
      }
    });
  });

  test('only an added heading has no line', () => {
    always(({ report, decisions }, source) => {
      const added = decisions.filter(({ line }) => line === null);
      expect(added.length).toBeLessThanOrEqual(1);
      for (const { target, confidence, ground } of added) {
        const part = report.parts.find(({ id }) => id === target);
        expect(source.join('')).not.toContain(part?.heading);
        expect([confidence, ground]).toEqual(['likely', 'assumed']);
      }
    });
  });
});

describe('doubts and notices', () => {
  test('each doubtful decision has a notice at its line', () => {
    always((read) => expect(placed(read)).toEqual(expect.arrayContaining(doubted(read))));
  });

  test('each notice with a line has a doubtful decision there', () => {
    always((read) => expect(doubted(read)).toEqual(expect.arrayContaining(placed(read))));
  });

  test('the same text gives the same decisions', () => {
    always((read, source) => expect(readLines(source).decisions).toEqual(read.decisions));
  });
});

describe('every letter is accounted for once and in order', () => {
  test('of messy reports: mixed numbers, page leavings, broken lines, one line', () => {
    always((read, source) => expect(findUnaccounted(source, read)).toEqual([]));
  });

  test.each(findSeeds())('of the published report %s', (path) => {
    const source = readFileSync(path, 'utf8').split(/\r?\n/u);
    expect(findUnaccounted(source, readLines(source))).toEqual([]);
  });

  test('a letter that is lost, doubled or moved is found', () => {
    const source = underHeadings('一、主要举措和成效', '（一）学法用法', '二、存在的不足');
    const read = readLines(source);
    expect(findUnaccounted(source, read)).toEqual([]);
    for (const spoilt of [`${text}多`, text.slice(1), [...text].toReversed().join('')]) {
      const other = source.toSpliced(3, 1, spoilt);
      expect(findUnaccounted(other, read)).toEqual([lettersOf(spoilt) && spoilt]);
    }
  });
});

describe('how sure a decision is', () => {
  const find = (source: readonly string[], line: number) =>
    readLines(source).decisions.filter((decision) => decision.line === line);

  test('a clean report is read for certain throughout', () => {
    const source = [
      ...underHeadings('一、主要举措和成效', '（一）学法用法', '二、存在的不足'),
      '青石镇人民政府',
      '2026年1月10日',
    ];
    const { decisions } = readLines(source);
    expect(decisions.map(({ confidence }) => confidence)).toEqual(decisions.map(() => 'certain'));
    expect(decisions.map(({ line }) => line)).toEqual(source.map((_, line) => line));
  });

  test.each([
    ['a numbered section', '（一）学法用法', 'certain', 'label'],
    ['a section parted from its text by a colon', `（一）学法用法：${text}`, 'likely', 'label'],
    ['a short line between long ones', '学法用法', 'doubtful', 'context'],
    ['a number out of order', '（五）学法用法', 'doubtful', 'label'],
    ['a sentence', text, 'certain', 'context'],
    ['a numbered sentence', '1.全年办结案件62件。', 'likely', 'label'],
    ['a line without its end', '全年办结案件62件，罚款3万元', 'likely', 'context'],
    ['a page’s field', '浏览次数：12', 'certain', 'words'],
  ] as const)('%s', (_, line, confidence, ground) => {
    const source = [title, opening, '一、主要举措和成效', text, line, text];
    expect(find(source, 4)[0]).toMatchObject({ confidence, ground });
  });

  test('an ambiguous field is likely, and only at the page’s edge', () => {
    const source = ['名称：青石镇年报', ...underHeadings('一、主要举措和成效')];
    expect(find(source, 0)).toEqual([
      { target: null, line: 0, confidence: 'likely', ground: 'position' },
    ]);
  });

  test('what is cut from one line is at best likely, and its first piece doubtful', () => {
    const source = [
      `${title} ${opening} 一、主要举措和成效 （一）学法用法 ${text} 二、存在的不足 ${text}`,
    ];
    const [first, ...others] = readLines(source).decisions;
    expect(first).toMatchObject({ target: 'title', confidence: 'doubtful' });
    expect(new Set(others.map(({ confidence }) => confidence))).toEqual(new Set(['likely']));
  });
});
