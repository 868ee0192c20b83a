import type { Preview } from '../../../core/api/index.ts';
import { Problem } from '../../components/problem.tsx';
import { useDesk } from '../workspace/desk-context.ts';
import { AnnexSection } from './annex-section.tsx';
import { CertificateSection, PreviewNotices } from './certificate-section.tsx';
import { CopySection } from './copy-section.tsx';
import { DisclosurePanel } from './disclosure-panel.tsx';
import { ExportSection } from './export-section.tsx';
import { FacesSection } from './faces-section.tsx';
import { FactsSection, SealField } from './facts-section.tsx';
import { chooseLayout, usesTemplate } from './layout-choice.ts';
import { LayoutSection } from './layout-section.tsx';
import type { FilingDesk } from './use-filing.ts';
import { findProfile, type Layouts } from './use-layouts.ts';

/** The column at the right: which copy, in which layout, with what around its text, and whether it is right. */
export function Column({
  preview,
  layouts,
  desk: { filing, error, change },
  onChanged,
  onPage,
}: {
  readonly preview: Preview | null;
  readonly layouts: Layouts;
  readonly desk: FilingDesk;
  readonly onChanged: () => void;
  readonly onPage: (page: number) => void;
}) {
  const copy = useDesk((desk) => desk.copy);
  if (!filing) return error && <Problem error={error} />;
  const profile = findProfile(layouts.choices, filing.layouts[copy]);
  const isTemplate = usesTemplate(filing, copy);
  const own = layouts.choices.find(
    (choice) => choice.kind === 'profile' && choice.origin === 'own' && choice.profile === profile,
  );
  const facts = {
    facts: filing.facts,
    onChange: (part: Partial<typeof filing.facts>) =>
      change((now) => ({ facts: { ...now.facts, ...part } })),
  };
  return (
    <>
      <CopySection />
      {error && <Problem error={error} />}
      <LayoutSection
        filing={filing}
        copy={copy}
        layouts={layouts}
        onChoose={(value) => change((now) => chooseLayout(now, copy, value))}
      />
      {profile.form === 'official' || isTemplate ? (
        <FactsSection {...facts} />
      ) : (
        <ExportSection title="盖章" name="seal" summary={filing.facts.sealed ? '要盖章' : '不盖章'}>
          <SealField {...facts} />
        </ExportSection>
      )}
      <AnnexSection
        annexes={filing.annexes}
        onChange={(make) => change((now) => ({ annexes: make(now.annexes) }))}
      />
      <FacesSection
        layoutId={profile.id}
        own={own ? profile : null}
        onChanged={() => {
          layouts.again();
          onChanged();
        }}
      />
      {copy === 'public' && <DisclosurePanel onDecided={onChanged} />}
      <CertificateSection preview={preview} isTemplate={isTemplate} onPage={onPage} />
      <PreviewNotices preview={preview} />
    </>
  );
}
