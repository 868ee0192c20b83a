import { Button } from 'antd';
import { useRef, useState } from 'react';

/** Fewer characters than this are no report. */
const leastCharacters = 20;

function isEnough(text: string): boolean {
  return text.trim().length >= leastCharacters;
}

/** Pasted text: the whole report in one box. The box keeps its words itself: input methods stay whole. */
export function FromPaste({
  pasted,
  onText,
}: {
  /** What the box holds at first. */
  readonly pasted: string;
  readonly onText: (text: string) => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [enough, setEnough] = useState(isEnough(pasted));
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (box.current && enough) onText(box.current.value);
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
        onInput={(event) => setEnough(isEnough(event.currentTarget.value))}
      />
      <div className="source-answers">
        <Button type="primary" htmlType="submit" disabled={!enough}>
          读取这些文字
        </Button>
      </div>
    </form>
  );
}
