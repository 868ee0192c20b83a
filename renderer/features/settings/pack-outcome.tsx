import { useEffect, useRef } from 'react';
import { type ApiError, describePackFault, describePackNotice } from '../../../core/api/index.ts';
import { Problem } from '../../components/problem.tsx';
import { CopyFaults } from './copy-faults.tsx';
import type { PackOutcome } from './use-packs.ts';

type Refusal = Extract<ApiError, { readonly code: 'pack/refused' }>;

/** Every fault of a file that was not taken up, each with its line. */
function Refused({ name, faults }: Refusal) {
  const box = useRef<HTMLDivElement>(null);
  // Braces: what scrolling gives is no way to take it back.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const lines = [...new Set(faults.map(describePackFault))];
  return (
    <div className="problem pack-refused" role="alert" ref={box}>
      <p className="problem-what">
        “{name}”没有导入，找到 {lines.length} 处问题。
      </p>
      <p className="problem-more">原来使用的资料包都没有变。改好以后再导入一次。</p>
      <ol className="pack-faults">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <CopyFaults text={[`${name}：`, ...lines].join('\n')} />
    </div>
  );
}

function Taken({ taken }: Pick<Extract<PackOutcome, { readonly kind: 'taken' }>, 'taken'>) {
  const { pack, replaced, keptAside, notices } = taken;
  return (
    <div className="pack-taken" role="status">
      <p>
        “{pack.title}”已导入，现在起使用；打开着的草稿，下次打开时换用。
        {pack.replacesApps && '它代替了随程序提供的那一份，移除后就换回来。'}
      </p>
      {replaced && keptAside !== null && (
        <p>原来导入的那一份没有丢，留在数据文件夹的 packs/{keptAside.replaceAll('\\', '/')}。</p>
      )}
      {notices.map((notice) => (
        <p key={notice.kind}>{describePackNotice(notice)}</p>
      ))}
    </div>
  );
}

/** Takes the focus: the row whose button had it is gone. */
function Removed({ title }: { readonly title: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className="pack-taken" role="status" tabIndex={-1} ref={box}>
      <p>“{title}”不再使用，文件留在数据文件夹的 packs/replaced 里。</p>
    </div>
  );
}

/** What came of an import or a removal, in the drawer and until the next one. */
export function PackOutcomeView({ outcome }: { readonly outcome: PackOutcome }) {
  switch (outcome.kind) {
    case 'none':
      return null;
    case 'busy':
      return (
        <p className="settings-hint" role="status">
          正在核对……
        </p>
      );
    case 'taken':
      return <Taken taken={outcome.taken} />;
    case 'removed':
      return <Removed title={outcome.title} />;
    case 'failed':
      return outcome.error.code === 'pack/refused' ? (
        <Refused {...outcome.error} />
      ) : (
        <Problem error={outcome.error} />
      );
    default:
      return outcome satisfies never;
  }
}
