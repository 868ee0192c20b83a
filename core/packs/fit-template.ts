import type { TemplatePack } from './template-pack.ts';
import type { Unit } from './units-pack.ts';
import { fillWording } from './wording.ts';

/** Fitted before: what remembers a template's headings knows it by the template. */
const fittedBefore = new WeakMap<TemplatePack, Map<string, TemplatePack>>();

/**
 * The template with its advice and suggested sections in the unit's own words: a bureau has no 镇长.
 * {year} and the other places that a report fills stay as they are.
 */
export function fitTemplate(template: TemplatePack, { words }: Unit): TemplatePack {
  const key = JSON.stringify(words);
  const before = fittedBefore.get(template) ?? new Map<string, TemplatePack>();
  fittedBefore.set(template, before);
  const known = before.get(key);
  if (known) return known;
  const fill = (wording: string) => fillWording(wording, words);
  const fitted: TemplatePack = {
    ...template,
    parts: template.parts.map((part) => ({
      ...part,
      guidance: fill(part.guidance),
      sections: part.sections.map(({ heading, guidance }) => ({
        heading: fill(heading),
        guidance: fill(guidance),
      })),
    })),
  };
  before.set(key, fitted);
  return fitted;
}
