import { useSyncExternalStore } from 'react';

/** A window in which list and progress do not fit beside each other: 1366 px at 150 %. */
const narrow = '(max-width: 1100px)';

function follow(listener: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** True in a narrow window. */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, () => window.matchMedia(narrow).matches);
}
