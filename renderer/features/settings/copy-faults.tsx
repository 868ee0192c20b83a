import { Button } from 'antd';
import { useState } from 'react';
import { copyText } from '../../components/copy-text.ts';

/** Puts a list of faults on the clipboard, to send it to whoever made the file. */
export function CopyFaults({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="problem-answers">
      <Button onClick={() => setCopied(copyText(text))}>复制这些问题</Button>
      <span role="status">{copied && '已复制，可以粘贴发给来文单位。'}</span>
    </div>
  );
}
