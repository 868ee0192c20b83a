import {
  describeNotice,
  type FileDelivery,
  fail,
  type Input,
  type Notice,
  type Output,
  ok,
  type Result,
} from '../../core/api/index.ts';
import { usualReportYear } from '../../core/deadlines/index.ts';
import { buildForms, type CollectionForm, nameFormFile, readForm } from '../../core/forms/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { readLedger } from '../store/index.ts';
import { formatLocalDate, type ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { cleanFileName } from './file-name.ts';
import { keepForm } from './keep-form.ts';
import { createLedgerMethods } from './ledger.ts';
import { chosenUnitKind } from './packs.ts';
import { getSettings } from './settings.ts';

type FormMethod = Extract<keyof MethodTable, `forms.${string}` | `ledger.${string}`>;

/** A filled form is some tens of kilobytes; pictures put into it may make it larger. */
const largestFormBytes = 30 * 1024 * 1024;

function listForms(deps: ServiceDeps, year: number): readonly CollectionForm[] {
  const { store, library } = deps;
  const { issuers } = getSettings(store);
  const packs = choosePacks(library.packs, year, { issuers, unitKind: chosenUnitKind(store) });
  return buildForms(packs, { year, unit: issuers.join('、'), ledger: readLedger(store, year - 1) });
}

async function exportForms(
  deps: ServiceDeps,
  { year, returnBy = '', contact = '' }: Input<'forms.export'>,
): Promise<Result<FileDelivery>> {
  const forms = listForms(deps, year);
  if (forms.length === 0) {
    return fail({ code: 'input/invalid', path: '', reason: '清单没有写明各题由哪个部门填写' });
  }
  // loaded when first needed: the window must not wait for it
  const { writeForm } = await import('../docx/write/index.ts');
  const { faces } = getSettings(deps.store);
  const files = await Promise.all(
    forms.map(async (form) => ({
      fileName: cleanFileName(nameFormFile(form)),
      bytes: await writeForm(form, { returnBy, contact }, faces),
    })),
  );
  return deps.deliverAll(`征集表-${year}年度`, files);
}

const unreadThings: ReadonlySet<string> = new Set(['comment', 'formula', 'hidden', 'embedded']);

/** What somebody may have written and nothing was read of, told among the other words. */
function tellUnread(notices: readonly Notice[]): readonly string[] {
  return notices
    .filter((notice) => notice.code === 'read/left-out' && unreadThings.has(notice.what))
    .map((notice) => `表里还有内容要看原件：${describeNotice(notice)}`);
}

async function readFilled(
  deps: ServiceDeps,
  { name, base64 }: Input<'forms.read'>,
): Promise<Result<Output<'forms.read'>>> {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > largestFormBytes) {
    return fail({ code: 'import/too-large', name, bytes: bytes.length, limit: largestFormBytes });
  }
  const { readFormBlocks, sniffKind } = await import('../docx/read/index.ts');
  // nobody fills a form in as a PDF, and one can keep a reader busy for long
  if (sniffKind(bytes) === 'pdf') return fail({ code: 'form/not-a-form', name });
  const read = await readFormBlocks(name, bytes);
  if (!read.ok) return read;
  const { blocks, notices } = read.value;
  const { issuers } = getSettings(deps.store);
  const fallbackYear = usualReportYear(formatLocalDate(deps.clock()));
  const unitKind = chosenUnitKind(deps.store);
  const { departments } = choosePacks(deps.library.packs, fallbackYear, { issuers, unitKind });
  const formsOf = (year: number) => listForms(deps, year);
  const reading = readForm(blocks, { fileName: name, fallbackYear, departments, formsOf });
  if (!reading) return fail({ code: 'form/not-a-form', name });
  const rest = [...reading.form.rest, ...tellUnread(notices)];
  return ok({ ...reading, form: { ...reading.form, rest } });
}

/** Forms for the offices, and the figures they give. Nothing of them is ever logged. */
export function createFormMethods(deps: ServiceDeps): Pick<MethodTable, FormMethod> {
  return {
    'forms.export': (input) => exportForms(deps, input),
    'forms.read': (input) => readFilled(deps, input),
    'forms.keep': (input) => keepForm(deps, input, getSettings(deps.store).issuers),
    ...createLedgerMethods(deps),
  };
}
