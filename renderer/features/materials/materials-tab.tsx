import './materials.css';
import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { type ApiError, describeMaterialError, describeUnread } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { navigate } from '../../stores/navigation.ts';
import { openNote } from '../../stores/quick-note.ts';
import { useDesk, useSession } from '../workspace/desk-context.ts';
import { readDrop, readPaste } from './dropped-files.ts';
import { keepNote } from './keep.ts';
import { useSectionMaterials } from './section-materials.ts';
import { suggester } from './suggester.ts';
import { TabCard, type Tell } from './tab-card.tsx';
import { useYearMaterials } from './use-year.ts';

/** The questions of this section a file or a paste is for: those its words tell, else none. */
function useKeepHere(tell: Tell, say: (words: string) => void) {
  const call = useCall();
  const { opened } = useSession();
  const items = useDesk(({ analysis }) => analysis?.items);
  const home = useDesk((state) => state.currentStop);
  return async (files: readonly File[], text: string) => {
    const here = new Set((items ?? []).flatMap((one) => (one.homeId === home ? one.itemId : [])));
    const names = files.map(({ name }) => name).join(' ');
    const first = opened.packs.checklist.items.find(({ id }) => here.has(id))?.id;
    const choose = async (words: string) => {
      const suggested = await suggester.suggest(words, opened.packs, opened.report.year);
      const fitting = suggested.map(({ itemId }) => itemId).filter((id) => here.has(id));
      // what is dropped at a section is for it, whatever its words say
      return fitting.length > 0 || first === undefined ? fitting.slice(0, 3) : [first];
    };
    const facts = {
      year: opened.report.year,
      title: '',
      text,
      happenedOn: null,
      department: '',
      itemIds: await choose(`${names}\n${text}`),
    };
    const kept = await keepNote(call, facts, files, async (material) => ({
      itemIds: await choose(`${material.fileName}\n${material.text}`),
    }));
    if (kept.error) tell(kept.error);
    const unread = kept.unread.map(({ name, error }) => `“${name}”：${describeUnread(error)}`);
    say([kept.materials.length > 0 ? `已存 ${kept.materials.length} 份` : '', ...unread].join(' '));
  };
}

function EmptyHere() {
  return (
    <p className="panel-intro">
      本条还没有素材。平时随手记下的、各站所报来的，打上这一条的标签就会列在这里；也可以把文件拖到这里，或按
      Ctrl+Shift+N 记一条。
    </p>
  );
}

/** What the tab does with files and words dropped or pasted on it. */
function useIntake(take: (files: readonly File[], text?: string) => void) {
  const [isOver, setIsOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      take(readDrop(event.dataTransfer).files);
    },
    onPaste: (event: ClipboardEvent) => {
      const files = readPaste(event.clipboardData, new Date());
      const text = event.clipboardData.getData('text/plain').trim();
      if (files.length === 0 && text === '') return;
      event.preventDefault();
      take(files, text);
    },
  };
}

function TabBar({ year }: { readonly year: number }) {
  return (
    <div className="materials-tab-bar">
      <button type="button" className="text-button" onClick={() => openNote({ year })}>
        记一条
      </button>
      <button
        type="button"
        className="text-button"
        onClick={() => navigate({ screen: 'materials', year })}
      >
        {year} 年全部素材
      </button>
    </div>
  );
}

function TabCards({
  materials,
  tell,
}: {
  readonly materials: ReturnType<typeof useSectionMaterials>['here'];
  readonly tell: Tell;
}) {
  return (
    <ul className="material-list">
      {materials.map((material) => (
        <TabCard key={material.id} material={material} tell={tell} />
      ))}
    </ul>
  );
}

/** 素材: what was kept through the year for the section under the caret. */
export function MaterialsTab() {
  const { year } = useSession().opened.report;
  const known = useYearMaterials(year);
  const { here, elsewhere } = useSectionMaterials();
  const [error, setError] = useState<ApiError | null>(null);
  const [said, setSaid] = useState('');
  const keep = useKeepHere(setError, setSaid);
  const { isOver, ...intake } = useIntake((files, text = '') => {
    setError(null);
    void keep(files, text);
  });
  const shown = error ?? known?.error ?? null;
  return (
    <div className={isOver ? 'materials-tab is-over' : 'materials-tab'} {...intake}>
      <TabBar year={year} />
      {shown && (
        <p className="note-said is-bad" role="alert">
          {describeMaterialError(shown).what}
          {describeMaterialError(shown).todo}
        </p>
      )}
      <p className="material-hint" role="status">
        {said}
      </p>
      {known === null && <p className="panel-intro">正在取素材……</p>}
      {known !== null && here.length === 0 && <EmptyHere />}
      <TabCards materials={here} tell={setError} />
      {elsewhere.length > 0 && (
        <details className="materials-elsewhere">
          <summary>
            {year} 年的其他素材 <span>{elsewhere.length} 份</span>
          </summary>
          <TabCards materials={elsewhere} tell={setError} />
        </details>
      )}
    </div>
  );
}
