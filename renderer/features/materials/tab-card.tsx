import type { ApiError } from '../../../core/api/index.ts';
import type { Material } from '../../../core/materials/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { copyText } from '../../components/copy-text.ts';
import { putMaterial } from '../../stores/materials.ts';
import { useSession } from '../workspace/desk-context.ts';
import { insertMaterial } from './insert-material.ts';
import { MaterialFileLine, MaterialText } from './material-body.tsx';
import { formatDay, nameItem, nameMaterial } from './words.ts';

/** Takes an error to be shown above the cards. */
export type Tell = (error: ApiError) => void;

/** Words selected inside a material: only these are wanted then. */
function readSelection(card: Element | null): string {
  const selection = window.getSelection();
  const text = card?.querySelector('.material-text');
  if (!selection || selection.isCollapsed || !text) return '';
  const range = selection.getRangeAt(0);
  return text.contains(range.commonAncestorContainer) ? selection.toString().trim() : '';
}

/** What one can do with a material at the caret. */
function useActions(material: Material, tell: Tell) {
  const call = useCall();
  const session = useSession();
  const reportId = session.opened.summary.id;
  const use = async (used: boolean) => {
    const now = await call('materials.use', { materialId: material.id, reportId, used });
    if (now.ok) putMaterial(now.value);
    else tell(now.error);
  };
  const readWhole = async (card: Element | null): Promise<string | null> => {
    const chosen = readSelection(card);
    if (chosen !== '' || material.text.length >= material.textLength) {
      return chosen || material.text;
    }
    const read = await call('materials.read', { materialId: material.id });
    if (read.ok) return read.value.material.text;
    tell(read.error);
    return null;
  };
  const insert = async (card: Element | null) => {
    const words = await readWhole(card);
    if (words === null) return;
    if (session.edit((state) => insertMaterial(state, words, session.createId))) {
      // in a narrow window the panel lies over the very place
      session.store.setState({ panelOpen: false });
      await use(true);
    }
  };
  const copy = async (card: Element | null) => {
    const words = await readWhole(card);
    if (words === null) return;
    const isCopied = copyText(words);
    session.store.setState({
      message: {
        text: isCopied ? '素材已复制。' : '没有复制成，请选中文字后按 Ctrl+C。',
        details: [],
        tone: isCopied ? 'done' : 'bad',
      },
    });
  };
  return { use, insert, copy };
}

const cardOf = (target: Element) => target.closest('.material');

/** A material beside the text: put into it, copied, said to be used. */
export function TabCard({ material, tell }: { readonly material: Material; readonly tell: Tell }) {
  const session = useSession();
  const { use, insert, copy } = useActions(material, tell);
  const { id, year } = { ...session.opened.summary };
  const isUsed = material.usedIn.includes(id);
  const { items } = session.opened.packs.checklist;
  const facts = [
    material.happenedOn && formatDay(material.happenedOn, year),
    material.department,
  ].filter(Boolean);
  return (
    <li className={isUsed ? 'material is-used' : 'material'}>
      <p className="material-facts">
        <span>{facts.join(' · ') || '未注明来源'}</span>
        {isUsed && <span className="material-badge">本报告已用</span>}
      </p>
      <MaterialText material={material} />
      <MaterialFileLine material={material} onError={tell} />
      {material.itemIds.length > 0 && (
        <p className="material-for">
          用于 {material.itemIds.map((itemId) => nameItem(items, itemId)).join('；')}
        </p>
      )}
      <div className="material-actions">
        {material.text !== '' && !session.isReadOnly && (
          <button
            type="button"
            className="text-button"
            title="在光标所在的一段后面另起一段；先选中一部分，就只插入那一部分"
            aria-label={`插入素材：${nameMaterial(material)}`}
            // Pressing must not drop what is selected in the words above.
            onMouseDown={(event) => event.preventDefault()}
            onClick={({ currentTarget }) => void insert(cardOf(currentTarget))}
          >
            插入
          </button>
        )}
        {material.text !== '' && (
          <button
            type="button"
            className="text-button"
            aria-label={`复制素材：${nameMaterial(material)}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={({ currentTarget }) => void copy(cardOf(currentTarget))}
          >
            复制
          </button>
        )}
        {!session.isReadOnly && (
          <button type="button" className="text-button" onClick={() => void use(!isUsed)}>
            {isUsed ? '改回未用' : '标为已用'}
          </button>
        )}
      </div>
    </li>
  );
}
