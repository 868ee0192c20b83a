import { useCallback } from 'react';
import type { ApiError } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { Waiting } from '../../components/waiting.tsx';
import { type NewReportStart, navigate, type Screen } from '../../stores/navigation.ts';
import { FromBlank } from './from-blank.tsx';
import { FromFile } from './from-file.tsx';
import { FromPaste } from './from-paste.tsx';
import { FromReport } from './from-report.tsx';

const ways: readonly {
  readonly start: Exclude<NewReportStart, 'choose'>;
  readonly title: string;
  readonly about: string;
}[] = [
  { start: 'report', title: '报告库里的报告', about: '把往年的报告沿用为新一年的草稿' },
  { start: 'file', title: '上年报告的文件', about: 'Word、WPS、PDF、文本或网页' },
  { start: 'paste', title: '粘贴的文字', about: '从网站或聊天里复制来的全文' },
  { start: 'blank', title: '空白模板', about: '标题和各条的框架已经备好' },
];

/** Where a new report may come from, and what each way asks. */
export function Sources({
  screen,
  refusal,
  pasted,
  onText,
}: {
  readonly screen: Extract<Screen, { screen: 'new' }>;
  /** Why the file or the text last given could not be read. */
  readonly refusal: ApiError | null;
  /** Text pasted before, if any. */
  readonly pasted: string;
  readonly onText: (text: string, html: string | null) => void;
}) {
  const call = useCall();
  const { answer, again } = useAnswer(useCallback(() => call('library.list', {}), [call]));
  if (answer.state === 'waiting') return <Waiting label="正在打开报告库" />;
  if (answer.state === 'failed') {
    return (
      <div className="screen-middle">
        <Problem error={answer.error} onRetry={again} />
      </div>
    );
  }
  const reports = answer.value;
  const usual = reports.length > 0 ? 'report' : 'file';
  const start = screen.start === 'choose' ? usual : screen.start;
  return (
    <main className="sources">
      <nav aria-label="从哪里开始">
        <h1>从哪里开始</h1>
        {ways.map((way) => (
          <button
            key={way.start}
            type="button"
            className="source-way"
            aria-current={way.start === start ? 'true' : undefined}
            disabled={way.start === 'report' && reports.length === 0}
            onClick={() => navigate({ screen: 'new', start: way.start })}
          >
            <b>{way.title}</b>
            <span>
              {way.start === 'report' && reports.length === 0 ? '报告库里还没有报告' : way.about}
            </span>
          </button>
        ))}
      </nav>
      <section className="source-body">
        {refusal && <Problem error={refusal} />}
        {start === 'report' && reports.length > 0 && (
          <FromReport reports={reports} chosen={screen.reportId} />
        )}
        {(start === 'file' || (start === 'report' && reports.length === 0)) && <FromFile />}
        {start === 'paste' && <FromPaste pasted={pasted} onText={onText} />}
        {start === 'blank' && <FromBlank reports={reports} />}
      </section>
    </main>
  );
}
