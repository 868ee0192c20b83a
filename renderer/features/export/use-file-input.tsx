import { type ReactNode, useRef } from 'react';
import { readContent } from '../../api/read-content.ts';

/** A chosen file as the API takes it. */
export interface ChosenFile {
  readonly name: string;
  readonly base64: string;
}

/** The system's dialog for one file. Put `input` anywhere, and call `choose`; null is told of one that went away. */
export function useFileInput(
  label: string,
  accept: string,
  onFile: (file: ChosenFile | null, name: string) => void,
): { readonly choose: () => void; readonly input: ReactNode } {
  const field = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    const content = await readContent(file);
    const chosen = content?.kind === 'file' ? { name: file.name, base64: content.base64 } : null;
    onFile(chosen, file.name);
  };
  const input = (
    <input
      ref={field}
      type="file"
      accept={accept}
      aria-label={label}
      className="visually-hidden"
      tabIndex={-1}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        // the same file chosen again must be a change again
        event.currentTarget.value = '';
        if (file) void take(file);
      }}
    />
  );
  return { choose: () => field.current?.click(), input };
}
