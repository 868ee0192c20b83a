import { Button } from 'antd';
import { type ClipboardEvent, useRef, useState } from 'react';

/** Fewer characters than this are no report. */
const leastCharacters = 20;
/** More than this is mostly pictures and styles, and costs more than its structure is worth. */
const mostHtml = 4_000_000;

function isEnough(text: string): boolean {
  return text.trim().length >= leastCharacters;
}

/** The structure of what is pasted over everything the box holds; null for words alone. */
function readStructure({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>) {
  const { value, selectionStart, selectionEnd } = currentTarget;
  const isWhole = value.slice(0, selectionStart).trim() + value.slice(selectionEnd).trim() === '';
  const html = clipboardData.getData('text/html');
  return isWhole && html.trim() !== '' && html.length <= mostHtml ? html : null;
}

/** Pasted text: the whole report in one box. The box keeps its words itself: input methods stay whole. */
export function FromPaste({
  pasted,
  onText,
}: {
  /** What the box holds at first. */
  readonly pasted: string;
  /** `html` is the structure the words came with, or null. */
  readonly onText: (text: string, html: string | null) => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const arriving = useRef<string | null>(null);
  const [enough, setEnough] = useState(isEnough(pasted));
  const [html, setHtml] = useState<string | null>(null);
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (box.current && enough) onText(box.current.value, html);
      }}
    >
      <label htmlFor="pasted-text">把上年报告的全文粘贴在这里</label>
      <p>连同标题和落款一起复制。网页上的“当前位置”“浏览次数”不用先删，读的时候会分出来。</p>
      <textarea
        id="pasted-text"
        ref={box}
        defaultValue={pasted}
        // biome-ignore lint/a11y/noAutofocus: this box is what the person just chose.
        autoFocus
        spellCheck={false}
        onPaste={(event) => {
          arriving.current = readStructure(event);
        }}
        onInput={(event) => {
          setEnough(isEnough(event.currentTarget.value));
          // words changed by hand are no longer those the structure was made of
          setHtml(arriving.current);
          arriving.current = null;
        }}
      />
      <div className="source-answers">
        <Button type="primary" htmlType="submit" disabled={!enough}>
          读取这些文字
        </Button>
        {html !== null && (
          <span className="paste-hint">连同标题、表格的样式一起读；在这里改动后按纯文字读。</span>
        )}
      </div>
    </form>
  );
}
