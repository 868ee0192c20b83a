import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ApiError, Notice } from '../../../core/api/index.ts';
import type { Annex } from '../../../core/layout/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { describeNotice, readableFiles } from '../../messages.ts';
import { ExportSection } from './export-section.tsx';
import { TypedField } from './typed-field.tsx';
import { useFileInput } from './use-file-input.tsx';

interface AnnexesProps {
  readonly annexes: readonly Annex[];
  readonly onChange: (change: (annexes: readonly Annex[]) => readonly Annex[]) => void;
}

/** Moves one of a list by a place. */
export function moveBy<Item>(items: readonly Item[], at: number, by: 1 | -1): readonly Item[] {
  const item = items[at];
  const rest = items.toSpliced(at, 1);
  return item === undefined ? items : rest.toSpliced(Math.max(0, at + by), 0, item);
}

function AnnexRow({
  annex,
  at,
  count,
  onChange,
}: { readonly annex: Annex; readonly at: number; readonly count: number } & Pick<
  AnnexesProps,
  'onChange'
>) {
  const change = (part: Partial<Annex>) => onChange((all) => all.with(at, { ...annex, ...part }));
  const name = `附件 ${at + 1}`;
  return (
    <li className="annex-row">
      <TypedField
        label={name}
        value={annex.title}
        // an annex is listed by its title: an emptied field gives the old one back
        tidy={(typed) => typed.trim() || annex.title}
        onChange={(title) => change({ title })}
      />
      <Checkbox
        checked={annex.isPublic}
        onChange={({ target }) => change({ isPublic: target.checked })}
      >
        公开版也带上
      </Checkbox>
      <div className="export-answers">
        {at > 0 && (
          <Button
            size="small"
            aria-label={`${name}上移`}
            onClick={() => onChange((all) => moveBy(all, at, -1))}
          >
            上移
          </Button>
        )}
        {at < count - 1 && (
          <Button
            size="small"
            aria-label={`${name}下移`}
            onClick={() => onChange((all) => moveBy(all, at, 1))}
          >
            下移
          </Button>
        )}
        <Button
          size="small"
          aria-label={`移除${name}`}
          onClick={() => onChange((all) => all.toSpliced(at, 1))}
        >
          移除
        </Button>
      </div>
    </li>
  );
}

/** 附件: the pages behind the signature, read from files of their own. */
export function AnnexSection({ annexes, onChange }: AnnexesProps) {
  const call = useCall();
  const [error, setError] = useState<ApiError | null>(null);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [isReading, setReading] = useState(false);
  const { choose, input } = useFileInput('选择附件文件', readableFiles, async (file, name) => {
    setReading(true);
    const result = file
      ? await call('filing.readAnnex', file)
      : ({ ok: false, error: { code: 'import/not-found', name } } as const);
    setReading(false);
    setError(result.ok ? null : result.error);
    setNotices(result.ok ? result.value.notices : []);
    if (result.ok) onChange((all) => [...all, result.value.annex]);
  });
  return (
    <ExportSection
      title="附件"
      name="annexes"
      summary={annexes.length === 0 ? '没有' : `${annexes.length} 个`}
    >
      {annexes.length === 0 && (
        <p className="export-hint">表格、清单等排在落款后面，另起一页；正文里会写上附件名称。</p>
      )}
      <ul className="annex-list">
        {annexes.map((annex, at) => (
          <AnnexRow
            // biome-ignore lint/suspicious/noArrayIndexKey: annexes have no id but their number
            key={at}
            annex={annex}
            at={at}
            count={annexes.length}
            onChange={onChange}
          />
        ))}
      </ul>
      <div className="export-answers">
        <Button loading={isReading} onClick={choose}>
          从文件放入附件
        </Button>
      </div>
      {input}
      {error && <Problem error={error} kept="附件没有放进来，原来的没有变动。" />}
      {notices.map((notice) => (
        <p key={notice.code} className="export-hint">
          {describeNotice(notice)}
        </p>
      ))}
    </ExportSection>
  );
}
