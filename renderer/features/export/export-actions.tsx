import { Button } from 'antd';
import { LazyMenu } from '../workspace/lazy-menu.tsx';
import type { Deliveries } from './use-deliveries.ts';

/** What the screen is for, at its top: printing, PDF, the other forms, and Word. */
export function ExportActions({
  deliveries,
  onChanges,
  onFormat,
}: {
  readonly deliveries: Deliveries;
  readonly onChanges: () => void;
  readonly onFormat: () => void;
}) {
  const { isBusy, print, exportPdf, exportText, exportSubmission, exportWord } = deliveries;
  const items = () => [
    { key: 'txt', label: '网页文字（纯文本）', onClick: () => exportText('txt') },
    { key: 'html', label: '网页文件（带标题层次）', onClick: () => exportText('html') },
    { key: 'changes', label: '与以前相比的修订稿…', onClick: onChanges },
    { key: 'all', label: '整套报送材料', onClick: exportSubmission },
    { type: 'divider' as const },
    { key: 'format', label: '检查别人的 Word 格式…', onClick: onFormat },
  ];
  return (
    <>
      <LazyMenu className="export-more" readItems={items}>
        其他 ▾
      </LazyMenu>
      <Button disabled={isBusy} onClick={exportPdf}>
        存为 PDF
      </Button>
      <Button disabled={isBusy} onClick={print} title="打印（Ctrl+P）">
        打印
      </Button>
      <Button type="primary" loading={isBusy} onClick={exportWord} title="导出 Word（Ctrl+E）">
        导出 Word
      </Button>
    </>
  );
}
