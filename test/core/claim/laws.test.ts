import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Claim,
  isHeadingRole,
  lowerLines,
  mergeLines,
  openClaim,
  raiseLines,
  rawWords,
  record,
  redo,
  setWords,
  splitLine,
  startHistory,
  toReport,
  undo,
  wordsOf,
} from '../../../core/claim/index.ts';
import { type Block, type Report, reportSchema } from '../../../core/model/index.ts';
import { readLines } from '../../support/read-text.ts';
import { anyReport } from '../../support/report-arbitraries.ts';
import {
  anyLines,
  anyStep,
  faceOf,
  keptLetters,
  lettersOf,
  listHiding,
  openLines,
  type Step,
  seenLetters,
  take,
  wording,
} from './arbitrary-claims.ts';

const steps = fc.array(anyStep(), { maxLength: 8 });
/** What a person sees is what the report says, and what was left out. */
function expectNothingLost(claim: Claim): void {
  expect(keptLetters(claim)).toBe(seenLetters(claim));
  expect(listHiding(claim)).toEqual([]);
}
/** The claim after each step, nothing being lost at any of them. */
const walk = (lines: readonly string[], path: readonly Step[]) =>
  path.reduce((claim, step) => {
    const next = take(claim, step);
    expectNothingLost(next);
    return next;
  }, openLines(lines));

test('a reading that nobody touched gives its own report, identifiers included', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      expect(toReport(openLines(lines))).toEqual(readLines(lines).report);
    }),
  );
});

const runsIn = (runIn: boolean, next: Block | undefined) => runIn && next?.type === 'paragraph';
const headingsRunIn = (blocks: readonly Block[]) =>
  blocks.map((block, index) =>
    block.type === 'subheading'
      ? { ...block, runIn: runsIn(block.runIn, blocks[index + 1]) }
      : block,
  );
/** The report with headings sharing their line only where a paragraph follows. */
function withTrueRunIn(report: Report): Report {
  const parts = report.parts.map((part) => ({
    ...part,
    blocks: headingsRunIn(part.blocks),
    sections: part.sections.map((section) => ({
      ...section,
      runIn: runsIn(section.runIn, section.blocks[0]),
      blocks: headingsRunIn(section.blocks),
    })),
  }));
  return { ...report, preamble: headingsRunIn(report.preamble), parts };
}

test('so does a report that does not stand in its source at all', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const reading = { report, discarded: [], decisions: [], source: [] };
      expect(toReport(openClaim(reading, wording))).toEqual(withTrueRunIn(report));
    }),
  );
});

test('after any steps no heading shares its line with nothing', () => {
  fc.assert(
    fc.property(anyLines, steps, (lines, path) => {
      const report = toReport(walk(lines, path));
      expect(withTrueRunIn(report)).toEqual(report);
    }),
    { numRuns: 200 },
  );
});

test('opening brings every letter of the source back, but for the marks around dates and organs', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const missing =
        lettersOf(openLines(lines)).length - lines.join('').replace(/\s/gu, '').length;
      expect(missing).toBeGreaterThanOrEqual(-40);
      const claim = openLines(lines);
      for (const line of claim.lines.filter(({ role }) => isHeadingRole(role))) {
        const raw = rawWords(line).replace(/\s/gu, '');
        const isWhole = lines.some((text) =>
          text.replace(/\s/gu, '').includes(raw.replace(/。$/u, '')),
        );
        expect(line.spans.length === 0 || isWhole).toBe(true);
      }
    }),
  );
});

test('no step loses a letter or changes their order, moving apart', () => {
  const still = anyStep(['up', 'down', 'merge', 'edit']);
  fc.assert(
    fc.property(anyLines, fc.array(still, { maxLength: 8 }), (lines, path) => {
      expect(lettersOf(walk(lines, path))).toBe(lettersOf(openLines(lines)));
    }),
    { numRuns: 200 },
  );
});

