import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { splitReport } from '../../../core/model/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { copyText } from '../../components/copy-text.ts';
import { toPlainText } from '../../editor/clipboard.ts';
import { useDesk, useSession } from './desk-context.ts';
import type { DeskMessage } from './desk-state.ts';
import { cannotCopy, tellError } from './tell.ts';

/** Shown when another window saved this draft: both texts exist, the writer chooses. */
function ConflictBar({ onReopen }: { readonly onReopen: () => void }) {
  const call = useCall();
  const session = useSession();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    const { doc } = session.getState();
    const isTaken = copyText(toPlainText(doc.slice(0), doc));
    setCopied(isTaken);
    if (!isTaken) session.store.setState({ message: cannotCopy });
  };
  const keepMine = async () => {
    const theirs = await call('report.open', { reportId: session.opened.summary.id });
    if (!theirs.ok) {
      session.store.setState({ message: tellError(theirs.error) });
      return;
    }
    const { report, revision } = theirs.value;
    await session.saver.overwrite({ pieces: splitReport(report), revision });
  };
  return (
    <div className="desk-bar is-bad" role="alert">
      <p>
        <strong>这份草稿在另一个窗口里改过。</strong>
        两边的内容都在：那边的已经存好，这边的还在这个窗口里。
      </p>
      <div className="desk-bar-answers">
        <Button onClick={copy}>{copied ? '已复制这里的全文' : '先复制这里的全文'}</Button>
        <Button onClick={onReopen}>载入那边的</Button>
        <Button type="primary" onClick={() => void keepMine()}>
          以这里为准
        </Button>
      </div>
    </div>
  );
}

/** Shown over a report that was filed or put away: it is read, and written on only on purpose. */
function ReadOnlyBar({ onReopen }: { readonly onReopen: () => void }) {
  const call = useCall();
  const session = useSession();
  const { id, status } = session.opened.summary;
  const write = async () => {
    const result = await call('report.setStatus', { reportId: id, status: 'writing' });
    if (result.ok) onReopen();
    else session.store.setState({ message: tellError(result.error) });
  };
  return (
    <div className="desk-bar" role="status">
      <p>这份报告{status === 'filed' ? '已经报送' : '已经归档'}，现在只读。</p>
      <div className="desk-bar-answers">
        <Button onClick={() => void write()}>改为继续写</Button>
      </div>
    </div>
  );
}

/** What became of it in one line; the focus comes here when what began it is gone. */
export function ResultBar({
  message,
  onClose,
}: {
  readonly message: DeskMessage;
  readonly onClose: () => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) bar.current?.querySelector('button')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    onClose();
    event.preventDefault();
    event.stopPropagation();
  };
  const { text, details, tone } = message;
  return (
    <section
      ref={bar}
      className={`desk-bar result-bar ${tone === 'bad' ? 'is-bad' : ''}`}
      aria-label="结果"
      onKeyDown={onKeyDown}
    >
      <p className="result-words" role="status">
        {text}
      </p>
      <div className="desk-bar-answers">
        {details.length > 0 && (
          <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? '收起' : `详情 ${details.length}`}
          </Button>
        )}
        <Button onClick={onClose}>知道了</Button>
      </div>
      {isOpen && (
        <ul>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function DetailsBar() {
  const session = useSession();
  const message = useDesk((state) => state.message);
  if (!message || (message.details.length === 0 && message.tone === 'done')) return null;
  const close = () => {
    session.store.setState({ message: null });
    session.getView()?.focus();
  };
  return <ResultBar key={message.text} message={message} onClose={close} />;
}

/** What must be decided or known, in bars under the top. */
export function DeskBars({ onReopen }: { readonly onReopen: () => void }) {
  const session = useSession();
  const inConflict = useDesk((state) => state.save.kind === 'conflict');
  return (
    <>
      {inConflict && <ConflictBar onReopen={onReopen} />}
      {session.isReadOnly && <ReadOnlyBar onReopen={onReopen} />}
      <DetailsBar />
    </>
  );
}
