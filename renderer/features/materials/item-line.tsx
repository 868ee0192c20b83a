import './materials.css';
import { useSession } from '../workspace/desk-context.ts';
import { showPanel } from '../workspace/desk-state.ts';
import { useItemMaterials } from './section-materials.ts';

/** “有 2 份素材”, in the card of a question; leads to them. Nothing where there are none. */
export function ItemMaterialLine({ itemId }: { readonly itemId: string }) {
  const { store } = useSession();
  const { total, unused } = useItemMaterials(itemId);
  if (total === 0) return null;
  return (
    <button
      type="button"
      className="text-button material-line"
      onClick={() => showPanel(store, 'materials')}
    >
      有 {total} 份素材{unused === 0 ? '，都已用上' : ''}
    </button>
  );
}
