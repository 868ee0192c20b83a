import { useState } from 'react';
import { useCall } from '../../api/call-context.tsx';
import { saveDownload } from '../../components/save-download.ts';
import { useCommand } from '../../components/use-commands.ts';
import { useSession } from './desk-context.ts';
import { tellDelivery, tellError } from './tell.ts';

/** 导出 Word: what is on the screen becomes durable first, then the file is made from it. */
export function useExport(): { readonly exporting: boolean; readonly exportFiling: () => void } {
  const call = useCall();
  const session = useSession();
  const [exporting, setExporting] = useState(false);
  const run = async () => {
    setExporting(true);
    session.store.setState({ message: null });
    const durable = session.isReadOnly || (await session.saver.flush());
    if (durable) {
      const { id } = session.opened.summary;
      const result = await call('report.export', { reportId: id, copy: 'filing' });
      if (result.ok && result.value.kind === 'download') {
        saveDownload(result.value);
      }
      session.store.setState({
        message: result.ok ? tellDelivery(result.value) : tellError(result.error),
      });
    } else {
      const text = '修改还没有存进去，所以没有导出。请先看状态栏里的原因。';
      session.store.setState({ message: { text, details: [], tone: 'bad' } });
    }
    setExporting(false);
  };
  const exportFiling = () => {
    if (!exporting) void run();
  };
  useCommand('export', exportFiling);
  return { exporting, exportFiling };
}
