import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardUnsaved } from '../../../electron/main/closing.ts';
import { createLog } from '../../../electron/main/log.ts';
import { pagePreferences } from '../../../electron/main/security.ts';
import { followWindow, type PlacedWindow, windowOptions } from '../../../electron/main/window.ts';
import { loadWindowState, saveWindowState } from '../../../electron/main/window-file.ts';
import type { WindowState } from '../../../electron/main/window-state.ts';

const state: WindowState = { bounds: { x: 10, y: 20, width: 1200, height: 800 }, maximised: false };

describe("the window's options", () => {
  const parts = { state, preload: '/p.cjs', icon: '/i.png', isPackaged: true, isDark: false };

  it('are the place, the least size and the secured page', () => {
    expect(windowOptions(parts)).toMatchObject({
      ...state.bounds,
      minWidth: 1024,
      minHeight: 640,
      show: false,
      title: '年报助手',
      webPreferences: pagePreferences('/p.cjs', true),
    });
  });

  it("have the desk's colour, so that nothing flashes before the page is drawn", () => {
    expect(windowOptions(parts).backgroundColor).toBe('#efece6');
    expect(windowOptions({ ...parts, isDark: true }).backgroundColor).toBe('#1e1d1b');
  });
});

describe('following the window', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function follow(place: { maximised?: boolean; minimised?: boolean } = {}) {
    const kept: WindowState[] = [];
    const listeners = new Map<string, () => void>();
    const window: PlacedWindow = {
      getNormalBounds: () => state.bounds,
      isMaximized: () => place.maximised ?? false,
      isMinimized: () => place.minimised ?? false,
      isDestroyed: () => false,
      onEvent: (event, run) => listeners.set(event, run),
    };
    followWindow(window, (now) => kept.push(now));
    return { kept, happen: (event: string) => listeners.get(event)?.() };
  }

  it('keeps its place once when it has come to rest', () => {
    const { kept, happen } = follow();
    for (let step = 0; step < 20; step += 1) {
      happen('move');
      vi.advanceTimersByTime(50);
    }
    expect(kept).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(kept).toEqual([state]);
  });

  it('keeps the restored place of a maximised window', () => {
    const { kept, happen } = follow({ maximised: true });
    happen('maximize');
    vi.advanceTimersByTime(1_000);
    expect(kept).toEqual([{ bounds: state.bounds, maximised: true }]);
  });

  it('keeps nothing of a minimised window until it closes', () => {
    const { kept, happen } = follow({ minimised: true });
    happen('resize');
    vi.advanceTimersByTime(1_000);
    expect(kept).toEqual([]);
    happen('close');
    expect(kept).toEqual([state]);
  });

  it('keeps its place at once when it closes, and not again after that', () => {
    const { kept, happen } = follow();
    happen('move');
    happen('close');
    vi.advanceTimersByTime(1_000);
    expect(kept).toEqual([state]);
  });
});

describe('closing while something is not saved', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A window whose page holds it as long as `isUnsaved` says so. */
  function setUp(options: { savesWhenAsked: boolean; leaves: boolean }) {
    const seen = { saves: 0, questions: 0, closed: false, lost: false };
    let isUnsaved = true;
    const window = {
      isDestroyed: () => seen.closed,
      close: () => {
        guard.closing();
        if (isUnsaved) guard.held();
        else seen.closed = true;
      },
      destroy: () => {
        seen.closed = true;
        seen.lost = isUnsaved;
      },
    };
    const guard = guardUnsaved(window, {
      save: () => {
        seen.saves += 1;
        isUnsaved = !options.savesWhenAsked;
      },
      askToLeave: async () => {
        seen.questions += 1;
        return options.leaves;
      },
      patienceMs: 1_000,
    });
    return { window, seen, guard };
  }

  it('saves first and then closes by itself, without a question', async () => {
    const { window, seen } = setUp({ savesWhenAsked: true, leaves: false });
    window.close();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(seen).toEqual({ saves: 1, questions: 0, closed: true, lost: false });
  });

  it('only saves when the page was not closed but loaded again', async () => {
    const { guard, seen } = setUp({ savesWhenAsked: false, leaves: true });
    guard.held();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(seen).toEqual({ saves: 1, questions: 0, closed: false, lost: false });
  });

  it('asks once when saving does not succeed, and stays open by default', async () => {
    const { window, seen } = setUp({ savesWhenAsked: false, leaves: false });
    window.close();
    window.close();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(seen).toEqual({ saves: 1, questions: 1, closed: false, lost: false });
  });

  it('tries again from the beginning after the person stayed', async () => {
    const { window, seen } = setUp({ savesWhenAsked: false, leaves: false });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      window.close();
      await vi.advanceTimersByTimeAsync(2_000);
    }
    expect(seen).toMatchObject({ saves: 2, questions: 2, closed: false });
  });

  it('loses something only when the person says so', async () => {
    const { window, seen } = setUp({ savesWhenAsked: false, leaves: true });
    window.close();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(seen).toEqual({ saves: 1, questions: 1, closed: true, lost: true });
  });
});

describe('files of the shell', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shell-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    vi.restoreAllMocks();
  });

  it('give the window back its place, whole or not at all', () => {
    const file = join(folder, 'window.json');
    expect(loadWindowState(file)).toBeNull();
    saveWindowState(file, state);
    expect(loadWindowState(file)).toEqual(state);
    expect(readdirSync(folder)).toEqual(['window.json']);
    writeFileSync(file, '{"bounds":');
    expect(loadWindowState(file)).toBeNull();
  });

  it('never disturb anybody when the place cannot be kept or not be read', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    saveWindowState(join(folder, 'not-there', 'window.json'), state);
    expect(complaint).toHaveBeenCalledOnce();
    expect(loadWindowState(folder)).toBeNull();
    expect(complaint).toHaveBeenCalledTimes(2);
  });

  const entry = {
    at: '2026-01-05T01:02:03.000Z',
    reference: 'ab12',
    where: 'report.open',
    name: 'TypeError',
    frames: [],
  };

  it('keep our own bugs, one line each', () => {
    const log = createLog(join(folder, 'new'));
    log(entry);
    log({ ...entry, reference: 'cd34' });
    const lines = readFileSync(join(folder, 'new/errors.log'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).reference)).toEqual(['ab12', 'cd34']);
  });

  it('begin a new log when the former has grown large, keeping one', () => {
    writeFileSync(join(folder, 'errors.log'), 'x'.repeat(1_000_001));
    createLog(folder)(entry);
    expect(readdirSync(folder).sort()).toEqual(['errors.log', 'errors.log.1']);
    expect(JSON.parse(readFileSync(join(folder, 'errors.log'), 'utf8'))).toEqual(entry);
  });

  it('go to the terminal when there is no room for them', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    writeFileSync(join(folder, 'file'), '');
    createLog(join(folder, 'file'))(entry);
    expect(complaint.mock.calls[0]?.[0]).toContain('ab12');
  });
});
