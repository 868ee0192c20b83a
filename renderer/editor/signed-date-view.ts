import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';

/** `2027-02-05` → 2027年2月5日. */
export function formatSignedDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function readDate(node: Node): string | null {
  const date: unknown = node.attrs['date'];
  return typeof date === 'string' ? date : null;
}

/** The date under the signature: shown as it prints, chosen in the system's own calendar. */
export function createSignedDateView(
  first: Node,
  view: EditorView,
  getPos: () => number | undefined,
): NodeView {
  const dom = document.createElement('div');
  dom.dataset['node'] = 'signedDate';
  dom.contentEditable = 'false';
  const shown = document.createElement('span');
  const input = document.createElement('input');
  input.type = 'date';
  input.setAttribute('aria-label', '成文日期');
  dom.append(shown, input);
  const show = (node: Node) => {
    const date = readDate(node);
    shown.textContent = date ? formatSignedDate(date) : '成文日期（点此选择）';
    dom.classList.toggle('is-unset', date === null);
    if (input.value !== (date ?? '')) input.value = date ?? '';
    input.disabled = !view.editable;
  };
  input.addEventListener('change', () => {
    const pos = getPos();
    if (pos === undefined) return;
    view.dispatch(view.state.tr.setNodeAttribute(pos, 'date', input.value || null));
  });
  input.addEventListener('click', () => input.showPicker());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') input.showPicker();
    else if (event.key === 'Escape') view.focus();
    else return;
    event.preventDefault();
  });
  show(first);
  return {
    dom,
    update(node) {
      if (node.type !== first.type) return false;
      show(node);
      return true;
    },
    stopEvent: () => true,
    ignoreMutation: () => true,
  };
}
