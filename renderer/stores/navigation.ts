import { create } from 'zustand';

/** What a new report starts from; `choose` asks. */
export const newReportStarts = ['choose', 'report', 'file', 'paste', 'blank'] as const;
export type NewReportStart = (typeof newReportStarts)[number];

/** What the window shows. */
export type Screen =
  | { readonly screen: 'library' }
  | {
      readonly screen: 'new';
      readonly start: NewReportStart;
      /** The report to start from, where it was chosen already. */
      readonly reportId?: string;
    }
  | {
      readonly screen: 'roll';
      /** The report to roll forward. */
      readonly reportId: string;
      readonly year: number;
      readonly issuers: readonly string[];
    }
  | {
      readonly screen: 'materials';
      /** The report year. */
      readonly year: number;
    }
  | {
      readonly screen: 'forms';
      /** The report year. */
      readonly year: number;
    }
  | {
      readonly screen: 'workspace';
      readonly reportId: string;
      /** What lies over the desk; the desk alone when absent. */
      readonly view?: DeskView;
    };

/** What can lie over the desk. */
export const deskViews = ['check', 'export'] as const;
export type DeskView = (typeof deskViews)[number];

/** The fragment of a screen: `#/`, `#/new/paste`, `#/new/report/ID`, `#/roll/ID/2026/青石镇人民政府`, `#/materials/2026`, `#/forms/2026`, `#/report/ID`, `#/report/ID/check`, `#/report/ID/export`. */
export function formatHash(screen: Screen): string {
  switch (screen.screen) {
    case 'library':
      return '#/';
    case 'new':
      return screen.reportId === undefined
        ? `#/new/${screen.start}`
        : `#/new/${screen.start}/${encodeURIComponent(screen.reportId)}`;
    case 'roll': {
      const names = screen.issuers.map(encodeURIComponent).join('/');
      return `#/roll/${encodeURIComponent(screen.reportId)}/${screen.year}/${names}`;
    }
    case 'materials':
      return `#/materials/${screen.year}`;
    case 'forms':
      return `#/forms/${screen.year}`;
    case 'workspace': {
      const desk = `#/report/${encodeURIComponent(screen.reportId)}`;
      return screen.view === undefined ? desk : `${desk}/${screen.view}`;
    }
  }
}

function decode(part: string | undefined): string | null {
  if (!part) return null;
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function parseRoll([report, digits = '', ...names]: readonly string[]): Screen | null {
  const reportId = decode(report);
  const issuers = names.map(decode).filter((name) => name !== null);
  const isWhole = reportId !== null && /^\d{4}$/u.test(digits) && issuers.length > 0;
  return isWhole ? { screen: 'roll', reportId, year: Number(digits), issuers } : null;
}

/** The screen of a fragment: the inverse of {@link formatHash}. Whatever it does not know is the library. */
export function parseHash(hash: string): Screen {
  const [head, ...rest] = hash.replace(/^#\/?/u, '').split('/');
  const [second, third] = rest;
  if (head === 'report') {
    const reportId = decode(second);
    const view = deskViews.find((known) => known === third);
    if (reportId && view) return { screen: 'workspace', reportId, view };
    if (reportId) return { screen: 'workspace', reportId };
  }
  if (head === 'roll') {
    const screen = parseRoll(rest);
    if (screen) return screen;
  }
  if (head === 'materials' && /^\d{4}$/u.test(second ?? '')) {
    return { screen: 'materials', year: Number(second) };
  }
  if (head === 'forms' && /^\d{4}$/u.test(second ?? '')) {
    return { screen: 'forms', year: Number(second) };
  }
  if (head === 'new') {
    const start = newReportStarts.find((known) => known === second) ?? 'choose';
    const reportId = decode(third);
    return reportId ? { screen: 'new', start, reportId } : { screen: 'new', start };
  }
  return { screen: 'library' };
}

/** Where the window is. `navigate` changes it and the address together. */
export const useNavigation = create<{ readonly current: Screen }>()(() => ({
  current: { screen: 'library' },
}));

/** The address that the present one was opened from; null once the browser went back or forward. */
let openedFrom: string | null = null;

/** Opens a screen; back and reload come to the screen before and to the same one. */
export function navigate(screen: Screen): void {
  const hash = formatHash(screen);
  if (window.location.hash !== hash) {
    openedFrom = window.location.hash;
    window.history.pushState(null, '', hash);
  }
  useNavigation.setState({ current: screen });
}

/** Goes back to the screen that the present one was opened from; opens `screen` where it was not. */
export function returnTo(screen: Screen): void {
  if (openedFrom !== formatHash(screen)) {
    navigate(screen);
    return;
  }
  openedFrom = null;
  useNavigation.setState({ current: screen });
  window.history.back();
}

let askFirst: (() => void) | null = null;

/** Stays on this screen when the browser goes back, and asks instead, until the returned function is called. */
export function holdScreen(ask: () => void): () => void {
  askFirst = ask;
  return () => {
    if (askFirst === ask) askFirst = null;
  };
}

function readAddress(): void {
  openedFrom = null;
  if (askFirst) {
    window.history.pushState(null, '', formatHash(useNavigation.getState().current));
    askFirst();
    return;
  }
  useNavigation.setState({ current: parseHash(window.location.hash) });
}

/** Takes the first screen from the address and follows the back button from then on. */
export function followAddress(): void {
  readAddress();
  window.addEventListener('popstate', readAddress);
}
