import { Button } from 'antd';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** Where a pack file is chosen or dropped. */
export function PackImport({
  onFile,
  isBusy,
  children,
}: {
  readonly onFile: (file: File) => void;
  readonly isBusy: boolean;
  readonly children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const leave = (left: number) => {
    depth.current = left;
    setOver(left > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div
      className={over ? 'pack-drop is-over' : 'pack-drop'}
      onDragEnter={(event) => holdsFiles(event) && leave(depth.current + 1)}
      onDragLeave={(event) => holdsFiles(event) && leave(Math.max(0, depth.current - 1))}
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
        if (file) onFile(file);
      }}
    >
      <div className="pack-import">
        <Button loading={isBusy} onClick={() => input.current?.click()}>
          导入资料包
        </Button>
        <span>{over ? '松开鼠标就导入' : '也可以把文件拖到这里'}</span>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="选择资料包文件"
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file chosen again, mended, must be a change again.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      {children}
    </div>
  );
}
