import { useState } from 'react';
import { sectionProgress } from '../../../core/coverage/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { saveDownload } from '../../components/save-download.ts';
import { useCommand } from '../../components/use-commands.ts';
import { useSession } from './desk-context.ts';
import type { DraftSession } from './draft-session.ts';
import { notDurable, type OpenPoints, tellDelivery, tellError } from './tell.ts';

function countOpenPoints({ store, opened }: DraftSession): OpenPoints {
  const { analysis } = store.getState();
  if (!analysis) return { findings: 0, questions: 0 };
  const { answered, total } = sectionProgress(analysis.items, opened.packs.checklist);
  return { findings: analysis.findings.length, questions: total - answered };
}

/** 导出 Word: what is on the screen becomes durable first, then the file is made from it. */
export function useExport(): { readonly exporting: boolean; readonly exportFiling: () => void } {
  const call = useCall();
  const session = useSession();
  const [exporting, setExporting] = useState(false);
  const exportSaved = async () => {
    const { id } = session.opened.summary;
    const result = await call('report.export', { reportId: id, copy: 'filing' });
    if (!result.ok) return tellError(result.error);
    if (result.value.kind === 'download') saveDownload(result.value);
    return tellDelivery(result.value, countOpenPoints(session));
  };
  const run = async () => {
    setExporting(true);
    session.store.setState({ message: null });
    try {
      const durable = session.isReadOnly || (await session.saver.flush());
      session.store.setState({ message: durable ? await exportSaved() : notDurable });
    } finally {
      setExporting(false);
    }
  };
  const exportFiling = () => {
    if (!exporting) void run();
  };
  useCommand('export', exportFiling);
  return { exporting, exportFiling };
}
