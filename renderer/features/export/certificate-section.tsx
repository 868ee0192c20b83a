import { describePages, type Preview } from '../../../core/api/index.ts';
import { describeNotice } from '../../messages.ts';
import { CertificateView } from './certificate-view.tsx';
import { describeCertificate, sortItems } from './certificate-words.ts';
import { ExportSection } from './export-section.tsx';

/** 核验: what was measured in the very file that is exported. */
export function CertificateSection({
  preview,
  isTemplate,
  onPage,
}: {
  readonly preview: Preview | null;
  /** Whether it was written into an office's own document. */
  readonly isTemplate: boolean;
  readonly onPage: (page: number) => void;
}) {
  const certificate = preview?.certificate;
  if (!certificate) return null;
  const isWrong = sortItems(certificate).wrong.length > 0;
  const isDone = certificate.items.length > 0 && !isWrong;
  return (
    <ExportSection
      title="核验"
      name="certificate"
      summary={describeCertificate(certificate, isTemplate)}
      tone={isWrong ? (isTemplate ? 'open' : 'bad') : isDone ? 'done' : 'quiet'}
      startsOpen={isWrong && !isTemplate}
    >
      <p className="export-hint">
        把写好的 Word 文件重新打开，按“{certificate.layoutTitle}”逐项量过，
        {describePages(certificate)}。
        {isWrong &&
          isTemplate &&
          '下面这些与它不同：模板有意这样排的，照模板办；不是有意的，请改模板。'}
      </p>
      <CertificateView certificate={certificate} onPage={onPage} />
    </ExportSection>
  );
}

/** What the writing of the copy has to say, in plain lines. */
export function PreviewNotices({ preview }: { readonly preview: Preview | null }) {
  const words = [...new Set(preview?.notices.map(describeNotice))];
  if (words.length === 0) return null;
  return (
    <ul className="export-notices" aria-label="提醒">
      {words.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
