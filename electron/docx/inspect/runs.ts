import type { PrintedRun } from '../../../core/printed/index.ts';
import { chosen } from '../read/docx/inline.ts';
import { attributeOf, type XmlElement } from '../read/xml.ts';
import { longestCode, nameField, type Place, pushRun, type Revision, readRun } from './run.ts';
import type { RunLook } from './run-look.ts';
import type { OpenField, Story } from './story.ts';

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
