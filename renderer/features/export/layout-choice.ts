import type { LayoutChoice } from '../../../core/api/index.ts';
import type { CopyKind, Filing } from '../../../core/layout/index.ts';

/** Before the id of an office's own document among the values of the choice. */
export const TEMPLATE = 'template:';

/** The value of a choice. */
export function keyOf(choice: LayoutChoice): string {
  return choice.kind === 'profile' ? choice.profile.id : `${TEMPLATE}${choice.template.id}`;
}

/** The name of a choice. */
export function nameOf(choice: LayoutChoice): string {
  if (choice.kind === 'template') return `${choice.template.name}（单位模板）`;
  return choice.origin === 'own' ? `${choice.profile.title}（自己的）` : choice.profile.title;
}

/** The layout that is chosen for a copy; an office's own document is for the filing copy alone. */
export function chosenLayout(
  filing: Filing,
  copy: CopyKind,
  choices: readonly LayoutChoice[],
): string {
  const template =
    copy === 'filing' && filing.templateId ? `${TEMPLATE}${filing.templateId}` : null;
  const values = choices.map(keyOf);
  if (template !== null && values.includes(template)) return template;
  return values.includes(filing.layouts[copy]) ? filing.layouts[copy] : 'plain';
}

/** Whether a copy is written into an office's own document. */
export function usesTemplate(filing: Filing, copy: CopyKind): boolean {
  return copy === 'filing' && filing.templateId !== null;
}

/** What choosing a layout changes. */
export function chooseLayout(filing: Filing, copy: CopyKind, value: string): Partial<Filing> {
  if (value.startsWith(TEMPLATE)) return { templateId: value.slice(TEMPLATE.length) };
  const layouts = { ...filing.layouts, [copy]: value };
  return copy === 'filing' ? { layouts, templateId: null } : { layouts };
}

/** An id no other layout has: letters and digits as ids of layouts are made of. */
export function createLayoutId(): string {
  return `own-${crypto.randomUUID().slice(0, 8)}`;
}
