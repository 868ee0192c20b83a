import { useCallback, useState } from 'react';
import type { ApiError, LayoutChoice, TemplateSummary } from '../../../core/api/index.ts';
import { type LayoutProfile, standardLayout } from '../../../core/layout/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { saveDownload } from '../../components/save-download.ts';
import { useAnswer } from '../../components/use-answer.ts';
import type { ChosenFile } from './use-file-input.tsx';

/** The layouts there are, and what can be done with them. */
export interface Layouts {
  readonly choices: readonly LayoutChoice[];
  readonly error: ApiError | null;
  /** What was done last, in words; empty for nothing. */
  readonly told: string;
  /** True when it is kept. */
  readonly save: (profile: LayoutProfile) => Promise<boolean>;
  readonly giveFile: (profile: LayoutProfile) => void;
  /** The id of the layout that was taken up. */
  readonly takeFile: (file: ChosenFile) => Promise<string | null>;
  readonly remove: (profile: LayoutProfile) => Promise<boolean>;
  readonly addTemplate: (file: ChosenFile) => Promise<TemplateSummary | null>;
  readonly removeTemplate: (templateId: string) => Promise<boolean>;
  readonly fail: (error: ApiError) => void;
  readonly again: () => void;
}

/** The profile of an id among the choices; the standard's plain one where it is gone. */
export function findProfile(choices: readonly LayoutChoice[], id: string): LayoutProfile {
  const found = choices.find((choice) => choice.kind === 'profile' && choice.profile.id === id);
  return found?.kind === 'profile' ? found.profile : standardLayout('plain');
}

/** Whether a file says that it is a layout; what cannot be read at all is left to those who say where it breaks. */
export function isLayoutFile({ base64 }: Pick<ChosenFile, 'base64'>): boolean {
  try {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof read === 'object' && read !== null && 'kind' in read && read.kind === 'layout';
  } catch {
    return true;
  }
}

/** Reads the layouts anew whenever something was done with them. */
export function useLayouts(): Layouts {
  const call = useCall();
  const { answer, again } = useAnswer(useCallback(() => call('layouts.list', {}), [call]));
  const [error, setError] = useState<ApiError | null>(null);
  const [told, setTold] = useState('');
  /** Tells how it went; gives the value of what worked. */
  const settle = <Value>(
    result:
      | { readonly ok: true; readonly value: Value }
      | { readonly ok: false; readonly error: ApiError },
    words: string,
  ): Value | null => {
    setError(result.ok ? null : result.error);
    setTold(result.ok ? words : '');
    if (!result.ok) return null;
    again();
    return result.value;
  };
  return {
    choices: answer.state === 'ready' ? answer.value : [],
    error: answer.state === 'failed' ? answer.error : error,
    told,
    save: async (profile) =>
      settle(await call('layouts.save', { profile }), `“${profile.title}”存好了。`) !== null,
    giveFile: (profile) => {
      void call('packs.export', { kind: 'layout', packId: profile.id }).then((result) => {
        const given = settle(result, `“${profile.title}”已导出为文件，可以发给别的单位。`);
        if (given?.kind === 'download') saveDownload(given);
        if (given?.kind === 'cancelled') setTold('');
      });
    },
    takeFile: async (file) => {
      if (!isLayoutFile(file)) {
        setError(null);
        setTold(`“${file.name}”不是版式文件，没有收入。请选别的单位导出的版式文件。`);
        return null;
      }
      const taken = settle(await call('packs.import', file), '版式文件收下了。');
      return taken?.pack.kind === 'layout' ? taken.pack.id : null;
    },
    remove: async ({ id, title }) => {
      const result = await call('packs.remove', { kind: 'layout', packId: id });
      settle(result, `“${title}”移走了，文件留在数据文件夹的 packs/replaced 里。`);
      return result.ok;
    },
    addTemplate: async (file) =>
      settle(await call('layouts.addTemplate', file), `“${file.name}”放进来了。`),
    removeTemplate: async (templateId) => {
      const result = await call('layouts.removeTemplate', { templateId });
      settle(result, '模板移走了。');
      return result.ok;
    },
    fail: setError,
    again,
  };
}
