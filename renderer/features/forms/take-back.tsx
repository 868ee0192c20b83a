import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { loadMaterials } from '../../stores/materials.ts';
import type { IncomingForm } from './incoming-forms.ts';
import { ReadingCard } from './reading-card.tsx';
import type { YearOfForms } from './use-forms.ts';

/** Files that filled forms come back as. */
const formFiles = '.docx,.doc,.wps,.rtf,.txt,.html,.htm';

/** 收回: chooses several filled forms at once. */
export function TakeBackCard({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="side-card forms-card" aria-labelledby="take-back-title">
      <h2 id="take-back-title">收回</h2>
      <p>填好的表可以一次选几份，也可以直接拖进来。核对以后再存，同一部门重交的会替下前一次的。</p>
      <Button block onClick={() => input.current?.click()}>
        选择填好的表
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={formFiles}
        aria-label="选择填好的征集表"
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </section>
  );
}

function Incoming({
  incoming,
  year,
  onState,
  onDrop,
  onKept,
}: {
  readonly incoming: IncomingForm;
  readonly year: YearOfForms;
  readonly onState: (state: IncomingForm['state']) => void;
  readonly onDrop: () => void;
  readonly onKept: () => void;
}): ReactNode {
  const call = useCall();
  const { name, state } = incoming;
  switch (state.kind) {
    case 'reading':
      return <Waiting label={`正在读“${name}”`} />;
    case 'failed':
      return (
        <Problem error={state.error}>
          <Button onClick={onDrop}>知道了</Button>
        </Problem>
      );
    case 'kept':
      return (
        <p className="form-kept" role="status">
          <span>
            “{name}”已存入 {state.year} 年度：{state.materials} 份素材，{state.figures} 个数据。
          </span>
          <button type="button" className="text-button" onClick={onDrop}>
            收起
          </button>
        </p>
      );
    case 'read':
      return (
        <ReadingCard
          name={name}
          file={state.file}
          reading={state.reading}
          year={year}
          onDrop={onDrop}
          onKept={(kept) => {
            onState(kept);
            void loadMaterials(call, kept.year);
            onKept();
          }}
        />
      );
  }
}

/** The forms that came in, each to be looked over. */
export function IncomingList({
  forms,
  year,
  onChange,
  onDrop,
  onKept,
}: {
  readonly forms: readonly IncomingForm[];
  readonly year: YearOfForms;
  readonly onChange: (key: string, state: IncomingForm['state']) => void;
  readonly onDrop: (key: string) => void;
  readonly onKept: () => void;
}) {
  if (forms.length === 0) return null;
  const open = forms.filter(({ state }) => state.kind === 'read').length;
  return (
    <section className="incoming-forms" aria-labelledby="incoming-title">
      <h2 id="incoming-title">核对收回的表{open > 0 && `（${open} 份待存）`}</h2>
      {forms.map((incoming) => (
        <Incoming
          key={incoming.key}
          incoming={incoming}
          year={year}
          onState={(state) => onChange(incoming.key, state)}
          onDrop={() => onDrop(incoming.key)}
          onKept={onKept}
        />
      ))}
    </section>
  );
}
