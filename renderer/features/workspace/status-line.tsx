import { Dropdown } from 'antd';
import { useEffect } from 'react';
import { type LineLevel, setLineLevel } from '../../editor/index.ts';
import { describeError } from '../../messages.ts';
import { useReadyApp } from '../../stores/app.ts';
import { useDesk, useSession } from './desk-context.ts';
import { OpenPoints } from './status-points.tsx';
import { stepZoom, useChangeSettings } from './use-desk-commands.ts';

/** An instant as this PC's time of day; with the date when that is not today's. */
export function formatMoment(iso: string, now: Date): string {
  const moment = new Date(iso);
  const time = moment.toLocaleTimeString('zh-CN', { hour12: false });
  if (moment.toDateString() === now.toDateString()) return time;
  return `${moment.getMonth() + 1} 月 ${moment.getDate()} 日 ${time}`;
}

function SaveState() {
  const session = useSession();
  const save = useDesk((state) => state.save);
  const savedAt = useDesk((state) => state.savedAt);
  switch (save.kind) {
    case 'unsaved':
      return <span className="save-state">未保存的修改</span>;
    case 'saving':
      return <span className="save-state">正在保存</span>;
    case 'conflict':
      return <span className="save-state is-bad">没有保存：另一个窗口里改过</span>;
    case 'failed': {
      const { what, todo } = describeError(save.error, 'autosave');
      return (
        <span className="save-state is-bad" role="alert" title={`${what}${todo}`}>
          保存失败：{what}
          <button type="button" className="text-button" onClick={() => void session.saver.flush()}>
            重试
          </button>
        </span>
      );
    }
    case 'saved':
      if (session.isReadOnly || !savedAt) return <span className="save-state">只读</span>;
      return (
        <span className="save-state is-saved">已保存 {formatMoment(savedAt, new Date())}</span>
      );
  }
}

const levelNames: Readonly<Record<LineLevel, string>> = {
  0: '正文',
  1: '一、部分标题',
  2: '（一）条目标题',
  3: '1. 小标题',
  4: '（1）小标题',
};
const levels: readonly LineLevel[] = [0, 1, 2, 3, 4];

function LevelMenu() {
  const session = useSession();
  const level = useDesk((state) => state.lineLevel);
  if (session.isReadOnly || level === null) return null;
  const choose = (next: LineLevel) => {
    const view = session.getView();
    if (!view) return;
    setLineLevel(next)(view.state, view.dispatch);
    view.focus();
  };
  const items = levels.map((each) => ({
    key: String(each),
    label: levelNames[each],
    extra: `Ctrl+Alt+${each}`,
    onClick: () => choose(each),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="status-button" title="这一行的层次">
        {levelNames[level]} ▾
      </button>
    </Dropdown>
  );
}

function PageSettings() {
  const { settings } = useReadyApp();
  const change = useChangeSettings();
  const zoom = (step: 1 | -1) => change((now) => ({ zoom: stepZoom(now.zoom, step) }));
  return (
    <>
      <button
        type="button"
        className="status-button"
        aria-pressed={settings.showProvenance}
        title="页边的色条：黄色沿用上年，蓝色改写过（F9）"
        onClick={() => change((now) => ({ showProvenance: !now.showProvenance }))}
      >
        显示沿用痕迹{settings.showProvenance ? ' ✓' : ''}
      </button>
      <span className="zoom">
        <button type="button" className="status-button" aria-label="缩小" onClick={() => zoom(-1)}>
          −
        </button>
        <button
          type="button"
          className="status-button"
          aria-label={`显示比例 ${settings.zoom}%，点此恢复`}
          onClick={() => change(() => ({ zoom: 100 }))}
        >
          {settings.zoom}%
        </button>
        <button type="button" className="status-button" aria-label="放大" onClick={() => zoom(1)}>
          +
        </button>
      </span>
    </>
  );
}

/** How long what was just confirmed can be taken back from the status line. */
const takeBackMs = 10_000;

function Message() {
  const session = useSession();
  const message = useDesk((state) => state.message);
  useEffect(() => {
    if (!message?.takesBack) return undefined;
    const timer = window.setTimeout(() => {
      if (session.store.getState().message === message) session.store.setState({ message: null });
    }, takeBackMs);
    return () => window.clearTimeout(timer);
  }, [message, session]);
  if (!message || message.tone === 'bad' || message.details.length > 0) return null;
  const { text, takesBack } = message;
  return (
    <span className="status-message" title={text}>
      <span>{text}</span>
      {takesBack && (
        <button
          type="button"
          className="text-button"
          onClick={() => void session.stale.takeBack(takesBack)}
        >
          撤销
        </button>
      )}
    </span>
  );
}

/** How much is open; where nothing looks the text through, that is told in place of numbers grown old. */
function Analysed() {
  const session = useSession();
  const state = useDesk(({ analysisState }) => analysisState);
  if (state !== 'failed') return <OpenPoints />;
  return (
    <span className="save-state is-bad" role="alert">
      校对和清单暂时停了，写作和保存不受影响。
      <button type="button" className="text-button" onClick={() => session.retryAnalysis()}>
        再试一次
      </button>
    </span>
  );
}

/** The line at the foot: the moment of the last durable save, and how things stand. */
export function StatusLine() {
  const characters = useDesk((state) => state.characters);
  const pages = useDesk((state) => state.analysis?.pages);
  return (
    <section className="status-line" aria-label="状态栏">
      <SaveState />
      <span className="status-characters" title="全文的字数，连同标题和落款">
        {characters.toLocaleString('zh-CN').replace(',', ' ')} 字
      </span>
      {pages !== undefined && (
        <span className="status-pages" title="按每页 22 行、每行 28 字估算">
          约 {pages} 页
        </span>
      )}
      <Analysed />
      <LevelMenu />
      <span className="status-gap" aria-live="polite">
        <Message />
      </span>
      <PageSettings />
    </section>
  );
}
