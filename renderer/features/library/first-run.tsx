import { Button } from 'antd';
import { useState } from 'react';
import type { ApiError } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { useFileChooser } from '../../components/use-file-chooser.tsx';
import { readableFilesText } from '../../messages.ts';
import { useReadyApp } from '../../stores/app.ts';
import { offerFile } from '../../stores/incoming.ts';
import { navigate } from '../../stores/navigation.ts';
import { openSample } from './open-sample.ts';
import { PackFaults } from './pack-faults.tsx';

/** The library with nothing in it: what the program does, and three ways to begin. */
export function FirstRun() {
  const call = useCall();
  const { info } = useReadyApp();
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const { choose, input } = useFileChooser((file) => offerFile(file));
  const showSample = async () => {
    setBusy(true);
    setError(await openSample(call));
    setBusy(false);
  };
  return (
    <main className="first-run">
      <section className="first-run-sheet" aria-labelledby="first-run-title">
        <h1 id="first-run-title">写好一份法治政府建设年度报告</h1>
        <p className="first-run-lead">
          把上年的报告交给年报助手，它会分好部分和条目，换上新的年度，标出哪些文字沿用自上年，并对照实施纲要逐项提醒。写完就能导出版式合规的
          Word 文稿；内容只存在这台电脑上，不联网。
        </p>
        <div className="first-run-drop">
          <h2>从上年报告开始</h2>
          <p>把 {readableFilesText}拖到这个窗口，或者</p>
          <div className="first-run-answers">
            <Button type="primary" size="large" onClick={choose} autoFocus>
              选择文件
            </Button>
            <Button size="large" onClick={() => navigate({ screen: 'new', start: 'paste' })}>
              粘贴文字
            </Button>
          </div>
        </div>
        <p className="first-run-others">
          手边没有上年报告：
          <button
            type="button"
            className="text-button"
            onClick={() => navigate({ screen: 'new', start: 'blank' })}
          >
            用空白模板
          </button>
          <span aria-hidden="true">·</span>
          <button
            type="button"
            className="text-button"
            disabled={busy}
            onClick={() => void showSample()}
          >
            {busy ? '正在准备样例……' : '先看看样例'}
          </button>
        </p>
        {error && <Problem error={error} onRetry={() => void showSample()} />}
        <PackFaults faults={info.packFaults} />
        {input}
      </section>
    </main>
  );
}
