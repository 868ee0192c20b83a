import { useState } from 'react';
import type { ApiError, FileDelivery, Result, StateRef } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { saveDownload } from '../../components/save-download.ts';
import { describeNotice } from '../../messages.ts';
import { useReadyApp } from '../../stores/app.ts';
import { useSession } from '../workspace/desk-context.ts';
import type { DeskMessage } from '../workspace/desk-state.ts';
import { countOpenPoints } from '../workspace/open-points.ts';
import { notDurable, tellDelivery, tellFile } from '../workspace/tell.ts';
import { useKeeper } from './use-preview.ts';

/** What did not work, and the way to try it again. */
export interface Failure {
  readonly error: ApiError;
  readonly again: () => void;
}

/** Everything that leaves the screen, and what became of the last. */
export interface Deliveries {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly exportWord: () => void;
  readonly print: () => void;
  readonly exportPdf: () => void;
  readonly exportText: (format: 'txt' | 'html') => void;
  readonly exportChanges: (since: StateRef) => void;
  readonly exportSubmission: () => void;
  readonly clear: () => void;
}

type Told = DeskMessage | null;

const byBrowser: DeskMessage = {
  text: '在打印窗口里，把打印机选成“另存为 PDF”，再点“保存”。',
  details: [],
  tone: 'done',
};

function nextFrame(): Promise<void> {
  return new Promise((resolve) => window.requestAnimationFrame(() => resolve()));
}

/** Pages are drawn while nothing else is to be done: waits for the last, a few seconds at most. */
async function allDrawn(pages: number): Promise<void> {
  for (let frames = 0; frames < 300; frames += 1) {
    await nextFrame();
    if (document.querySelectorAll('.export-page .preview-page').length === pages) break;
  }
  await nextFrame();
}

/** Tells of a file and, in a browser, puts it among the downloads. */
function handOver(what: string, delivery: FileDelivery): Told {
  if (delivery.kind === 'download') saveDownload(delivery);
  return tellFile(what, delivery);
}

/** What each file is called when it is told of. */
const names = {
  txt: '网页文字',
  html: '网页文件',
  changes: '修订稿',
  all: '整套报送材料',
  pdf: 'PDF',
};

/** A result's words from its value. */
function tell<Value>(result: Result<Value>, words: (value: Value) => Told): Result<Told> {
  return result.ok ? { ok: true, value: words(result.value) } : result;
}

/** What is on the screen becomes durable first; what fails is kept with the way to try again. */
function useRun() {
  const session = useSession();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (task: () => Promise<Result<Told>>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    session.store.setState({ message: null });
    try {
      const isDurable = session.isReadOnly || (await session.saver.flush());
      if (!isDurable) {
        session.store.setState({ message: notDurable });
        return;
      }
      const result = await task();
      if (result.ok) session.store.setState({ message: result.value });
      else setFailure({ error: result.error, again: () => void run(task) });
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, failure, clear: () => setFailure(null), run };
}

/** The ways out of the screen. */
export function useDeliveries(): Deliveries {
  const call = useCall();
  const session = useSession();
  const keeper = useKeeper();
  const { info } = useReadyApp();
  const { run, ...rest } = useRun();
  const { id: reportId } = session.opened.summary;
  const readCopy = () => session.store.getState().copy;

  /** The pages as they now are, all of them drawn. */
  const showPages = async () => {
    const copy = readCopy();
    const { isBusy, preview } = keeper.store.getState()[copy];
    if (isBusy || !preview) await keeper.refresh(copy);
    await document.fonts.ready;
    await allDrawn(keeper.store.getState()[copy].preview?.pages.length ?? 0);
  };
  const printPages = async (told: Told): Promise<Result<Told>> => {
    await showPages();
    const { error, preview } = keeper.store.getState()[readCopy()];
    if (!preview && error) return { ok: false, error };
    session.store.setState({ message: told });
    await nextFrame();
    window.print();
    return { ok: true, value: told };
  };
  const toPdf = async (): Promise<Result<Told>> => {
    if (info.edition === 'browser') return printPages(byBrowser);
    await showPages();
    const result = await call('report.exportPdf', { reportId, copy: readCopy() });
    if (!result.ok && result.error.code === 'print/by-browser') return printPages(byBrowser);
    return tell(result, (value) => handOver(names.pdf, value));
  };
  const toWord = async (): Promise<Result<Told>> => {
    // the analysis beside the page has counted: nobody waits for a second one
    const what = { reportId, copy: readCopy(), countOpen: false };
    const result = await call('report.export', what);
    if (result.ok && result.value.kind === 'download') saveDownload(result.value);
    return tell(result, (value) => tellDelivery(value, countOpenPoints(session)));
  };
  const toAll = async (): Promise<Result<Told>> => {
    const result = await call('report.exportSubmission', { reportId });
    return tell(result, ({ delivery, mark, notices }) => {
      const told = handOver(names.all, delivery);
      const details = [`各份材料出自同一稿，文件名里都有校验码的前 8 位：${mark.slice(0, 8)}`];
      return told && { ...told, details: [...details, ...notices.map(describeNotice)] };
    });
  };
  return {
    ...rest,
    exportWord: () => void run(toWord),
    print: () => void run(() => printPages(null)),
    exportPdf: () => void run(toPdf),
    exportText: (format) =>
      void run(async () => {
        const result = await call('report.exportText', { reportId, copy: readCopy(), format });
        return tell(result, (value) => handOver(names[format], value));
      }),
    exportChanges: (since) =>
      void run(async () => {
        const result = await call('report.exportChanges', { reportId, since });
        return tell(result, (value) => {
          const told = handOver(names.changes, value);
          return told && { ...told, details: [value.summary] };
        });
      }),
    exportSubmission: () => void run(toAll),
  };
}
