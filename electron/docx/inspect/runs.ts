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

type Revision = PrintedRun['revision'];

/** Where runs are collected, and what is true of all of them. */
interface Place {
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

function nameField(code: string): string {
  return /^\s*([a-z]+)/iu.exec(code)?.[1]?.toUpperCase() ?? '';
}

function pushRun(text: string, look: RunLook, field: string | null, place: Place): void {
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
const longestCode = 200;

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

function readRun(run: XmlElement, place: Place): void {
  const { story } = place;
  const rPr = childOf(run, 'w:rPr');
  const look = lookOfRun(rPr, place.base, story);
  if (childOf(rPr, 'w:rPrChange')) story.counts.revisions += 1;
  let text = '';
  const flush = (): void => {
    const field = fieldOf(story.fields);
    pushRun(text, look, field, place);
    const current = story.fields.at(-1);
    if (text !== '' && current) current.hasResult = true;
    text = '';
  };
  const take = (child: XmlElement): void => {
    switch (child.name) {
      case 'w:rPr':
        return;
      case 'w:fldChar':
        flush();
        markField(child, look, place);
        return;
      case 'w:instrText': {
        const current = story.fields.at(-1);
        if (current?.inCode && current.code.length < longestCode) {
          current.code += wordsOf(child).slice(0, longestCode);
        }
        return;
      }
      case 'w:commentReference':
        story.counts.comments += 1;
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        readShapes(child, story);
        return;
      case 'mc:AlternateContent':
        for (const inner of chosen(child).children) if (typeof inner !== 'string') take(inner);
        return;
      default:
        if (!story.fields.some((field) => field.inCode)) text += signOf(child);
    }
  };
  for (const child of run.children) if (typeof child !== 'string') take(child);
  flush();
}

/** Elements that only wrap runs. */
const wrappers = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
]);

function readSimpleField(element: XmlElement, place: Place): void {
  const code = (attributeOf(element, 'instr') ?? '').slice(0, longestCode);
  const field: OpenField = { code, inCode: false, hasResult: false };
  place.story.fields.push(field);
  collect(element, place);
  place.story.fields.pop();
  const name = nameField(code);
  if (!field.hasResult && name === 'PAGE') pushRun('1', place.base, name, place);
}

function collectElement(element: XmlElement, place: Place): void {
  const { counts } = place.story;
  switch (element.name) {
    case 'w:r':
      readRun(element, place);
      return;
    case 'w:ins':
    case 'w:moveTo':
      counts.revisions += 1;
      collect(element, { ...place, revision: place.revision ?? 'inserted' });
      return;
    case 'w:del':
    case 'w:moveFrom':
      counts.revisions += 1;
      collect(element, { ...place, revision: 'deleted' });
      return;
    case 'w:fldSimple':
      readSimpleField(element, place);
      return;
    case 'w:bookmarkStart':
      counts.bookmarks.push(attributeOf(element, 'name') ?? '');
      return;
    case 'mc:AlternateContent':
      collect(chosen(element), place);
      return;
    default:
      if (wrappers.has(element.name)) collect(element, place);
  }
}

function collect(parent: XmlElement, place: Place): void {
  for (const child of parent.children) {
    if (typeof child !== 'string') collectElement(child, place);
  }
}

function isAlike(left: PrintedRun, right: PrintedRun): boolean {
  return (Object.keys(left) as (keyof PrintedRun)[]).every(
    (key) => key === 'text' || left[key] === right[key],
  );
}

/** Runs of the same look as one: editors split them at every stop of the hand. */
function joinRuns(runs: readonly PrintedRun[]): readonly PrintedRun[] {
  const joined: PrintedRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && run.field === null && isAlike(last, run)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
}

/** Reads the runs of a paragraph. A page break is `\f`. */
export function readRuns(
  paragraph: XmlElement,
  base: RunLook,
  story: Story,
  revision: Revision = null,
): readonly PrintedRun[] {
  const runs: PrintedRun[] = [];
  collect(paragraph, { story, base, runs, revision });
  // an instruction never goes past its paragraph; one that does has lost its end
  for (const field of story.fields) field.inCode = false;
  return joinRuns(runs);
}
