import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { isRequiredPart } from './lines.ts';
import { attrsOf, partKindOf } from './schema.ts';

/** Meta key of transactions that put a whole other document in place. */
export const REPLACE_DOCUMENT = 'nianbao:replaceDocument';

function listRequired(doc: Node): readonly string[] {
  const required: string[] = [];
  doc.forEach((node) => {
    if (isRequiredPart(node)) required.push(`${partKindOf(node)} ${attrsOf(node).id}`);
  });
  return required;
}

/** True when every required part of `before` still stands in `after`, with its kind. */
export function keepsRequiredParts(before: Node, after: Node): boolean {
  const kept = new Set(listRequired(after));
  return listRequired(before).every((part) => kept.has(part));
}

/** Refuses whatever would lose a required part. Commands work so that it never needs to. */
export function createGuardPlugin(): Plugin {
  return new Plugin({
    filterTransaction: (tr, state) =>
      !tr.docChanged ||
      tr.getMeta(REPLACE_DOCUMENT) === true ||
      keepsRequiredParts(state.doc, tr.doc),
  });
}
