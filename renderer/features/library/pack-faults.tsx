import type { AppInfo } from '../../../core/api/index.ts';

/** A file may have twenty faults; here the first are enough, the settings tell all. */
const longestReason = 90;

function shorten(reason: string): string {
  return reason.length <= longestReason ? reason : `${reason.slice(0, longestReason)}……`;
}

/** A quiet word on pack files that could not be read: the app works with those it brings. */
export function PackFaults({ faults }: { readonly faults: AppInfo['packFaults'] }) {
  if (faults.length === 0) return null;
  return (
    <div className="quiet-notice" role="status">
      <p>
        数据文件夹里有 {faults.length}{' '}
        个资料包没有读进来，仍使用随程序提供的内容。改好后在设置的“资料包”里导入。
      </p>
      <ul>
        {faults.map(({ name, reason }) => (
          <li key={name}>
            {name}：{shorten(reason)}
          </li>
        ))}
      </ul>
    </div>
  );
}
