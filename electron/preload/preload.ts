import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type {
  Bridge,
  Input,
  MenuCommand,
  MethodName,
  Output,
  Result,
} from '../../core/api/index.ts';

/** A function of the bridge: sends a method's input on its own channel and nothing else. */
function carry<Name extends MethodName>(
  method: Name,
): (input: Input<Name>) => Promise<Result<Output<Name>>> {
  return (input) => ipcRenderer.invoke(`nianbao:${method}`, input);
}

/** Tells `listener` of menu commands; Electron's event object never crosses into the page. */
function onMenuCommand(listener: (command: MenuCommand) => void): () => void {
  const receive = (_event: IpcRendererEvent, command: MenuCommand): void => listener(command);
  ipcRenderer.on('nianbao:menu', receive);
  return () => {
    ipcRenderer.off('nianbao:menu', receive);
  };
}

/** Written out rather than built from the list of methods: types only are imported, so that the script stays small. */
const bridge: Bridge = {
  appInfo: carry('app.info'),
  settingsGet: carry('settings.get'),
  settingsSet: carry('settings.set'),
  packsForYear: carry('packs.forYear'),
  placesGet: carry('places.get'),
  libraryList: carry('library.list'),
  libraryListRemoved: carry('library.listRemoved'),
  libraryRemove: carry('library.remove'),
  libraryRestore: carry('library.restore'),
  libraryAddSample: carry('library.addSample'),
  importRead: carry('import.read'),
  importProgress: carry('import.progress'),
  importCancel: carry('import.cancel'),
  importKeep: carry('import.keep'),
  reportPlanRoll: carry('report.planRoll'),
  reportConfirm: carry('report.confirm'),
  reportAnswerPromise: carry('report.answerPromise'),
  reportCreate: carry('report.create'),
  reportOpen: carry('report.open'),
  reportSave: carry('report.save'),
  reportAnswer: carry('report.answer'),
  reportSetStatus: carry('report.setStatus'),
  reportCheck: carry('report.check'),
  reportOriginal: carry('report.original'),
  reportExport: carry('report.export'),
  packsList: carry('packs.list'),
  packsImport: carry('packs.import'),
  packsExport: carry('packs.export'),
  packsRemove: carry('packs.remove'),
  reportSelfCheck: carry('report.selfCheck'),
  reportExportSelfCheck: carry('report.exportSelfCheck'),
  materialsList: carry('materials.list'),
  materialsRead: carry('materials.read'),
  materialsAdd: carry('materials.add'),
  materialsChange: carry('materials.change'),
  materialsRemove: carry('materials.remove'),
  materialsRestore: carry('materials.restore'),
  materialsFile: carry('materials.file'),
  materialsUse: carry('materials.use'),
  ledgerList: carry('ledger.list'),
  ledgerSet: carry('ledger.set'),
  formsExport: carry('forms.export'),
  formsRead: carry('forms.read'),
  formsKeep: carry('forms.keep'),
  deadlinesCalendar: carry('deadlines.calendar'),
  layoutsList: carry('layouts.list'),
  layoutsSave: carry('layouts.save'),
  layoutsAddTemplate: carry('layouts.addTemplate'),
  layoutsRemoveTemplate: carry('layouts.removeTemplate'),
  layoutsFaces: carry('layouts.faces'),
  filingGet: carry('filing.get'),
  filingSet: carry('filing.set'),
  filingReadAnnex: carry('filing.readAnnex'),
  reportPreview: carry('report.preview'),
  reportExportPdf: carry('report.exportPdf'),
  reportExportText: carry('report.exportText'),
  reportStates: carry('report.states'),
  reportExportChanges: carry('report.exportChanges'),
  reportExportSubmission: carry('report.exportSubmission'),
  disclosureGet: carry('disclosure.get'),
  disclosureDecide: carry('disclosure.decide'),
  disclosureReview: carry('disclosure.review'),
  formatCheck: carry('format.check'),
  onMenuCommand,
};

contextBridge.exposeInMainWorld('nianbao', bridge);
