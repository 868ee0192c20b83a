import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCountingIds } from '../../core/model/index.ts';
import { parsePacks, type TemplatePack } from '../../core/packs/index.ts';
import { plainParagraph, type Segmented, segment } from '../../core/segment/index.ts';

/** The template that ships with the app. */
export function shippedTemplate(): TemplatePack {
  const file = join(import.meta.dirname, '../../templates/four-part-report.json');
  const { packs, faults } = parsePacks([{ name: file, json: readFileSync(file, 'utf8') }]);
  const [pack] = packs;
  if (pack?.kind !== 'template') throw new Error(`no template: ${JSON.stringify(faults)}`);
  return pack;
}

/** Reads lines of text as the app reads a text file. */
export function readLines(lines: readonly string[], fallbackYear = 2025): Segmented {
  return segment(
    lines.map((text, line) => plainParagraph(line, text)),
    { createId: createCountingIds(), template: shippedTemplate(), fallbackYear },
  );
}

/** The parts of what was read, short enough to compare by eye. */
export function outlineOf({ report }: Segmented) {
  return report.parts.map(({ kind, heading, sections }) => ({
    kind,
    heading,
    sections: sections.map((section) => section.heading),
  }));
}
