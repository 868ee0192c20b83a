import { useFileChooser } from '../../components/use-file-chooser.tsx';
import { readableFilesText } from '../../messages.ts';
import { offerFile } from '../../stores/incoming.ts';
import { navigate } from '../../stores/navigation.ts';

/** 从上年报告开始: drop a file, choose one, paste text, or begin with the blank template. */
export function StartCard() {
  const { choose, input } = useFileChooser((file) => offerFile(file));
  return (
    <section className="start-card" aria-labelledby="start-title">
      <h2 id="start-title">从上年报告开始</h2>
      <p>把 {readableFilesText}拖到这里</p>
      <p className="start-ways">
        也可以
        <button type="button" className="text-button" onClick={choose}>
          选择文件
        </button>
        <span aria-hidden="true">·</span>
        <button
          type="button"
          className="text-button"
          onClick={() => navigate({ screen: 'new', start: 'paste' })}
        >
          粘贴文字
        </button>
        <span aria-hidden="true">·</span>
        <button
          type="button"
          className="text-button"
          onClick={() => navigate({ screen: 'new', start: 'blank' })}
        >
          空白模板
        </button>
      </p>
      {input}
    </section>
  );
}
