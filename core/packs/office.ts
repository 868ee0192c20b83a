import type { OfficePack } from './office-pack.ts';
import type { PackDeadline, TemplatePack } from './template-pack.ts';

function mergeDeadlines(
  known: readonly PackDeadline[],
  own: readonly PackDeadline[],
): readonly PackDeadline[] {
  return [...new Map([...known, ...own].map((deadline) => [deadline.id, deadline])).values()];
}

/** A template with what a county's office asks for laid over it. */
export function applyOffice(template: TemplatePack, office: OfficePack): TemplatePack {
  const headings = new Map(office.headings.map(({ part, heading }) => [part, heading]));
  const others = template.addressees.filter((one) => !office.addressees.includes(one));
  return {
    ...template,
    titlePattern: office.titlePattern ?? template.titlePattern,
    addressees: [...office.addressees, ...others],
    deadlines: mergeDeadlines(template.deadlines, office.deadlines),
    parts: template.parts.map((part) => {
      const heading = headings.get(part.kind);
      return heading === undefined ? part : { ...part, heading };
    }),
  };
}
