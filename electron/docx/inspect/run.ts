import { pt, twip } from '../../../core/layout/index.ts';
import type { PrintedRun } from '../../../core/printed/index.ts';
import { chosen, wordsOf } from '../read/docx/inline.ts';
import { readSymbol } from '../read/docx/symbols.ts';
import { attributeOf, childOf, type XmlElement } from '../read/xml.ts';
import { overRun, type RunLook, readRunLook, toggleRun, usualFaces } from './run-look.ts';
import { readShapes } from './shapes.ts';
import type { OpenField, Story } from './story.ts';

/** What Word takes where neither styles nor defaults name it. */
const usual = {
  face: usualFaces.chinese,
  latinFace: usualFaces.latin,
  size: pt(10),
  color: 'auto',
} as const;
const hanzi = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const latin = /[!-~]/u;

/** Whether a run is inserted or deleted by a revision. */
export type Revision = PrintedRun['revision'];

/** Where runs are collected, and what is true of all of them. */
export interface Place {
  readonly story: Story;
  readonly base: RunLook;
  readonly runs: PrintedRun[];
  readonly revision: Revision;
}

function noteTheme(text: string, look: RunLook, { counts }: Story): void {
  if (look.face?.isThemed && hanzi.test(text)) counts.themeFaces.add(look.face.name);
  if (look.latinFace?.isThemed && latin.test(text)) counts.themeFaces.add(look.latinFace.name);
}

function fieldOf(fields: readonly OpenField[]): string | null {
  const code = fields.at(-1)?.code;
  return code === undefined ? null : nameField(code);
}

/** Name of a field by its instruction, `PAGE`. */
export function nameField(code: string): string {
  return /^\s*([a-z]+)/iu.exec(code)?.[1]?.toUpperCase() ?? '';
}

/** Puts down text in a look; nothing for no text. */
export function pushRun(text: string, look: RunLook, field: string | null, place: Place): void {
  if (text === '') return;
  const { story, revision, runs } = place;
  if (look.hidden) story.counts.hiddenRuns += 1;
  else noteTheme(text, look, story);
  runs.push({
    text,
    face: look.face?.name ?? usual.face,
    latinFace: look.latinFace?.name ?? usual.latinFace,
    hintsChinese: look.hintsChinese ?? false,
    size: look.size ?? usual.size,
    bold: look.bold ?? false,
    italic: look.italic ?? false,
    underlined: look.underlined ?? false,
    color: look.color ?? usual.color,
    spacing: look.spacing ?? twip(0),
    hidden: look.hidden ?? false,
    revision,
    field,
  });
}

/** Look of a run: its paragraph's, its character style's, its own. */
export function lookOfRun(rPr: XmlElement | null, base: RunLook, story: Story): RunLook {
  const own = readRunLook(rPr, story.theme);
  return overRun(toggleRun(base, story.styles.character(own.styleId)), own);
}

const deepestField = 64;
/** Of a field's instruction this much is kept. */
export const longestCode = 200;

/** A page number without a stored result still prints: it stands as `1`. */
function markField(element: XmlElement, look: RunLook, place: Place): void {
  const { fields } = place.story;
  const type = attributeOf(element, 'fldCharType');
  if (type === 'begin') {
    if (fields.length < deepestField) fields.push({ code: '', inCode: true, hasResult: false });
    return;
  }
  const current = fields.at(-1);
  if (!current) return;
  if (type === 'separate') current.inCode = false;
  if (type !== 'end') return;
  fields.pop();
  const name = nameField(current.code);
  if (!current.hasResult && name === 'PAGE') pushRun('1', look, name, place);
}

function signOf(element: XmlElement): string {
  switch (element.name) {
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br': {
      const type = attributeOf(element, 'type');
      return type === 'page' || type === 'column' ? '\f' : '\n';
    }
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return readSymbol(element) ?? '';
    case 'w:t':
    case 'w:delText':
      return wordsOf(element);
    default:
      return '';
  }
}

/** A run while it is read: its text is put down where a field begins or ends. */
interface OpenRun {
  readonly place: Place;
  readonly look: RunLook;
  text: string;
}

function flush(run: OpenRun): void {
  const { place, look, text } = run;
  const { fields } = place.story;
  pushRun(text, look, fieldOf(fields), place);
  const current = fields.at(-1);
  if (text !== '' && current) current.hasResult = true;
  run.text = '';
}

function noteCode(element: XmlElement, { fields }: Story): void {
  const current = fields.at(-1);
  if (!current?.inCode || current.code.length >= longestCode) return;
  current.code += wordsOf(element).slice(0, longestCode);
}

function takeChild(child: XmlElement, run: OpenRun): void {
  const { story } = run.place;
  switch (child.name) {
    case 'w:rPr':
      return;
    case 'w:fldChar':
      flush(run);
      markField(child, run.look, run.place);
      return;
    case 'w:instrText':
      noteCode(child, story);
      return;
    case 'w:commentReference':
      story.counts.comments += 1;
      return;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readShapes(child, story);
      return;
    case 'mc:AlternateContent':
      takeChildren(chosen(child), run);
      return;
    default:
      if (!story.fields.some((field) => field.inCode)) run.text += signOf(child);
  }
}

function takeChildren(parent: XmlElement, run: OpenRun): void {
  for (const child of parent.children) if (typeof child !== 'string') takeChild(child, run);
}

/** Reads `w:r` into the runs of its place. */
export function readRun(element: XmlElement, place: Place): void {
  const rPr = childOf(element, 'w:rPr');
  if (childOf(rPr, 'w:rPrChange')) place.story.counts.revisions += 1;
  const run: OpenRun = { place, look: lookOfRun(rPr, place.base, place.story), text: '' };
  takeChildren(element, run);
  flush(run);
}
