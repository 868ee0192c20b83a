import type { Node } from '@tiptap/pm/model';
import type { Block, Closing, Part, Report, Section } from '../../core/model/index.ts';
import { schema } from './schema.ts';

const { nodes } = schema;

function textOf(text: string): readonly Node[] {
  return text === '' ? [] : [schema.text(text)];
}

/** The editor's node of one block. */
export function toBlockNode(block: Block): Node {
  const { id, source } = block;
  switch (block.type) {
    case 'paragraph':
      return nodes.paragraph.create({ id, source }, textOf(block.text));
    case 'subheading':
      return nodes.subheading.create(
        { id, source, level: block.level, runIn: block.runIn },
        textOf(block.text),
      );
    case 'table':
      return nodes.table.create(
        { id, source },
        block.rows.map((row) =>
          nodes.tableRow.create(
            null,
            row.map((cell) => nodes.tableCell.create(null, textOf(cell))),
          ),
        ),
      );
  }
}

/** The editor's nodes of one section: its heading and its blocks. */
export function toSectionNodes(section: Section): readonly Node[] {
  const { id, source, runIn, heading, blocks } = section;
  return [
    nodes.sectionHeading.create({ id, source, runIn }, textOf(heading)),
    ...blocks.map(toBlockNode),
  ];
}

function toPartNodes(part: Part): readonly Node[] {
  const { id, source, kind, heading, blocks, sections } = part;
  return [
    nodes.partHeading.create({ id, source, kind }, textOf(heading)),
    ...blocks.map(toBlockNode),
    ...sections.flatMap(toSectionNodes),
  ];
}

function toClosingNodes(closing: Closing): readonly Node[] {
  const signature = closing.signature.length > 0 ? closing.signature : [''];
  return [
    ...closing.attachments.map((title) => nodes.attachment.create(null, textOf(title))),
    ...signature.map((line) => nodes.signature.create(null, textOf(line))),
    nodes.signedDate.create({ date: closing.signedDate }),
    ...(closing.note === '' ? [] : [nodes.note.create(null, textOf(closing.note))]),
  ];
}

/**
 * A report as the editor's document. Year and issuers ride on the root; an unsigned report gets
 * one empty signature line to write in.
 */
export function toDocument(report: Report): Node {
  const { year, issuers, title, addressee, preambleHeading, preamble, parts, closing } = report;
  return nodes.doc.create({ year, issuers }, [
    nodes.title.create(null, textOf(title)),
    nodes.addressee.create(null, textOf(addressee)),
    ...(preambleHeading === ''
      ? []
      : [nodes.preambleHeading.create(null, textOf(preambleHeading))]),
    ...preamble.map(toBlockNode),
    ...parts.flatMap(toPartNodes),
    ...toClosingNodes(closing),
  ]);
}
