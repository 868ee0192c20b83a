import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DisclosureHit } from '../../core/disclosure/index.ts';
import { createCountingIds, type Report } from '../../core/model/index.ts';
import type { TemplatePack } from '../../core/packs/index.ts';
import { plainParagraph, segment } from '../../core/segment/index.ts';

const folder = join(import.meta.dirname, '../fixtures/disclosure');

/** Words that a person marked, with the line they stand in. */
export interface MarkedWords {
  readonly words: string;
  readonly line: string;
  readonly severity: 'block' | 'warn';
}

/** A text without its marks, read as a report, with what was marked in it. */
export interface LabelledText {
  readonly name: string;
  readonly report: Report;
  readonly marked: readonly MarkedWords[];
}

const bare = (text: string) => text.replace(/[⟦⟧⟨⟩]/gu, '');

function readMarks(line: string): readonly MarkedWords[] {
  const ofKind = (shape: RegExp, severity: MarkedWords['severity']) =>
    [...line.matchAll(shape)].map(([, words = '']) => ({
      words: bare(words),
      line: bare(line),
      severity,
    }));
  return [...ofKind(/⟦([^⟧]*)⟧/gu, 'block'), ...ofKind(/⟨([^⟩]*)⟩/gu, 'warn')];
}

/** A text file read as a report, without marks. */
export function readText(path: string, template: TemplatePack): Report {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/u);
  const { report } = segment(
    lines.map((line, at) => plainParagraph(at, bare(line))),
    { createId: createCountingIds(), template, fallbackYear: 2024 },
  );
  return report;
}

/** The texts of test/fixtures/disclosure. */
export function readLabelledTexts(template: TemplatePack): readonly LabelledText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => {
      const path = join(folder, name);
      const lines = readFileSync(path, 'utf8').split('\n');
      const report = readText(path, template);
      return { name: name.replace(/\.txt$/u, ''), report, marked: lines.flatMap(readMarks) };
    });
}

/** True when a hit meets marked words, by their sentence: a report keeps no line numbers. */
function meets(hit: DisclosureHit, { words, line }: MarkedWords): boolean {
  const start = line.indexOf(words);
  const context = line.indexOf(hit.context);
  if (context < 0) return false;
  const at = context + hit.context.indexOf(hit.text);
  return at < start + words.length && start < at + hit.text.length;
}

/** How what was found agrees with what was marked. */
export interface DisclosureScore {
  readonly block: { readonly right: number; readonly all: number };
  readonly warn: { readonly right: number; readonly all: number };
  readonly wrong: readonly DisclosureHit[];
  /** Marked words that nothing of their severity was found at. */
  readonly missed: readonly MarkedWords[];
}

/** Holds hits of a text against its marks. */
export function score(text: LabelledText, hits: readonly DisclosureHit[]): DisclosureScore {
  const isRight = (hit: DisclosureHit) =>
    text.marked.some(
      (mark) => meets(hit, mark) && (hit.severity === 'warn' || mark.severity === 'block'),
    );
  const count = (severity: DisclosureHit['severity']) => {
    const own = hits.filter((hit) => hit.severity === severity);
    return { right: own.filter(isRight).length, all: own.length };
  };
  return {
    block: count('block'),
    warn: count('warn'),
    wrong: hits.filter((hit) => !isRight(hit)),
    missed: text.marked.filter(
      (mark) =>
        !hits.some(
          (hit) => meets(hit, mark) && (hit.severity === 'block' || mark.severity === 'warn'),
        ),
    ),
  };
}
