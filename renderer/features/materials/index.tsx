import './materials.css';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { navigate } from '../../stores/navigation.ts';
import { changeNote, openNote, useQuickNote } from '../../stores/quick-note.ts';
import { readDrop } from './dropped-files.ts';
import { YearOfCards } from './year-of-cards.tsx';

function takeFiles(files: readonly File[], year: number): void {
  openNote({ year });
  changeNote({ files: [...useQuickNote.getState().draft.files, ...files] });
}

/** 素材: everything kept for the report of one year. Files may be let go anywhere on it. */
export function Materials({ year }: { readonly year: number }) {
  const depth = useRef(0);
  const [isOver, setIsOver] = useState(false);
  const hover = (change: number) => {
    depth.current = Math.max(0, depth.current + change);
    setIsOver(depth.current > 0);
  };
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; 记一条素材 is the first.
    <div
      className="screen"
      onDragEnter={(event) => holdsFiles(event) && hover(1)}
      onDragLeave={(event) => holdsFiles(event) && hover(-1)}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        hover(-depth.current);
        if (!holdsFiles(event) || event.defaultPrevented) return;
        event.preventDefault();
        takeFiles(readDrop(event.dataTransfer).files, year);
      }}
    >
      <TopBar
        actions={
          <>
            <Button onClick={() => navigate({ screen: 'forms', year })}>征集表</Button>
            <Button type="primary" onClick={() => openNote({ year })}>
              记一条素材
            </Button>
          </>
        }
      >
        <BackLink label="报告库" onClick={() => navigate({ screen: 'library' })} />
        <strong>{year} 年素材</strong>
        <span className="year-steps">
          {[year - 1, year + 1].map((other) => (
            <button
              key={other}
              type="button"
              className="text-button"
              onClick={() => navigate({ screen: 'materials', year: other })}
            >
              {other} 年
            </button>
          ))}
        </span>
      </TopBar>
      <YearOfCards key={year} year={year} />
      {isOver && (
        <div className="drop-veil" aria-hidden="true">
          <p>松开鼠标，收进 {year} 年素材</p>
        </div>
      )}
    </div>
  );
}
