import type { LedgerEntry } from '../materials/index.ts';
import type { AppliedPacks, AskedFigure, CheckItem } from '../packs/index.ts';
import type { CollectionForm, FormFigure, FormQuestion } from './form.ts';

/** For whom forms are made. */
export interface FormRequest {
  readonly year: number;
  /** Name of the unit that asks. */
  readonly unit: string;
  /** What is known of earlier years, for comparison; nothing by default. */
  readonly ledger?: readonly LedgerEntry[];
}

type Role = FormQuestion['role'];

/** The value an office gave for a figure in `year`, else that of the whole unit; null where there is none. */
export function findLedgerValue(
  ledger: readonly LedgerEntry[],
  key: Pick<LedgerEntry, 'year' | 'figureId' | 'department'>,
): number | null {
  const known = ledger.filter(
    (entry) => entry.year === key.year && entry.figureId === key.figureId,
  );
  const own = known.find(({ department }) => department === key.department);
  return (own ?? known.find(({ department }) => department === ''))?.value ?? null;
}

/** Each figure once: where two questions share one, it is asked with the first. */
function takeNewFigures(figures: readonly AskedFigure[], taken: Set<string>) {
  return figures.filter(({ id }) => {
    const isNew = !taken.has(id);
    taken.add(id);
    return isNew;
  });
}

function roleOf(item: CheckItem, departmentId: string, known: ReadonlySet<string>): Role | null {
  const offices = item.departments.filter((id) => known.has(id));
  const at = offices.indexOf(departmentId);
  if (at < 0) return null;
  return at === 0 ? 'asked' : 'reference';
}

/** What a reviewer asks of a report: 是否写明应急演练的次数？ */
const reviewing = /^是否((?:如实)?写明|对照)(.+)？$/u;

/**
 * How an office is asked: the question's own words for it, else the reviewer's turned to it:
 * 请写明应急演练的次数。 A question of another shape stays as it is.
 */
export function askOffice({ question, ask }: Pick<CheckItem, 'question' | 'ask'>): string {
  return ask ?? question.replace(reviewing, '请$1$2。');
}

function listQuestions(
  items: readonly CheckItem[],
  role: Role,
  toFigures: (item: CheckItem) => readonly FormFigure[],
): readonly FormQuestion[] {
  const inOrder = items.toSorted((a, b) => Number(b.required) - Number(a.required));
  return inOrder.map((item) => ({
    itemId: item.id,
    question: askOffice(item),
    basis: item.basis,
    evidence: item.evidence,
    // a figure has one office that answers for it
    figures: role === 'asked' ? toFigures(item) : [],
    role,
    required: item.required,
  }));
}

/**
 * One form for each office that is asked something, in the order of the packs: the questions whose
 * first office it is with their figures, then those where it stands later; of either, those that must
 * be answered stand first. An office that the packs
 * do not know is passed over; a question without offices is asked of nobody.
 */
export function buildForms(
  packs: Pick<AppliedPacks, 'checklist' | 'departments'>,
  { year, unit, ledger = [] }: FormRequest,
): readonly CollectionForm[] {
  const known = new Set(packs.departments.map(({ id }) => id));
  return packs.departments.flatMap(({ id, name }) => {
    const itemsOf = (role: Role) =>
      packs.checklist.items.filter((item) => roleOf(item, id, known) === role);
    const taken = new Set<string>();
    const toFigures = (item: CheckItem) =>
      takeNewFigures(item.figures, taken).map((figure) => ({
        ...figure,
        lastYear: findLedgerValue(ledger, {
          year: year - 1,
          figureId: figure.id,
          department: name,
        }),
      }));
    const asked = listQuestions(itemsOf('asked'), 'asked', toFigures);
    if (asked.length === 0) return [];
    const reference = listQuestions(itemsOf('reference'), 'reference', toFigures);
    return [{ year, unit, department: { id, name }, questions: [...asked, ...reference] }];
  });
}

/** Questions that no form asks, as no office is named for them. */
export function listUnasked(
  packs: Pick<AppliedPacks, 'checklist' | 'departments'>,
): readonly CheckItem[] {
  const known = new Set(packs.departments.map(({ id }) => id));
  return packs.checklist.items.filter((item) => !item.departments.some((id) => known.has(id)));
}
