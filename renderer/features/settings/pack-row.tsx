import { Button, Popconfirm } from 'antd';
import { describePackKind, type PackSummary } from '../../../core/api/index.ts';

function describeYears({ years }: PackSummary): string | null {
  const { from = null, to = null } = years ?? {};
  if (from !== null && to !== null) return from === to ? `${from} 年` : `${from}—${to} 年`;
  if (from !== null) return `${from} 年起`;
  return to === null ? null : `到 ${to} 年`;
}

const countWords: Readonly<Record<string, string>> = {
  template: '个部分',
  outline: '条',
  checklist: '个问题',
  office: '个问题',
  rules: '个词',
  documents: '份文件',
  units: '个科室',
};

function describeSize({ kind, size }: PackSummary): string | null {
  return size === 0 ? null : `${size} ${countWords[kind] ?? '项'}`;
}

function formatDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** A pack in use: what it is, where it comes from, and what can be done with it. */
export function PackRow({
  pack,
  onExport,
  onRemove,
}: {
  readonly pack: PackSummary;
  readonly onExport: () => void;
  /** Absent for the app's own. */
  readonly onRemove?: () => void;
}) {
  const facts = [describePackKind(pack.kind), describeYears(pack), describeSize(pack)];
  return (
    <li className="pack-row">
      <p className="pack-title">
        {pack.title}
        {pack.confidence !== 'verified' && (
          <span className="pack-doubt" title="内容还没有全部对照原文，供参考">
            待核对
          </span>
        )}
      </p>
      <p className="pack-facts">{facts.filter(Boolean).join(' · ')}</p>
      <p className="pack-source">
        来源：{pack.source}。<span>{formatDay(pack.date)}核对</span>
      </p>
      <div className="pack-actions">
        <Button size="small" onClick={onExport} aria-label={`导出“${pack.title}”`}>
          导出
        </Button>
        {onRemove && (
          <Popconfirm
            title="不再使用这个资料包？"
            description="文件会留在数据文件夹的 packs/replaced 里。"
            okText="移除"
            cancelText="不移除"
            onConfirm={onRemove}
          >
            <Button size="small" aria-label={`移除“${pack.title}”`}>
              移除
            </Button>
          </Popconfirm>
        )}
        {pack.replacesApps && <span className="pack-note">代替随程序的一份</span>}
      </div>
    </li>
  );
}
