import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

function isFolderItem(event: DragEvent): boolean {
  return event.dataTransfer.items[0]?.webkitGetAsEntry()?.isDirectory ?? false;
}

function refuseStrayFile(event: globalThis.DragEvent): void {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}

/** Keeps a file dropped where none is expected from taking the place of the page. Once, in the app. */
export function useDropGuard(): void {
  useEffect(() => {
    window.addEventListener('dragover', refuseStrayFile);
    window.addEventListener('drop', refuseStrayFile);
    return () => {
      window.removeEventListener('dragover', refuseStrayFile);
      window.removeEventListener('drop', refuseStrayFile);
    };
  }, []);
}

/** A screen on which a file may be dropped anywhere. A folder is handed on as such. */
export function FileDrop({
  onFile,
  children,
}: {
  readonly onFile: (file: File, isFolder: boolean) => void;
  readonly children: ReactNode;
}) {
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const leave = (left: number) => {
    depth.current = left;
    setOver(left > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button 选择文件 is the first.
    <div
      className={over ? 'screen is-dropping' : 'screen'}
      onDragEnter={(event) => {
        if (holdsFiles(event)) leave(depth.current + 1);
      }}
      onDragLeave={(event) => {
        if (holdsFiles(event)) leave(Math.max(0, depth.current - 1));
      }}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        leave(0);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file, isFolderItem(event));
      }}
    >
      {children}
      {over && (
        <div className="drop-veil" aria-hidden="true">
          <p>松开鼠标，读取这份报告</p>
        </div>
      )}
    </div>
  );
}
