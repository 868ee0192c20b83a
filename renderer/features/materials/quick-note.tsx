import './materials.css';
import { Button } from 'antd';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { formatBytes } from '../../../core/api/index.ts';
import { useCommand } from '../../components/use-commands.ts';
import {
  changeNote,
  closeNote,
  focusNote,
  isNoteBegun,
  openNote,
  useQuickNote,
} from '../../stores/quick-note.ts';
import { readDrop, readPaste } from './dropped-files.ts';
import { SideFields } from './fields.tsx';
import { Outcome, useKeeping, useRestAfterKeeping } from './note-keeping.tsx';
import { Tags } from './tags.tsx';
import { useNoteFacts } from './use-note-facts.ts';

function NoteFiles({ files }: { readonly files: readonly File[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="note-files" aria-label="要存的文件">
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may be equal in all that tells them apart.
        <li key={`${index} ${file.name}`}>
          <span>
            {file.name} <small>{formatBytes(file.size)}</small>
          </span>
          <button
            type="button"
            className="text-button"
            aria-label={`不存 ${file.name}`}
            onClick={() => {
              changeNote({ files: files.filter((_, other) => other !== index) });
              focusNote();
            }}
          >
            不存
          </button>
        </li>
      ))}
    </ul>
  );
}

function useFileIntake(onFolder: () => void) {
  const add = (files: readonly File[]) =>
    changeNote({ files: [...useQuickNote.getState().draft.files, ...files] });
  return {
    add,
    onPaste: (event: ClipboardEvent) => {
      const files = readPaste(event.clipboardData, new Date());
      if (files.length === 0) return;
      event.preventDefault();
      add(files);
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      const { files, hasFolder } = readDrop(event.dataTransfer);
      if (hasFolder) onFolder();
      add(files);
    },
  };
}

/** 放文件, by the system's own dialog. */
function FileButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => chooser.current?.click()}>放文件</Button>
      <input
        ref={chooser}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label="选择要存的文件"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function NoteHead() {
  return (
    <header>
      <h2>记一条素材</h2>
      <button
        type="button"
        className="note-close"
        aria-label="收起，写的内容留着"
        onClick={closeNote}
      >
        <span aria-hidden="true">×</span>
      </button>
    </header>
  );
}

/** The words of the note. It takes the focus when asked for again, and when it begins anew. */
function NoteText({ onChange }: { readonly onChange: () => void }) {
  const { draft, asked, round } = useQuickNote();
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again, and a note that begins anew, lead the focus back.
  useEffect(() => field.current?.focus(), [asked, round]);
  return (
    <textarea
      key={round}
      ref={field}
      defaultValue={draft.text}
      aria-label="素材内容"
      placeholder="写一句、粘贴一段，或把文件、图片拖到这里"
      onInput={({ currentTarget }) => {
        changeNote({ text: currentTarget.value });
        onChange();
      }}
    />
  );
}

/** Esc closes, Ctrl+Enter keeps. */
function onNoteKey(event: KeyboardEvent, keep: () => Promise<void>): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Escape' && !event.defaultPrevented) closeNote();
  else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function NoteCard() {
  const draft = useQuickNote((state) => state.draft);
  const facts = useNoteFacts(draft);
  const { said, setSaid, isKeeping, keep, takeBack } = useKeeping(facts);
  const card = useRef<HTMLElement>(null);
  const isResting = useRestAfterKeeping(said, card);
  const { add, ...intake } = useFileIntake(() =>
    setSaid({ kind: 'told', text: '文件夹放不进来，请打开它，拖里面的文件。' }),
  );
  return (
    <section
      ref={card}
      className={isResting ? 'note-card is-resting' : 'note-card'}
      role="dialog"
      aria-label="记一条素材"
      onKeyDown={(event) => onNoteKey(event, keep)}
      {...intake}
    >
      <NoteHead />
      <NoteText onChange={() => said && setSaid(null)} />
      <NoteFiles files={draft.files} />
      {!isResting && (
        <>
          <Tags
            packs={facts.packs}
            itemIds={facts.itemIds}
            suggestions={facts.suggestions}
            onChange={(itemIds) => changeNote({ itemIds })}
          />
          <SideFields facts={facts} packs={facts.packs} onChange={changeNote} />
        </>
      )}
      <footer>
        <Outcome said={said} onTakeBack={(materials) => void takeBack(materials)} />
        <FileButton onFiles={add} />
        <Button type="primary" loading={isKeeping} onClick={() => void keep()}>
          存 <kbd>Ctrl+Enter</kbd>
        </Button>
      </footer>
    </section>
  );
}

/** A window that closes asks first where a note is not yet kept, and shows it. */
function useLastChance(): void {
  const isBegun = useQuickNote(({ draft }) => isNoteBegun(draft));
  useEffect(() => {
    if (!isBegun) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => {
      openNote();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, [isBegun]);
}

/** 记一条素材: a card in the corner that waits for Ctrl+Shift+N, whatever the screen. */
export function QuickNote() {
  const isOpen = useQuickNote((state) => state.isOpen);
  useCommand('quickNote', () => openNote());
  useLastChance();
  return isOpen ? <NoteCard /> : null;
}
