import { expect, test } from 'vitest';
import { numberHeadings } from '../../../core/layout/index.ts';
import {
  buildPart,
  buildReport,
  buildSection,
  buildSubheading,
  createCountingIds,
} from '../../../core/model/index.ts';

const createId = createCountingIds();
const third = () => buildSubheading(createId, 3, '步骤');
const fourth = () => buildSubheading(createId, 4, '细节');

test('sections restart in each part, level 3 in each section, level 4 under each level 3', () => {
  const report = buildReport(2025, {
    preamble: [third()],
    parts: [
      buildPart(createId, 'achievements', '成效', {
        blocks: [third(), third()],
        sections: [
          buildSection(createId, '甲', [third(), fourth(), fourth(), third(), fourth()]),
          buildSection(createId, '乙', [fourth(), third()]),
        ],
      }),
      buildPart(createId, 'plan', '安排', { sections: [buildSection(createId, '丙')] }),
    ],
  });
  const labels = numberHeadings(report);
  const print = (ids: readonly string[]) => ids.map((id) => labels.get(id)).join(' ');
  expect(print(report.preamble.map((block) => block.id))).toBe('1.');
  expect(print(report.parts.map((part) => part.id))).toBe('一、 二、');
  const [first, second] = report.parts;
  expect(print(first?.blocks.map((block) => block.id) ?? [])).toBe('1. 2.');
  expect(print(first?.sections.map((section) => section.id) ?? [])).toBe('（一） （二）');
  expect(print(second?.sections.map((section) => section.id) ?? [])).toBe('（一）');
  const inside = first?.sections.map((section) => print(section.blocks.map(({ id }) => id)));
  expect(inside).toEqual(['1. （1） （2） 2. （1）', '（1） 1.']);
});

test('more sections than Chinese numbers are written for still get a number', () => {
  const sections = Array.from({ length: 10_001 }, () => buildSection(createId, ''));
  const report = buildReport(2025, { parts: [buildPart(createId, 'other', '', { sections })] });
  expect(numberHeadings(report).get(sections[10_000]?.id ?? '')).toBe('（10001）');
});
