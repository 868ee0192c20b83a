import type { Node } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { parseHeadingLabel } from '../../core/numbering/index.ts';
import { isRequiredPart, type Line, lineOf } from './lines.ts';
import { attrsOf, isHeading, schema } from './schema.ts';

/** What a line can be made: text (0), or a heading of level 1 一、 to 4 （1）. */
export type LineLevel = 0 | 1 | 2 | 3 | 4;

/** The level of a line; null for lines that have none, such as the title. */
export function levelOf(node: Node): LineLevel | null {
  const { paragraph, partHeading, sectionHeading, subheading } = schema.nodes;
  switch (node.type) {
    case paragraph:
      return 0;
    case partHeading:
      return 1;
    case sectionHeading:
      return 2;
    case subheading:
      return node.attrs['level'] === 4 ? 4 : 3;
    default:
      return null;
  }
}

function typeOf(level: LineLevel) {
  const { paragraph, partHeading, sectionHeading, subheading } = schema.nodes;
  const attrs = { kind: 'other', level };
  const types = [paragraph, partHeading, sectionHeading, subheading, subheading] as const;
  return { type: types[level], attrs };
}

function isInPart(doc: Node, line: Line): boolean {
  for (let index = line.index - 1; index >= 0; index -= 1) {
    if (doc.child(index).type === schema.nodes.partHeading) return true;
  }
  return false;
}

function canBecome(doc: Node, line: Line, level: LineLevel): boolean {
  const now = levelOf(line.node);
  if (now === null || now === level || isRequiredPart(line.node)) return false;
  return level !== 2 || isInPart(doc, line);
}

function listCovered(state: EditorState): readonly Line[] {
  const { $from, $to } = state.selection;
  const lines: Line[] = [];
  state.doc.forEach((node, from, index) => {
    const to = from + node.nodeSize;
    if (to > $from.pos && from < $to.pos + 1 && from <= $to.pos)
      lines.push({ node, index, from, to });
  });
  return lines;
}

/**
 * Makes every line of the selection text or a heading of `level`. Id and origin stay; a number
 * that was typed in front of the words goes, since the page counts by itself.
 */
export function setLineLevel(level: LineLevel): Command {
  return (state, dispatch) => {
    const lines = listCovered(state).filter((line) => canBecome(state.doc, line, level));
    if (lines.length === 0) return false;
    if (!dispatch) return true;
    const { tr } = state;
    const { type, attrs } = typeOf(level);
    for (const { node, from } of lines.toReversed()) {
      tr.setNodeMarkup(from, type, {
        ...attrs,
        ...attrsOf(node),
        runIn: node.attrs['runIn'] ?? false,
      });
      const label = level > 0 ? parseHeadingLabel(node.textContent) : null;
      if (label) tr.delete(from + 1, from + 1 + label.raw.length);
    }
    dispatch(tr.scrollIntoView());
    return true;
  };
}

const deeper: Partial<Record<LineLevel, LineLevel>> = { 2: 3, 3: 4 };
const higher: Partial<Record<LineLevel, LineLevel>> = { 4: 3, 3: 2 };

function shiftLevel(steps: Partial<Record<LineLevel, LineLevel>>): Command {
  return (state, dispatch) => {
    const line = lineOf(state.selection.$from);
    if (!line || !isHeading(line.node)) return false;
    const level = levelOf(line.node);
    const next = level === null ? undefined : steps[level];
    return next === undefined ? false : setLineLevel(next)(state, dispatch);
  };
}

/** Tab in a heading: （一） → 1. → （1）. */
export const lowerHeading: Command = shiftLevel(deeper);
/** Shift+Tab in a heading: （1） → 1. → （一）. */
export const raiseHeading: Command = shiftLevel(higher);

/** Lets a section's or subheading's words share the line with the text after them, or no longer. */
export const toggleRunIn: Command = (state, dispatch) => {
  const line = lineOf(state.selection.$from);
  const { sectionHeading, subheading } = schema.nodes;
  if (!line || (line.node.type !== sectionHeading && line.node.type !== subheading)) return false;
  dispatch?.(state.tr.setNodeAttribute(line.from, 'runIn', !line.node.attrs['runIn']));
  return true;
};
