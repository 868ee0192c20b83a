import { fail, type Input, type Output, ok, type Result } from '../../core/api/index.ts';
import type { FilledForm } from '../../core/forms/index.ts';
import type { MaterialFacts } from '../../core/materials/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import {
  addMaterial,
  getMaterial,
  listMaterials,
  removeMaterial,
  setLedgerEntry,
} from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import { chosenUnitKind } from './packs.ts';

/** Longest title and text of a material. */
const longest = { title: 200, text: 300_000 } as const;

/** Something of a form that becomes a material of its own. */
interface Piece {
  /** What it answers; null for what is no answer. */
  readonly itemId: string | null;
  readonly title: string;
  readonly text: string;
}

function titleOf(form: FilledForm, about: string): string {
  const office = form.department === '' ? '' : `·${form.department}`;
  return Array.from(`征集表${office}：${about}`)
    .slice(0, longest.title / 2)
    .join('');
}

/** Two answers to one question become one: a question has one material of each office. */
function listAnswers(form: FilledForm): readonly Piece[] {
  const pieces = new Map<string, Piece>();
  for (const { itemId, question, text } of form.answers) {
    if (text.trim() === '') continue;
    const title = titleOf(form, question);
    const key = itemId ?? title;
    const before = pieces.get(key);
    pieces.set(
      key,
      before ? { ...before, text: `${before.text}\n${text}` } : { itemId, title, text },
    );
  }
  return [...pieces.values()];
}

/** Everything else: other words, and what stands in a figure's place without being a number. */
function listRest(form: FilledForm, nameFigure: (id: string) => string): readonly Piece[] {
  const figures = form.figures
    .filter(({ value, note }) => value === null && note !== '')
    .map(({ figureId, note }) => `${nameFigure(figureId)}：${note}`);
  const lines = [...form.rest, ...figures].filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  return [{ itemId: null, title: titleOf(form, '其他内容'), text: lines.join('\n') }];
}

/** What is longer than a material may be goes on in further ones, so that no word is lost. */
function splitLong(piece: Piece): readonly Piece[] {
  const parts = Math.ceil(piece.text.length / longest.text);
  return Array.from({ length: parts }, (_, at) => ({
    itemId: at === 0 ? piece.itemId : null,
    title: at === 0 ? piece.title : `${piece.title}（续 ${at}）`,
    text: piece.text.slice(at * longest.text, (at + 1) * longest.text),
  }));
}

type Kept = Pick<MaterialFacts, 'title' | 'itemIds'> & { readonly id: string };

function isSame(piece: Piece, kept: Kept): boolean {
  if (piece.itemId !== null) return kept.itemIds.includes(piece.itemId);
  return kept.title === piece.title;
}

type KeepInput = Input<'forms.keep'>;

/** Keeps one piece in the place of what the same office said to it before; gives its id. */
function keepPiece(
  deps: ServiceDeps,
  { form, file }: KeepInput,
  piece: Piece,
  now: string,
): string {
  const { store, createId } = deps;
  const { year, department } = form;
  const before = listMaterials(store, year).filter(
    (kept) => kept.kind === 'form' && kept.department === department && isSame(piece, kept),
  );
  const { text } = piece;
  const same = before.find(
    ({ id, fileName }) => fileName === file.name && getMaterial(store, id)?.text === text,
  );
  // what was said before is hidden and not lost: it can be brought back
  for (const { id } of before) if (id !== same?.id) removeMaterial(store, id, now);
  if (same) return same.id;
  const id = createId();
  const itemIds = piece.itemId === null ? [] : [piece.itemId];
  const facts = { year, title: piece.title, text, happenedOn: null, department, itemIds };
  const bytes = Buffer.from(file.base64, 'base64');
  addMaterial(store, { id, kind: 'form', facts, file: { name: file.name, bytes } }, now);
  return id;
}

interface Asked {
  readonly name: string;
  readonly itemId: string;
}

function listAsked(deps: ServiceDeps, year: number, issuers: readonly string[]) {
  const unitKind = chosenUnitKind(deps.store);
  const { items } = choosePacks(deps.library.packs, year, { issuers, unitKind }).checklist;
  const asked = new Map<string, Asked>();
  for (const { id: itemId, figures } of items) {
    for (const { id, name } of figures) if (!asked.has(id)) asked.set(id, { name, itemId });
  }
  return asked;
}

/**
 * Keeps a filled form in one transaction: each answer as a material of its question with the file,
 * everything else as one more, each figure in the ledger. What the same office answered to the same
 * question before gives way and stays restorable; a blank takes nothing back. Gives `input/invalid`
 * for a figure that nobody asks for.
 */
export function keepForm(
  deps: ServiceDeps,
  input: KeepInput,
  issuers: readonly string[],
): Result<Output<'forms.keep'>> {
  const { store, clock } = deps;
  const { form } = input;
  const asked = listAsked(deps, form.year, issuers);
  const figures = form.figures.filter(({ value }) => value !== null);
  if (figures.some(({ figureId }) => !asked.has(figureId))) {
    return fail({ code: 'input/invalid', path: 'form.figures', reason: '有一个数据不在清单里' });
  }
  const recordedAt = clock().toISOString();
  const nameFigure = (id: string) => asked.get(id)?.name ?? id;
  const pieces = [...listAnswers(form), ...listRest(form, nameFigure)].flatMap(splitLong);
  const materialIds = store.transact(() => {
    const kept = pieces.map((piece) => ({
      ...piece,
      id: keepPiece(deps, input, piece, recordedAt),
    }));
    for (const { figureId, value, note } of figures) {
      if (value === null) continue;
      const { year, department } = form;
      const home = kept.find(({ itemId }) => itemId === asked.get(figureId)?.itemId) ?? kept[0];
      const materialId = home?.id ?? null;
      setLedgerEntry(store, { year, department, figureId, value, note, materialId, recordedAt });
    }
    return kept.map(({ id }) => id);
  });
  return ok({ materialIds, figures: figures.length });
}
