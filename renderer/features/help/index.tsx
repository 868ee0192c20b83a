import { lazy, Suspense } from 'react';
import { useCommand } from '../../components/use-commands.ts';
import { closeHelp, openHelp, useHelp } from '../../stores/help.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { askForTour } from '../../stores/tour.ts';
import { findOpenPlace } from './find-place.ts';

const HelpPane = lazy(async () => ({ default: (await import('./help-pane.tsx')).HelpPane }));

/** 使用说明: waits for F1, whatever the screen, and opens at the page that fits; F1 in it closes it. */
export function Help() {
  const isOpen = useHelp((state) => state.isOpen);
  useCommand('help', () => {
    if (document.activeElement?.closest('.help-pane')) closeHelp();
    else openHelp(findOpenPlace(useNavigation.getState().current));
  });
  useCommand('tour', () => {
    if (!askForTour()) openHelp({ page: 'guide/start', heading: '三步引导' });
  });
  return isOpen ? (
    <Suspense fallback={null}>
      <HelpPane />
    </Suspense>
  ) : null;
}
