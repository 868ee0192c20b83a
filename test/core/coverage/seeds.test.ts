import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverReport } from '../../../core/coverage/index.ts';
import { createCountingIds } from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { plainParagraph, segment } from '../../../core/segment/index.ts';
import { shipped, template } from '../../templates/shipped-packs.ts';

const folder =
  process.env['NIANBAO_SEEDS'] ?? join(import.meta.dirname, '../../../../shared/seeds');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
if (names.length === 0) {
  console.warn(
    `Skipped: coverage of published reports. No .txt file in ${folder}; name their folder in NIANBAO_SEEDS.`,
  );
}

function coverSeed(start: string) {
  const name = names.find((one) => one.startsWith(start));
  if (name === undefined) return null;
  const lines = readFileSync(join(folder, name), 'utf8').split(/\r?\n/u);
  const { report } = segment(
    lines.map((text, line) => plainParagraph(line, text)),
    { createId: createCountingIds(), template, fallbackYear: 2020 },
  );
  const packs = choosePacks(shipped.packs, report.year);
  const { items } = coverReport(report, packs);
  const headings = new Map(
    report.parts.flatMap((part) => [part, ...part.sections]).map((one) => [one.id, one.heading]),
  );
  return {
    stateOf: (id: string) => items.find(({ itemId }) => itemId === id)?.state,
    homeOf: (id: string) =>
      headings.get(items.find(({ itemId }) => itemId === id)?.homeId ?? '') ?? null,
    required: packs.checklist.items.filter((item) => item.required).map(({ id }) => id),
    items,
  };
}

describe.skipIf(names.length === 0)('a published report', () => {
  it('with counts of cases, but no causes, is told so', () => {
    const seed = coverSeed('000');
    expect(seed?.stateOf('2015-33-reconsideration')).toBe('answered');
    expect(seed?.stateOf('2015-27-appearance')).toBe('answered');
    expect(seed?.stateOf('2015-12-documents')).toBe('answered');
    expect(seed?.stateOf('2015-24-certificates')).toBe('partly');
    expect(seed?.stateOf('rule-causes')).toBe('missing');
    expect(seed?.stateOf('rule-duty-report')).toBe('missing');
    expect(seed?.homeOf('2015-30-disclosure')).toContain('政务公开');
    expect(seed?.homeOf('2015-32-mediation')).toContain('纠纷');
    expect(seed?.homeOf('2015-6-drills')).toBeNull();
  });

  it('with causes, but no counts of cases, is told so', () => {
    const seed = coverSeed('002');
    expect(seed?.stateOf('rule-causes')).toBe('answered');
    expect(seed?.stateOf('2021-15-certificates')).toBe('answered');
    expect(seed?.stateOf('2021-22-reconsideration')).toBe('missing');
    expect(seed?.stateOf('2021-34-hours')).toBe('missing');
    expect(seed?.stateOf('rule-secretary')).toBe('partly');
    expect(seed?.homeOf('2021-16-publicity')).toContain('普法');
  });

  it('on one line is read section by section', () => {
    const seed = coverSeed('003');
    expect(seed?.stateOf('2015-33-reconsideration')).toBe('answered');
    expect(seed?.stateOf('rule-four-acts')).toBe('answered');
    expect(seed?.stateOf('rule-duty-report')).toBe('answered');
    expect(seed?.homeOf('2015-17-counsel')).toContain('法律顾问');
    expect(seed?.homeOf('2015-21-three')).toContain('三项制度');
  });

  // the report of 002 has four sections in all
  it.each([
    ['000', 1 / 6],
    ['002', 2 / 5],
    ['003', 1 / 6],
  ])('%s has no section with most of the questions', (start, most) => {
    const seed = coverSeed(start);
    const homes = Map.groupBy(seed?.items ?? [], ({ homeId }) => homeId ?? '');
    homes.delete('');
    const largest = Math.max(...[...homes.values()].map(({ length }) => length));
    expect(largest).toBeLessThan((seed?.items.length ?? 0) * most);
  });
});
