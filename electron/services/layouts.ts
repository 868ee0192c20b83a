import { fail, ok } from '../../core/api/index.ts';
import {
  type FaceProfile,
  type LayoutProfile,
  standardLayout,
  standardLayoutIds,
} from '../../core/layout/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import type { LoadedPacks } from './load-packs.ts';
import { getSettings } from './settings.ts';

/** A layout by its id, the standard's in the faces of the settings; null where there is none. */
export function findLayout(
  _library: Pick<LoadedPacks, 'packs'>,
  layoutId: string,
  faces: FaceProfile,
): LayoutProfile | null {
  const id = standardLayoutIds.find((known) => known === layoutId);
  return id ? standardLayout(id, faces) : null;
}

type LayoutMethods = Pick<MethodTable, Extract<keyof MethodTable, `layouts.${string}`>>;

/** `layouts.*`. */
export function createLayoutMethods({ store }: ServiceDeps): LayoutMethods {
  return {
    'layouts.list': () => {
      const { faces } = getSettings(store);
      return ok(
        standardLayoutIds.map(
          (id) =>
            ({
              kind: 'profile',
              origin: 'app',
              profile: standardLayout(id, faces),
              fileName: null,
            }) as const,
        ),
      );
    },
    'layouts.save': ({ profile }) => fail({ code: 'layout/not-found', layoutId: profile.id }),
    'layouts.addTemplate': ({ name }) =>
      fail({ code: 'template/refused', name, reason: '还不能放进来' }),
    'layouts.removeTemplate': ({ templateId }) => fail({ code: 'template/not-found', templateId }),
    'layouts.faces': () => ok([]),
  };
}
