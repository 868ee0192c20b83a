import { useEffect, useRef } from 'react';
import { useReadyApp } from '../../stores/app.ts';
import { useDesk, useSession } from './desk-context.ts';
import { FindBar } from './find-bar.tsx';
import { StaleCard } from './stale-card.tsx';

/** The page in the middle. React gives it a place and then leaves it to the editor. */
export function PagePane() {
  const session = useSession();
  const place = useRef<HTMLDivElement>(null);
  const { settings } = useReadyApp();
  const finding = useDesk((state) => state.find !== 'closed');
  useEffect(() => {
    if (!place.current) return undefined;
    const unmount = session.mount(place.current);
    if (!session.isReadOnly) session.getView()?.focus();
    return unmount;
  }, [session]);
  return (
    <main className="page-pane" aria-label="报告正文">
      {finding && <FindBar />}
      <div className="page-scroll">
        <div
          className="sheet"
          ref={place}
          data-provenance-shown={settings.showProvenance}
          style={{ '--zoom': settings.zoom / 100 } as React.CSSProperties}
        />
        <StaleCard />
      </div>
    </main>
  );
}
