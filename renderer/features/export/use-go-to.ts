import { type Ref, useImperativeHandle, useRef } from 'react';
import type { PagesHandle } from './pages-view.tsx';

/** Hands the pages' handle on, and goes to a page by it. */
export function useGoTo(ref: Ref<PagesHandle>) {
  const pages = useRef<PagesHandle>(null);
  const goTo = (page: number) => pages.current?.goTo(page);
  useImperativeHandle(ref, () => ({ goTo }));
  return { pages, goTo };
}
