import type { Store } from './open.ts';

/** An office's own .docx as it is kept. */
export interface StoredTemplate {
  readonly id: string;
  readonly name: string;
  /** ISO instant. */
  readonly addedAt: string;
  readonly bytes: Uint8Array;
}

const columns = 'id, name, added_at AS addedAt, bytes';

/** Every template, the first added first. */
export function listTemplates(store: Store): readonly StoredTemplate[] {
  return store
    .prepare<[], StoredTemplate>(`SELECT ${columns} FROM layout_templates ORDER BY added_at, id`)
    .all();
}

/** A template by its id; null where there is none. */
export function readTemplate(store: Store, templateId: string): StoredTemplate | null {
  return (
    store
      .prepare<[string], StoredTemplate>(`SELECT ${columns} FROM layout_templates WHERE id = ?`)
      .get(templateId) ?? null
  );
}

/** Keeps a template. */
export function addTemplate(store: Store, { id, name, addedAt, bytes }: StoredTemplate): void {
  store
    .prepare('INSERT INTO layout_templates (id, name, added_at, bytes) VALUES (?, ?, ?, ?)')
    .run(id, name, addedAt, bytes);
}

/** Takes a template out; false where there was none. */
export function removeTemplate(store: Store, templateId: string): boolean {
  return store.prepare('DELETE FROM layout_templates WHERE id = ?').run(templateId).changes > 0;
}
