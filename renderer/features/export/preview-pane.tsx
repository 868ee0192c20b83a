import { Button, Segmented } from 'antd';
import { type Ref, useState } from 'react';
import type { Preview } from '../../../core/api/index.ts';
import { Problem } from '../../components/problem.tsx';
import { useCommand } from '../../components/use-commands.ts';
import { useElapsed, Waiting } from '../../components/waiting.tsx';
import { describeCertificate } from './certificate-words.ts';
import { PageNumber } from './page-number.tsx';
import { type PageFit, type PagesHandle, PagesView } from './pages-view.tsx';
import type { PreviewState } from './preview-keeper.ts';
import { useGoTo } from './use-go-to.ts';
import { useGoToWords } from './use-go-to-words.ts';

const fits: readonly { readonly value: PageFit; readonly label: string }[] = [
  { value: 'width', label: '页宽' },
  { value: 'page', label: '整页' },
  { value: 'two', label: '双页' },
];
const bySize: readonly PageFit[] = ['two', 'page', 'width'];

/** Ctrl+plus and Ctrl+minus go through the sizes there are. */
function useFit() {
  const [fit, setFit] = useState<PageFit>('width');
  const step = (by: 1 | -1) => {
    const next = bySize[bySize.indexOf(fit) + by];
    if (next) setFit(next);
  };
  useCommand('zoomIn', () => step(1));
  useCommand('zoomOut', () => step(-1));
  useCommand('zoomReset', () => setFit('page'));
  return { fit, setFit };
}

function Laying() {
  const isLong = useElapsed(300);
  return (
    <span className="preview-state" role="status">
      {isLong && '正在重新排版……'}
    </span>
  );
}

/** Whether the file is right, in one line that leads to what was measured. */
function Verdict({
  preview,
  isTemplate,
  onVerdict,
}: {
  readonly preview: Preview;
  readonly isTemplate: boolean;
  readonly onVerdict: () => void;
}) {
  const { certificate } = preview;
  if (certificate.items.length === 0) return null;
  const tone = certificate.isRight ? 'is-done' : isTemplate ? 'is-stale' : 'is-bad';
  return (
    <button type="button" className={`text-button preview-verdict ${tone}`} onClick={onVerdict}>
      {describeCertificate(certificate, isTemplate)}
    </button>
  );
}

function StateWords({ state }: { readonly state: PreviewState }) {
  if (state.isBusy) return <Laying />;
  if (!state.isBehind) return null;
  return (
    <span className="preview-state is-stale" role="status">
      刚写的还没有存进去，这里是上一次存好的样子
    </span>
  );
}

/** The true pages of a copy, with their bar. */
export function PreviewPane({
  state,
  isTemplate,
  onRetry,
  onVerdict,
  ref,
}: {
  readonly state: PreviewState;
  /** Whether an office's own document is what is written into. */
  readonly isTemplate: boolean;
  readonly onRetry: () => void;
  /** Shows what was measured. */
  readonly onVerdict: () => void;
  readonly ref: Ref<PagesHandle>;
}) {
  const { fit, setFit } = useFit();
  const [page, setPage] = useState(1);
  const { pages: handle, goTo } = useGoTo(ref);
  const goToWords = useGoToWords(state.preview?.pages ?? []);
  const { preview, error } = state;
  if (!preview) {
    return (
      <div className="preview-pane">
        {error ? (
          <div className="screen-middle">
            <Problem error={error} onRetry={onRetry} />
          </div>
        ) : (
          <Waiting label="正在排版" />
        )}
      </div>
    );
  }
  const { pages } = preview;
  return (
    <div className="preview-pane">
      <div className="preview-bar">
        <PageNumber page={Math.min(page, pages.length)} pages={pages.length} onGo={goTo} />
        <Segmented<PageFit>
          aria-label="页面大小"
          options={[...fits]}
          value={fit}
          onChange={setFit}
        />
        <Button onClick={() => goToWords(page - 1, 0)} title="也可以直接点页面上的一行">
          到正文改这一页
        </Button>
        <StateWords state={state} />
        <Verdict preview={preview} isTemplate={isTemplate} onVerdict={onVerdict} />
      </div>
      {error && <Problem error={error} onRetry={onRetry} />}
      {isTemplate && (
        <p className="preview-note">
          模板里的文本框和图片，这里不画，导出的 Word 里都在。要打印，请先导出，用 Word 或 WPS
          打印。
        </p>
      )}
      <PagesView
        ref={handle}
        pages={pages}
        fit={fit}
        label="预览"
        onPage={setPage}
        onLine={goToWords}
      />
    </div>
  );
}
