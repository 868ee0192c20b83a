import type { Department } from '../packs/index.ts';
import type { FormParts } from './cards.ts';
import type { FormDoubt } from './form.ts';
import { plainWords, type ReadCell } from './rows.ts';
import type { FormMark } from './sheet.ts';

/** Whose form it is, and of which year, with what is doubtful in that. */
export interface FormHead {
  readonly year: number;
  /** Null where the form does not tell, or names an office nobody knows. */
  readonly departmentId: string | null;
  readonly department: string;
  readonly doubts: readonly FormDoubt[];
}

/** Where else than in the form itself it may be told. */
export interface HeadSources {
  readonly parts: FormParts;
  readonly fileName: string;
  readonly fallbackYear: number;
  readonly departments: readonly Department[];
}

function headDoubt(kind: 'year' | 'department', message: string): FormDoubt {
  return { kind, message, itemId: null, figureId: null, answer: null };
}

function factOf(parts: FormParts, label: string): ReadCell | null {
  return parts.facts.find((fact) => fact.label === label)?.cell ?? null;
}

function markOf<Kind extends FormMark['kind']>(cell: ReadCell | null, kind: Kind) {
  const found = cell?.marks.find((mark) => mark.kind === kind);
  return (found as Extract<FormMark, { readonly kind: Kind }> | undefined) ?? null;
}

function yearIn(text: string): number | null {
  const digits = /(?<!\d)(199\d|2[01]\d\d)(?!\d)/u.exec(plainWords(text))?.[1];
  return digits === undefined ? null : Number(digits);
}

function readYear({
  parts,
  fileName,
  fallbackYear,
}: HeadSources): Pick<FormHead, 'year' | 'doubts'> {
  const cell = factOf(parts, 'year');
  const written = yearIn(cell?.text ?? '');
  // a mark is held to the same years as words are
  const marked = yearIn(String(markOf(cell, 'year')?.year ?? ''));
  if (written !== null && marked !== null && written !== marked) {
    const message = `报告年度被改过：发出的是 ${marked} 年，现在是 ${written} 年，请核对。`;
    return { year: written, doubts: [headDoubt('year', message)] };
  }
  const told = written ?? marked;
  if (told !== null) return { year: told, doubts: [] };
  const title = parts.loose.find((line) => /征集表/u.test(line)) ?? '';
  const year = yearIn(title) ?? yearIn(fileName) ?? fallbackYear;
  return { year, doubts: [headDoubt('year', `表里没有写报告年度，先按 ${year} 年读，请核对。`)] };
}

function findDepartment(text: string, departments: readonly Department[]): Department | null {
  const words = plainWords(text);
  if (words === '') return null;
  const namesOf = ({ name, aliases }: Department) => [name, ...aliases].map(plainWords);
  return (
    departments.find((one) => namesOf(one).includes(words)) ??
    departments.find((one) => namesOf(one).some((name) => words.includes(name))) ??
    null
  );
}

function readDepartment({
  parts,
  fileName,
  departments,
}: HeadSources): Pick<FormHead, 'department' | 'departmentId' | 'doubts'> {
  const cell = factOf(parts, 'department');
  const text = cell?.text ?? '';
  const written = findDepartment(text, departments);
  const markedId = markOf(cell, 'department')?.id ?? null;
  const marked = departments.find(({ id }) => id === markedId) ?? null;
  const known = written ?? marked ?? (text === '' ? findDepartment(fileName, departments) : null);
  const department = known?.name ?? text.slice(0, 100);
  const give = (message: string | null) => ({
    department,
    departmentId: known?.id ?? null,
    doubts: message === null ? [] : [headDoubt('department', message)],
  });
  if (written && (marked === null || marked.id === written.id)) return give(null);
  if (marked && text !== '') {
    return give(`填报部门被改过：这张表发给“${marked.name}”，现在写的是“${text}”，请核对。`);
  }
  if (text !== '') return give(`填报部门“${text}”不在部门名单里，请核对。`);
  if (known) return give(`表里没有写填报部门，先按“${known.name}”读，请核对。`);
  return give('表里没有写填报部门，请补上。');
}

/** Year and office of a form: as they are written, else by their marks, the title or the file's name. */
export function readHead(sources: HeadSources): FormHead {
  const year = readYear(sources);
  const department = readDepartment(sources);
  return { ...department, ...year, doubts: [...year.doubts, ...department.doubts] };
}
