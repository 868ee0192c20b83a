import { Button } from 'antd';
import { useFileChooser } from '../../components/use-file-chooser.tsx';
import { readableFilesText } from '../../messages.ts';
import { offerFile } from '../../stores/incoming.ts';

/** A file: dropped anywhere on the screen, or chosen. */
export function FromFile() {
  const { choose, input } = useFileChooser((file) => offerFile(file));
  return (
    <div className="file-place">
      <h2>把文件拖到这个窗口</h2>
      <p>{readableFilesText}，不超过 30 MB</p>
      <Button type="primary" size="large" onClick={choose} autoFocus>
        选择文件
      </Button>
      <p className="file-promise">原文件只读一遍，不会改动；读成什么样，先给您看过再存。</p>
      {input}
    </div>
  );
}
