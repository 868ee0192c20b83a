import { Radio } from 'antd';
import type { CopyKind } from '../../../core/layout/index.ts';
import { useDesk, useSession } from '../workspace/desk-context.ts';

const copies = [
  { value: 'filing', label: '报送版' },
  { value: 'public', label: '公开版' },
] as const;

/** What each copy is for. */
const purposes: Readonly<Record<CopyKind, string>> = {
  filing: '报给上级的一份，内容完整。',
  public: '登在网上的一份，不宜公开的内容先处理好；草稿不会动。',
};

/** Which copy is shown and exported. */
export function CopySection() {
  const { store } = useSession();
  const copy = useDesk((state) => state.copy);
  return (
    <section className="export-section export-copy" aria-label="哪一份">
      <Radio.Group
        aria-label="哪一份"
        optionType="button"
        value={copy}
        options={[...copies]}
        onChange={({ target }) => store.setState({ copy: target.value as CopyKind })}
      />
      <p>{purposes[copy]}</p>
    </section>
  );
}
