import { useState } from 'react';
import { useCall } from '../../api/call-context.tsx';
import { saveDownload } from '../../components/save-download.ts';
import { useSession } from '../workspace/desk-context.ts';
import type { DeskMessage } from '../workspace/desk-state.ts';
import { notDurable, tellError } from '../workspace/tell.ts';

/** 导出自查表. */
export interface SheetExport {
  readonly isBusy: boolean;
  readonly run: () => void;
}

const told = (text: string): DeskMessage => ({ text, details: [], tone: 'done' });

/** What is on the screen becomes durable first: the sheet is of the stored text. */
export function useSheetExport(): SheetExport {
  const call = useCall();
  const session = useSession();
  const [isBusy, setBusy] = useState(false);
  const exportSaved = async (): Promise<DeskMessage | null> => {
    const { id: reportId } = session.opened.summary;
    const result = await call('report.exportSelfCheck', { reportId });
    if (!result.ok) return tellError(result.error);
    const { value } = result;
    if (value.kind === 'cancelled') return null;
    if (value.kind === 'written') return told(`自查表已导出到 ${value.path}`);
    saveDownload(value);
    return told(`自查表已导出到浏览器的下载文件夹：${value.fileName}`);
  };
  const run = async () => {
    setBusy(true);
    session.store.setState({ message: null });
    try {
      const durable = session.isReadOnly || (await session.saver.flush());
      session.store.setState({ message: durable ? await exportSaved() : notDurable });
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    run: () => {
      if (!isBusy) void run();
    },
  };
}
