import type { Finding } from '../../api/index.ts';
import { blockText, type Part, type Report } from '../../model/index.ts';
import { type Rule, wholeFinding } from '../rule.ts';

const rule = 'duplicate-heading';

function normalise(heading: string): string {
  return heading.replace(/[\s，。、,.]/gu, '');
}

interface Headed {
  readonly id: string;
  readonly heading: string;
}

/** Items whose heading stood before among them. */
function repeated<Item extends Headed>(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const words = normalise(item.heading);
    const isRepeated = words !== '' && seen.has(words);
    seen.add(words);
    return isRepeated;
  });
}

function checkSections(part: Part): readonly Finding[] {
  return repeated(part.sections).map(({ id, heading }) =>
    wholeFinding(rule, 'warning', `“${heading}”这个标题在本部分出现了不止一次。`, {
      partId: part.id,
      sectionId: id,
      text: heading,
    }),
  );
}

/** A heading printed a second time as the first paragraph under it. */
function checkEcho(part: Part): readonly Finding[] {
  const homes = [
    { sectionId: null, heading: part.heading, blocks: part.blocks },
    ...part.sections.map(({ id, heading, blocks }) => ({ sectionId: id, heading, blocks })),
  ];
  return homes.flatMap(({ sectionId, heading, blocks }) => {
    const [first] = blocks;
    if (!first) return [];
    const text = blockText(first);
    const words = normalise(heading);
    if (words === '' || normalise(text) !== words) return [];
    const place = { partId: part.id, sectionId, blockId: first.id, quote: text };
    return [
      {
        rule,
        severity: 'warning' as const,
        text,
        message: '标题在正文里又出现了一遍。',
        place,
        suggestion: '',
      },
    ];
  });
}

function check(report: Report): readonly Finding[] {
  return [
    ...repeated(report.parts).map(({ id, heading }) =>
      wholeFinding(rule, 'warning', `“${heading}”这个标题出现了不止一次。`, {
        partId: id,
        sectionId: null,
        text: heading,
      }),
    ),
    ...report.parts.flatMap((part) => [...checkSections(part), ...checkEcho(part)]),
  ];
}

/** Headings that stand twice. @source regulations.md 7.4, 9.1 (32) */
export const duplicateHeading: Rule = { id: rule, check: ({ report }) => check(report) };
