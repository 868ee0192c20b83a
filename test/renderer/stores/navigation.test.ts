import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  deskViews,
  formatHash,
  newReportStarts,
  parseHash,
  type Screen,
} from '../../../renderer/stores/navigation.ts';

const id = fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme' });
const screen: fc.Arbitrary<Screen> = fc.oneof(
  fc.constant<Screen>({ screen: 'library' }),
  fc.record({ screen: fc.constant('workspace' as const), reportId: id }),
  fc.record({
    screen: fc.constant('workspace' as const),
    reportId: id,
    view: fc.constantFrom(...deskViews),
  }),
  fc.record({
    screen: fc.constantFrom('materials' as const, 'forms' as const),
    year: fc.integer({ min: 1990, max: 2199 }),
  }),
  fc.record({ screen: fc.constant('new' as const), start: fc.constantFrom(...newReportStarts) }),
  fc.record({
    screen: fc.constant('roll' as const),
    reportId: id,
    year: fc.integer({ min: 1978, max: 2200 }),
    issuers: fc.array(id, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    screen: fc.constant('new' as const),
    start: fc.constantFrom(...newReportStarts),
    reportId: id,
  }),
);

test('reading the address of a screen gives that screen again', () => {
  fc.assert(
    fc.property(screen, (wanted) => {
      expect(parseHash(formatHash(wanted))).toEqual(wanted);
    }),
  );
});

test('an address nobody knows opens the library, and none is too odd to read', () => {
  for (const hash of [
    '',
    '#',
    '#/',
    '#/report/',
    '#/report/%',
    '#/roll/a',
    '#/roll/a/soon/b',
    '#/roll/a/2026',
    '#nowhere',
  ]) {
    expect(parseHash(hash), hash).toEqual({ screen: 'library' });
  }
  fc.assert(
    fc.property(fc.string(), (hash) => {
      expect(parseHash(hash)).toHaveProperty('screen');
    }),
  );
});

test('a way of beginning that does not exist asks which one', () => {
  expect(parseHash('#/new/magic')).toEqual({ screen: 'new', start: 'choose' });
});
