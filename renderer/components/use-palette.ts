import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { Settings } from '../../core/api/index.ts';
import { applyPalette, buildAntdTheme, darkPalette, lightPalette } from '../theme.ts';

const darkQuery = '(prefers-color-scheme: dark)';

function follow(listener: () => void): () => void {
  const query = window.matchMedia(darkQuery);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** antd's theme for the chosen one, and the same colours on the page as CSS variables. */
export function usePalette(chosen: Settings['theme']): ReturnType<typeof buildAntdTheme> {
  const systemIsDark = useSyncExternalStore(follow, () => window.matchMedia(darkQuery).matches);
  const dark = chosen === 'system' ? systemIsDark : chosen === 'dark';
  const palette = dark ? darkPalette : lightPalette;
  useLayoutEffect(() => applyPalette(document.documentElement, palette, dark), [palette, dark]);
  return useMemo(() => buildAntdTheme(palette, dark), [palette, dark]);
}
