import type { PrintedDocument, PrintedSection } from '../printed/index.ts';
import { drawPage, kindOf, readPageField } from './draw-page.ts';
import { type Body, fillPages } from './fill-pages.ts';
import { flowSection } from './flow-section.ts';
import { type Habits, habits } from './habits.ts';
import type { Page } from './page.ts';
import { measureEdges } from './set-edges.ts';
import type { Setting } from './set-paragraph.ts';
import type { Unit } from './unit.ts';

const DEFAULT_TAB = 720;

/** The room for text: what head and foot take of it is theirs. */
function findBody(section: PrintedSection, setting: Setting): Body {
  const { paper, margins, grid } = section;
  const { head, foot } = measureEdges(section, 'default', setting);
  const below = Math.max(Math.abs(margins.bottom), foot > 0 ? margins.footer + foot : 0);
  const top = Math.max(Math.abs(margins.top), head > 0 ? margins.header + head : 0);
  const bottom = paper.height - below;
  const hasLines = grid.type !== 'none' && grid.linePitch > 0 && bottom > top;
  const spare = setting.habits.centresGrid && hasLines ? (bottom - top) % grid.linePitch : 0;
  return { top: top + Math.floor(spare / 2), bottom: bottom - Math.ceil(spare / 2) };
}

/** How the first unit of a section begins. */
function beginSection(sections: readonly PrintedSection[], index: number): Unit['begins'] {
  const [section, before] = [sections[index], sections[index - 1]];
  if (!section || !before) return null;
  if (section.begins === 'evenPage' || section.begins === 'oddPage') return section.begins;
  const isSame =
    section.paper.width === before.paper.width && section.paper.height === before.paper.height;
  return section.begins === 'continuous' && isSame ? null : 'page';
}

/** The units of all sections in one flow. */
function flowDocument(
  { sections }: PrintedDocument,
  settingOf: (section: PrintedSection) => Setting,
): readonly Unit[] {
  return sections.flatMap((section, index) => {
    const [first, ...rest] = flowSection(section, index, settingOf(section));
    if (!first) return [];
    return [{ ...first, begins: beginSection(sections, index) ?? first.begins }, ...rest];
  });
}

/**
 * The pages of a document as a word processor prints them: lines broken, justified and placed, with
 * tables, frames, heads and feet. Where programs differ it follows Word, unless others' habits are given.
 */
export function paginate(document: PrintedDocument, own: Habits = habits.word): readonly Page[] {
  const { sections } = document;
  const defaultTab = document.defaultTab ?? DEFAULT_TAB;
  const settingOf = (
    { grid }: PrintedSection,
    readField: Setting['readField'] = () => null,
  ): Setting => ({ habits: own, grid, defaultTab, readField });
  const units = flowDocument(document, settingOf);
  const bodies = sections.map((section) => findBody(section, settingOf(section)));
  const sheets = fillPages(units, sections, (index) => bodies[index] ?? { top: 0, bottom: 0 });
  return sheets.flatMap((sheet, index) => {
    const section = sections[sheet.section];
    if (!section) return [];
    const isFirst = sheets[index - 1]?.section !== sheet.section;
    const kind = kindOf(document, section, { number: sheet.number, isFirst });
    const readField = readPageField(sheet.number, sheets.length);
    return [drawPage(sheet, section, kind, settingOf(section, readField))];
  });
}
