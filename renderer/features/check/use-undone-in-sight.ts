import { redo, undo } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import { useCommand } from '../../components/use-commands.ts';
import { useSession } from '../workspace/desk-context.ts';

const isField = (element: Element | null) =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/**
 * 撤销 and 重做 of the menu: in a field of the page they are the field's own, else the page is left
 * first, so that nobody loses words out of sight.
 */
export function useUndoneInSight(leave: (then: () => void) => void): void {
  const session = useSession();
  const run = (name: 'undo' | 'redo', command: Command) => {
    if (isField(document.activeElement)) {
      // the one way to a field's own history
      document.execCommand(name);
      return;
    }
    leave(() => {
      const view = session.getView();
      if (!view) return;
      view.focus();
      command(view.state, (tr) => view.dispatch(tr.scrollIntoView()));
    });
  };
  useCommand('undo', () => run('undo', undo));
  useCommand('redo', () => run('redo', redo));
}
