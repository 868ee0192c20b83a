import { defaultSettings, ok, type Settings, settingsSchema } from '../../core/api/index.ts';
import { readSettings, type Store, writeSettings } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** The settings in force. A stored value that this version does not know gives way to the default. */
export function getSettings(store: Store): Settings {
  const fields: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> =
    settingsSchema.unwrap().shape;
  const known = Object.entries(readSettings(store)).filter(
    ([key, value]) => Object.hasOwn(fields, key) && fields[key]?.safeParse(value).success,
  );
  return settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(known) });
}

/** `settings.get`, `settings.set`. */
export function createSettingsMethods({
  store,
}: ServiceDeps): Pick<MethodTable, 'settings.get' | 'settings.set'> {
  return {
    'settings.get': () => ok(getSettings(store)),
    'settings.set': ({ change }) => {
      writeSettings(store, change);
      return ok(getSettings(store));
    },
  };
}
