import './sources.css';
import './claim-panes.css';
import './claim-structure.css';
import './claim-keys.css';
import './claim-bars.css';
import { useEffect } from 'react';
import { FileDrop } from '../../components/file-drop.tsx';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { offerFile, takeIncoming, useIncoming } from '../../stores/incoming.ts';
import { navigate, type Screen } from '../../stores/navigation.ts';
import { Claim } from './claim.tsx';
import { ReadingUnderWay } from './claim-reading.tsx';
import { Sources } from './sources.tsx';
import { useImport } from './use-import.ts';

/** 新建: choose what to start from; a file or a paste is read and shown before anything is kept. */
export function NewReport({ screen }: { readonly screen: Extract<Screen, { screen: 'new' }> }) {
  const { stage, readFile, readText, pasted, leave } = useImport();
  const incoming = useIncoming((state) => state.incoming);
  useEffect(() => {
    const taken = incoming ? takeIncoming() : null;
    if (taken) readFile(taken);
  }, [incoming, readFile]);

  if (stage.stage === 'read') return <Claim imported={stage.imported} onBack={leave} />;
  const busy = stage.stage === 'reading';
  return (
    <FileDrop onFile={offerFile}>
      <TopBar>
        <BackLink
          label={busy ? '返回' : '报告库'}
          onClick={busy ? leave : () => navigate({ screen: 'library' })}
        />
        <strong>{busy ? `正在读取：${stage.name}` : '新建年度报告'}</strong>
      </TopBar>
      {stage.stage === 'reading' ? (
        <ReadingUnderWay step={stage.step} onStop={leave} />
      ) : (
        <Sources
          screen={screen}
          refusal={stage.stage === 'refused' ? stage.error : null}
          pasted={pasted}
          onText={readText}
        />
      )}
    </FileDrop>
  );
}
