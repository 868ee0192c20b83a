import { fail, type Input, ok, type Result, type TemplateSummary } from '../../core/api/index.ts';
import type { TemplateReading } from '../docx/template/index.ts';
import {
  addTemplate,
  listTemplates,
  readTemplate,
  removeTemplate,
  type Store,
  type StoredTemplate,
} from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';

/** The largest office document that is kept, in bytes: 10 MB. A red head is seldom larger than one. */
export const TEMPLATE_LIMIT_BYTES = 10 * 1024 * 1024;

function summarise(
  { id, name, addedAt }: StoredTemplate,
  reading: TemplateReading,
): TemplateSummary {
  return { id, name, addedAt, ...reading };
}

/** Reading one takes longer than asking for it again. Templates never change under their id. */
const readings = new WeakMap<Store, Map<string, TemplateReading>>();

async function readOnce(store: Store, { id, bytes }: StoredTemplate): Promise<TemplateReading> {
  const known = readings.get(store) ?? new Map<string, TemplateReading>();
  readings.set(store, known);
  const before = known.get(id);
  if (before) return before;
  const { inspectTemplate } = await import('../docx/template/index.ts');
  const read = inspectTemplate(bytes);
  if (!read.ok) throw new Error('a template that cannot be written into was kept');
  known.set(id, read.value);
  return read.value;
}

/** Every office document that is kept, the first added first. */
export async function listOfficeTemplates(store: Store): Promise<readonly TemplateSummary[]> {
  const summaries: TemplateSummary[] = [];
  for (const stored of listTemplates(store)) {
    summaries.push(summarise(stored, await readOnce(store, stored)));
  }
  return summaries;
}

/** Takes an office's document up. `template/refused` with the reason for one that cannot be written into. */
export async function addOfficeTemplate(
  { store, clock, createId }: Pick<ServiceDeps, 'store' | 'clock' | 'createId'>,
  { name, base64 }: Input<'layouts.addTemplate'>,
): Promise<Result<TemplateSummary>> {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > TEMPLATE_LIMIT_BYTES) {
    const limit = TEMPLATE_LIMIT_BYTES / 1024 / 1024;
    return fail({ code: 'template/refused', name, reason: `文件超过了 ${limit} MB` });
  }
  const { inspectTemplate } = await import('../docx/template/index.ts');
  const read = inspectTemplate(bytes);
  if (!read.ok) return fail({ code: 'template/refused', name, reason: read.error });
  const stored = { id: createId(), name, addedAt: clock().toISOString(), bytes };
  addTemplate(store, stored);
  return ok(summarise(stored, read.value));
}

/** Takes an office's document out. Reports that were to be written into it are written without it. */
export function removeOfficeTemplate(store: Store, templateId: string): Result<null> {
  const isThere = removeTemplate(store, templateId);
  return isThere ? ok(null) : fail({ code: 'template/not-found', templateId });
}

/** The bytes of an office's document; null for none, and for one that was taken out. */
export function findTemplateBytes(store: Store, templateId: string | null): Uint8Array | null {
  return templateId === null ? null : (readTemplate(store, templateId)?.bytes ?? null);
}
