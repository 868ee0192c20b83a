import { basename } from 'node:path';
import { fail, type LayoutChoice, ok } from '../../core/api/index.ts';
import {
  type FaceProfile,
  type LayoutProfile,
  standardLayout,
  standardLayoutIds,
} from '../../core/layout/index.ts';
import { toProfile } from '../../core/packs/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { listFaceStates } from './faces/face-states.ts';
import { createInstalledFaces } from './faces/installed-faces.ts';
import {
  addOfficeTemplate,
  listOfficeTemplates,
  removeOfficeTemplate,
} from './layout-templates.ts';
import type { LoadedPacks } from './load-packs.ts';
import { queuePackWork } from './packs/pack-queue.ts';
import { saveLayout } from './save-layout.ts';
import { getSettings } from './settings.ts';

/**
 * A layout by its id, the standard's in the faces of the settings; null where there is none. An own
 * one never stands in place of a standard one, whose ids mean the standard.
 */
export function findLayout(
  { packs }: Pick<LoadedPacks, 'packs'>,
  layoutId: string,
  faces: FaceProfile,
): LayoutProfile | null {
  const id = standardLayoutIds.find((known) => known === layoutId);
  if (id) return standardLayout(id, faces);
  const own = packs.find((pack) => pack.kind === 'layout' && pack.id === layoutId);
  return own?.kind === 'layout' ? toProfile(own) : null;
}

function listProfiles({ store, library }: ServiceDeps): readonly LayoutChoice[] {
  const { faces } = getSettings(store);
  const standard = standardLayoutIds.map((id): LayoutChoice => {
    const profile = standardLayout(id, faces);
    return { kind: 'profile', origin: 'app', profile, fileName: null };
  });
  const own = library.entries.flatMap(({ pack, path, origin }): readonly LayoutChoice[] => {
    const isStandard = standardLayoutIds.some((id) => id === pack.id);
    if (pack.kind !== 'layout' || isStandard) return [];
    const fileName = origin === 'own' ? basename(path) : null;
    return [{ kind: 'profile', origin, profile: toProfile(pack), fileName }];
  });
  return [...standard, ...own];
}

type LayoutMethods = Pick<MethodTable, Extract<keyof MethodTable, `layouts.${string}`>>;

/** `layouts.*`. */
export function createLayoutMethods(deps: ServiceDeps): LayoutMethods {
  const { library, store, fontFolders = [] } = deps;
  const installed = createInstalledFaces(fontFolders);
  return {
    'layouts.list': async () => {
      const templates = await listOfficeTemplates(store);
      const offices = templates.map((template) => ({ kind: 'template', template }) as const);
      return ok([...listProfiles(deps), ...offices]);
    },
    'layouts.save': (input) => queuePackWork(library, () => saveLayout(deps, input)),
    'layouts.addTemplate': (input) => addOfficeTemplate(deps, input),
    'layouts.removeTemplate': ({ templateId }) => removeOfficeTemplate(store, templateId),
    'layouts.faces': async ({ layoutId }) => {
      const layout = findLayout(library, layoutId, getSettings(store).faces);
      if (!layout) return fail({ code: 'layout/not-found', layoutId });
      return ok(listFaceStates(layout, await installed.list()));
    },
  };
}
