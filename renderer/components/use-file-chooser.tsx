import { type ReactNode, useRef } from 'react';
import { readableFiles } from '../messages.ts';

/** The system's dialog for choosing a file: put `input` anywhere, and call `choose`. */
export function useFileChooser(onFile: (file: File) => void): {
  readonly choose: () => void;
  readonly input: ReactNode;
} {
  const ref = useRef<HTMLInputElement>(null);
  const input = (
    <input
      ref={ref}
      type="file"
      accept={readableFiles}
      aria-label="选择报告文件"
      className="visually-hidden"
      tabIndex={-1}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        // The same file chosen again must be a change again.
        event.currentTarget.value = '';
        if (file) onFile(file);
      }}
    />
  );
  return { choose: () => ref.current?.click(), input };
}
