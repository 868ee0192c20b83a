import { type RefObject, useEffect, useRef } from 'react';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Fields and rows of choices have their own use for the arrow keys. */
function usesArrows(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

function settle(elements: readonly HTMLElement[], at: HTMLElement | undefined): void {
  for (const element of elements) element.tabIndex = element === at ? 0 : -1;
}

function findNext(elements: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = elements.findIndex((element) => element.contains(document.activeElement));
  if (at < 0) return undefined;
  if (key === 'Home') return elements[0];
  if (key === 'End') return elements.at(-1);
  const step = steps[key];
  return step && elements[at + step];
}

function watch(container: HTMLElement, list: () => readonly HTMLElement[]): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || usesArrows(event.target)) return;
    const next = findNext(list(), event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  const onFocus = ({ target }: FocusEvent) => {
    const elements = list();
    const at = elements.find((element) => target instanceof Node && element.contains(target));
    if (at) settle(elements, at);
  };
  container.addEventListener('keydown', onKey);
  container.addEventListener('focusin', onFocus);
  return () => {
    container.removeEventListener('keydown', onKey);
    container.removeEventListener('focusin', onFocus);
  };
}

/**
 * ↑ and ↓ walk between the elements that `selector` finds in the container of the ref, Home and End
 * go to the ends. Tab reaches one of them: the one walked to last.
 */
export function useWalk(selector: string): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = ref.current;
    if (!container) return undefined;
    return watch(container, () => [...container.querySelectorAll<HTMLElement>(selector)]);
  }, [selector]);
  useEffect(() => {
    const elements = [...(ref.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    settle(elements, elements.find(({ tabIndex }) => tabIndex === 0) ?? elements[0]);
  });
  return ref;
}
