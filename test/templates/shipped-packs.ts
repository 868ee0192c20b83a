import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Pack, parsePacks } from '../../core/packs/index.ts';

const folder = join(import.meta.dirname, '../../templates');

/** The packs as the app ships them, read from templates/. */
export const shipped = parsePacks(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'places.json')
    .map((name) => ({ name, json: readFileSync(join(folder, name), 'utf8') })),
);

function pick<Kind extends Pack['kind']>(kind: Kind, id: string): Extract<Pack, { kind: Kind }> {
  const isWanted = (pack: Pack): pack is Extract<Pack, { kind: Kind }> =>
    pack.kind === kind && pack.id === id;
  const pack = shipped.packs.find(isWanted);
  if (!pack) throw new Error(`templates/${id}.json is missing or no ${kind}`);
  return pack;
}

export const template = pick('template', 'four-part-report');
export const outlines = ['outline-2015-2020', 'outline-2021-2025'].map((id) => pick('outline', id));
export const checklists = ['checklist-2015-2020', 'checklist-2021-2025'].map((id) =>
  pick('checklist', id),
);
/** Checklists of rules, asked beside those of outlines. */
export const ruleChecklists = ['annual-report-rule', 'leaders-duties', 'newer-rules'].map((id) =>
  pick('checklist', id),
);

/** A phrase with every 〔…〕 place filled by a plausible fact. */
export function fillPhrase(phrase: string): string {
  return phrase.replace(/〔([^〕]*)〕/gu, (_, label: string) => {
    if (label === '年份数') return '2025';
    if (/[数率]$/u.test(label)) return '12';
    return label.endsWith('时间') ? '6月' : '青石镇';
  });
}
