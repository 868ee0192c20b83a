import type { PartKind } from '../model/index.ts';
import type { TemplatePack } from './template-pack.ts';

/** Tells the kind of part a heading names; null when its words name none. */
export type KindOf = (heading: string) => PartKind | null;

/**
 * A reader of part headings after the template's patterns, tried in the template's order. A heading
 * that names the year after the report's is a plan.
 * @source regulations.md 9.4
 */
export function createKindOf(
  template: Pick<TemplatePack, 'parts' | 'recognition'>,
  reportYear: number | null,
): KindOf {
  const rules = template.recognition.map((kind) => ({
    kind,
    patterns: template.parts
      .filter((part) => part.kind === kind)
      .flatMap((part) => part.patterns.map((source) => new RegExp(source, 'u'))),
  }));
  return (heading) => {
    const words = heading.replace(/[：:]$/u, '');
    const rule = rules.find(({ patterns }) => patterns.some((pattern) => pattern.test(words)));
    if (rule && rule.kind !== 'achievements') return rule.kind;
    const namesNextYear = reportYear !== null && heading.includes(`${reportYear + 1}年`);
    return namesNextYear ? 'plan' : (rule?.kind ?? null);
  };
}