test('moving and merging keep every letter too', () => {
  const sort = (text: string) => [...text].toSorted().join('');
  const unedited = fc.array(anyStep(['edit']), { maxLength: 8 });
  fc.assert(
    fc.property(anyLines, unedited, (lines, path) => {
      expect(sort(lettersOf(walk(lines, path)))).toBe(sort(lettersOf(openLines(lines))));
    }),
    { numRuns: 200 },
  );
});

test('after any steps the report is one of the model, with identifiers used once', () => {
  fc.assert(
    fc.property(anyLines, steps, (lines, path) => {
      const claim = walk(lines, path);
      const report = toReport(claim);
      expect(reportSchema.safeParse(report).success).toBe(true);
      const ids = claim.lines.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 200 },
  );
});

test('split and merged again, a line is what it was', () => {
  fc.assert(
    fc.property(anyLines, steps, fc.nat(40), fc.nat(60), (lines, path, at, by) => {
      const claim = walk(lines, path);
      const line = claim.lines[at % claim.lines.length];
      const words = line ? wordsOf(line) : '';
      fc.pre(line !== undefined && line.role !== 'discarded' && words.length > 1);
      const parted = splitLine(claim, line.id, 1 + (by % (words.length - 1)));
      fc.pre(parted !== claim);
      expectNothingLost(parted);
      const second = parted.lines[claim.lines.indexOf(line) + 1];
      const merged = mergeLines(parted, new Set([second?.id ?? '']));
      expectNothingLost(merged);
      expect(faceOf(merged)).toEqual(faceOf(claim));
    }),
    { numRuns: 200 },
  );
});

test('raised and lowered again, a line is what it was', () => {
  fc.assert(
    fc.property(anyLines, steps, fc.nat(40), (lines, path, at) => {
      const claim = walk(lines, path);
      const ids = new Set([claim.lines[at % claim.lines.length]?.id ?? '']);
      const raised = raiseLines(claim, ids);
      fc.pre(raised !== claim);
      expectNothingLost(raised);
      expect(faceOf(lowerLines(raised, ids))).toEqual(faceOf(claim));
    }),
    { numRuns: 200 },
  );
});

test('a heading lowered and raised again is what it was', () => {
  fc.assert(
    fc.property(anyLines, fc.nat(40), (lines, at) => {
      const claim = openLines(lines);
      const ids = new Set([claim.lines[at % claim.lines.length]?.id ?? '']);
      const lowered = lowerLines(claim, ids);
      fc.pre(lowered !== claim);
      expectNothingLost(lowered);
      expect(faceOf(raiseLines(lowered, ids))).toEqual(faceOf(claim));
    }),
    { numRuns: 200 },
  );
});

test('undoing all steps restores each state exactly, and redoing them too', () => {
  fc.assert(
    fc.property(anyLines, steps, (lines, path) => {
      const states = [openLines(lines)];
      for (const step of path) {
        const last = states.at(-1);
        const next = last && take(last, step);
        if (next && next !== last) {
          expectNothingLost(next);
          states.push(next);
        }
      }
      const [first, ...later] = states;
      if (!first) return;
      let history = later.reduce(record, startHistory(first));
      for (const state of states.slice(0, -1).toReversed()) {
        history = undo(history);
        expect(history.present).toBe(state);
      }
      expect(undo(history)).toBe(history);
      for (const state of later) {
        history = redo(history);
        expect(history.present).toBe(state);
      }
    }),
  );
});

test('an edit changes its own line and no other', () => {
  fc.assert(
    fc.property(anyLines, fc.nat(40), (lines, at) => {
      const claim = openLines(lines);
      const line = claim.lines[at % claim.lines.length];
      fc.pre(line !== undefined && line.role !== 'date');
      const edited = setWords(claim, line.id, '改过的话');
      expectNothingLost(edited);
      expect(edited.lines.map(({ id }) => id)).toEqual(claim.lines.map(({ id }) => id));
      const others = edited.lines.filter(({ id }) => id !== line.id);
      expect(others).toEqual(claim.lines.filter(({ id }) => id !== line.id));
      expect(edited.lines.find(({ id }) => id === line.id)?.text).toBe('改过的话');
    }),
  );
});
