import { useState } from 'react';
import { useCall } from '../../api/call-context.tsx';
import { saveDownload } from '../../components/save-download.ts';
import { useCommand } from '../../components/use-commands.ts';
import { useSession } from './desk-context.ts';
import { countOpenPoints } from './open-points.ts';
import { describeUnanswered, notDurable, tellDelivery, tellError } from './tell.ts';

/** 导出 Word, and what becomes of it. */
export interface Export {
  readonly exporting: boolean;
  /** Exports; with open chips or promises it asks first. */
  readonly exportFiling: () => void;
  readonly exportAnyway: () => void;
}

/** What is on the screen becomes durable first, then the file is made from it. */
export function useExport(): Export {
  const call = useCall();
  const session = useSession();
  const [exporting, setExporting] = useState(false);
  const exportSaved = async () => {
    const { id } = session.opened.summary;
    // the analysis beside the page has counted, with a limit to its time; nobody waits for a second one
    const what = { reportId: id, copy: 'filing', countOpen: false } as const;
    const result = await call('report.export', what);
    if (!result.ok) return tellError(result.error);
    if (result.value.kind === 'download') saveDownload(result.value);
    return tellDelivery(result.value, countOpenPoints(session));
  };
  const run = async () => {
    setExporting(true);
    session.store.setState({ message: null, asksBeforeExport: false });
    try {
      const durable = session.isReadOnly || (await session.saver.flush());
      session.store.setState({ message: durable ? await exportSaved() : notDurable });
    } finally {
      setExporting(false);
      // nothing to say, and what began it is gone: back to the words
      const isLost = document.activeElement === document.body;
      if (isLost && !session.store.getState().message) session.getView()?.focus();
    }
  };
  const exportAnyway = () => {
    if (!exporting) void run();
  };
  const exportFiling = () => {
    const isOpen = !session.isReadOnly && describeUnanswered(countOpenPoints(session)) !== '';
    if (isOpen) session.store.setState({ asksBeforeExport: true, message: null });
    else exportAnyway();
  };
  useCommand('export', exportFiling);
  return { exporting, exportFiling, exportAnyway };
}
