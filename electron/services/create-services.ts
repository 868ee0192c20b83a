import type { ApiError } from '../../core/api/index.ts';
import { describePackFault, ok } from '../../core/api/index.ts';
import { toStoreError } from '../store/index.ts';
import { createAnswerMethods } from './answers.ts';
import { createCalendarMethods } from './calendar.ts';
import { createChangeMethods } from './changes.ts';
import { formatLocalDate, type ServiceDeps } from './deps.ts';
import { createDisclosureMethods } from './disclosure.ts';
import type { Handlers, MethodTable } from './dispatch.ts';
import { createExportMethods } from './export.ts';
import { createFilingMethods } from './filing.ts';
import { createFormatMethods } from './format-check.ts';
import { createFormMethods } from './forms.ts';
import { createImportMethods } from './import.ts';
import { createLayoutMethods } from './layouts.ts';
import { createLibraryMethods } from './library.ts';
import { createMaterialMethods } from './materials.ts';
import { createOriginalMethods } from './original.ts';
import { createPackFileMethods } from './pack-files.ts';
import { createPackMethods } from './packs.ts';
import { createPlaceMethods } from './places.ts';
import { createPreviewMethods } from './preview.ts';
import { createReportMethods } from './report.ts';
import { createSelfCheckMethods } from './self-check.ts';
import { createSettingsMethods } from './settings.ts';
import { createSubmissionMethods } from './submission.ts';

/** Frames of a stack without its message, which may quote a document. */
function listFrames(error: unknown): readonly string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => /^\s+at /u.test(line)).map((line) => line.trim());
}

function explain(deps: ServiceDeps, where: string, error: unknown): ApiError {
  const known = toStoreError(error, deps.store.file);
  if (known) return known;
  const reference = deps.createId().slice(0, 8);
  deps.log({
    at: deps.clock().toISOString(),
    reference,
    where,
    name: error instanceof Error ? error.name : typeof error,
    frames: listFrames(error),
  });
  return { code: 'internal', reference };
}

function createInfoMethods(deps: ServiceDeps): Pick<MethodTable, 'app.info'> {
  return {
    'app.info': () =>
      ok({
        ...deps.info,
        today: formatLocalDate(deps.clock()),
        packFaults: [...Map.groupBy(deps.library.faults, ({ name }) => name)].map(
          ([name, faults]) => ({ name, reason: faults.map(describePackFault).join('；') }),
        ),
      }),
  };
}

/** Puts the use cases together over one store and one clock; run them through `dispatch`. */
export function createServices(deps: ServiceDeps): Handlers {
  return {
    methods: {
      ...createInfoMethods(deps),
      ...createSettingsMethods(deps),
      ...createPackMethods(deps),
      ...createPackFileMethods(deps),
      ...createLibraryMethods(deps),
      ...createImportMethods(deps),
      ...createReportMethods(deps),
      ...createAnswerMethods(deps),
      ...createPlaceMethods(deps),
      ...createExportMethods(deps),
      ...createOriginalMethods(deps),
      ...createSelfCheckMethods(deps),
      ...createMaterialMethods(deps),
      ...createFormMethods(deps),
      ...createCalendarMethods(deps),
      ...createLayoutMethods(deps),
      ...createFilingMethods(deps),
      ...createPreviewMethods(deps),
      ...createChangeMethods(deps),
      ...createSubmissionMethods(deps),
      ...createDisclosureMethods(deps),
      ...createFormatMethods(deps),
    },
    explain: (where, error) => explain(deps, where, error),
  };
}
