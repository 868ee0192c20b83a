import { ok, type Result, type TemplatePlace } from '../../../core/api/index.ts';
import { openTemplate } from './open-template.ts';
import { places } from './places.ts';
import { listMarks } from './template-faults.ts';
import { listLacking, readStyles } from './template-styles.ts';

/** What an office's document has places for. */
export interface TemplateReading {
  readonly places: readonly TemplatePlace[];
  /** Places it lacks. */
  readonly missing: readonly TemplatePlace[];
  /** Styles it lacks, which are added when it is written into. */
  readonly addedStyles: readonly string[];
}

/** The places that stand anywhere in a document's parts. */
export function listPlaces(texts: ReadonlyMap<string, string>): ReadonlySet<TemplatePlace> {
  const all = [...texts.values()].flatMap(listMarks).map(({ place }) => place);
  return new Set(all.filter((place) => place !== null));
}

/** Looks an office's document over; fails with the reason, in words, why nothing can be written into it. */
export function inspectTemplate(bytes: Uint8Array): Result<TemplateReading, string> {
  const opened = openTemplate(bytes);
  if (!opened.ok) return opened;
  const { texts, styles } = opened.value;
  const here = listPlaces(texts);
  const lacking = listLacking(readStyles(styles));
  return ok({
    places: places.filter((place) => here.has(place)),
    missing: places.filter((place) => !here.has(place)),
    // a title with a place of its own keeps the look of that place
    addedStyles: lacking.filter((name) => name !== 'Title' || !here.has('title')),
  });
}
