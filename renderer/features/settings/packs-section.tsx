import './packs.css';
import type { PackSummary } from '../../../core/api/index.ts';
import { Problem } from '../../components/problem.tsx';
import { useReadyApp } from '../../stores/app.ts';
import { PackImport } from './pack-import.tsx';
import { PackOutcomeView } from './pack-outcome.tsx';
import { PackRow } from './pack-row.tsx';
import { usePacks } from './use-packs.ts';
import { YearOutline } from './year-outline.tsx';

/** Files among the own packs that are not used, with every reason. */
function Unused() {
  const { packFaults } = useReadyApp().info;
  if (packFaults.length === 0) return null;
  return (
    <div className="quiet-notice">
      <p>数据文件夹里这些文件没有采用：</p>
      <ul>
        {packFaults.map(({ name, reason }) => (
          <li key={name}>
            {name}：{reason}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Acts {
  readonly onExport: (pack: PackSummary) => void;
  readonly onRemove: (pack: PackSummary) => void;
}

function PackLists({
  packs,
  onExport,
  onRemove,
}: Acts & { readonly packs: readonly PackSummary[] }) {
  const own = packs.filter(({ origin }) => origin === 'own');
  const apps = packs.filter(({ origin }) => origin === 'app');
  return (
    <>
      {own.length > 0 && (
        <>
          <h4 id="packs-own">自己导入的（{own.length}）</h4>
          <ul className="pack-list" aria-labelledby="packs-own">
            {own.map((pack) => (
              <PackRow
                key={`${pack.kind} ${pack.id}`}
                pack={pack}
                onExport={() => onExport(pack)}
                onRemove={() => onRemove(pack)}
              />
            ))}
          </ul>
        </>
      )}
      <details className="packs-shipped">
        <summary>随程序提供的（{apps.length}）</summary>
        <ul className="pack-list">
          {apps.map((pack) => (
            <PackRow key={`${pack.kind} ${pack.id}`} pack={pack} onExport={() => onExport(pack)} />
          ))}
        </ul>
      </details>
    </>
  );
}

/** 资料包: what the questions, headings and deadlines come from, and taking up what a county sends. */
export function PacksSection() {
  const { answer, outcome, take, give, remove } = usePacks();
  return (
    <section aria-labelledby="settings-packs" className="packs">
      <h3 id="settings-packs">资料包</h3>
      <p>清单、标题、期限都来自这些文件。县里发来的要求在这里导入，不用重新启动。</p>
      <YearOutline />
      <PackImport onFile={take} isBusy={outcome.kind === 'busy'}>
        <PackOutcomeView outcome={outcome} />
      </PackImport>
      <Unused />
      {answer.state === 'failed' && <Problem error={answer.error} />}
      {answer.state === 'ready' && (
        <PackLists packs={answer.value} onExport={give} onRemove={remove} />
      )}
    </section>
  );
}
