import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildReport,
  countCharacters,
  findPiecesFault,
  joinPieces,
  parseReport,
  splitReport,
} from '../../../core/model/index.ts';
import { anyReport } from '../../support/report-arbitraries.ts';

test('splitting a report into pieces and joining them gives the same report', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(joinPieces(splitReport(report))).toEqual(report);
    }),
  );
});

test('a report survives the way through JSON', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual({ ok: true, report });
    }),
  );
});

test('pieces that make no report are named, not mended', () => {
  const pieces = splitReport(buildReport(2025));
  const [front, closing] = pieces;
  if (!front || !closing) throw new Error('an empty report has a front and a closing');
  const section = {
    kind: 'section',
    id: 's',
    source: null,
    heading: '',
    runIn: false,
    blocks: [],
  } as const;
  expect(findPiecesFault(pieces)).toBeNull();
  expect(findPiecesFault([closing])).toBe('front-missing');
  expect(findPiecesFault([front])).toBe('closing-missing');
  expect(findPiecesFault([front, section, closing])).toBe('section-without-part');
  expect(findPiecesFault([front, closing, closing])).toBe('repeated-id');
  expect(() => joinPieces([closing])).toThrow('front-missing');
});

test('a newer schema is named as newer, a wrong shape by its place', () => {
  const report = buildReport(2025);
  expect(parseReport({ ...report, schemaVersion: 2 })).toEqual({
    ok: false,
    fault: { kind: 'newer', schemaVersion: 2 },
  });
  expect(parseReport({ ...report, year: 'two' })).toEqual({
    ok: false,
    fault: { kind: 'malformed', path: 'year' },
  });
  expect(parseReport(null).ok).toBe(false);
});

test('characters are counted without blanks, over headings and text alike', () => {
  expect(countCharacters(buildReport(2025, { title: '青石镇 年报', addressee: '县政府' }))).toBe(8);
});
