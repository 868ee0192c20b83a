import type { Rectangle } from 'electron';
import { z } from 'zod';

/** The least room the three columns need, in device-independent pixels. */
export const minimumSize = { width: 1024, height: 640 } as const;

/** What a first start asks for; less where the display is smaller. */
const usualSize = { width: 1366, height: 860 } as const;

/** How much of the title bar must lie on a display for a hand to catch the window. */
const grip = { width: 160, height: 32 } as const;

const length = z.number().int().min(-100_000).max(100_000);

const windowStateSchema = z
  .object({
    bounds: z.object({ x: length, y: length, width: length, height: length }).readonly(),
    maximised: z.boolean(),
  })
  .readonly();

/** Where the window was, in device-independent pixels of the whole desktop. */
export type WindowState = z.infer<typeof windowStateSchema>;

/** The state a file holds; null when it holds none that can be used. */
export function parseWindowState(text: string): WindowState | null {
  try {
    const parsed = windowStateSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The state as a file holds it. */
export function formatWindowState(state: WindowState): string {
  return `${JSON.stringify(state)}\n`;
}

function overlap(a: Rectangle, b: Rectangle): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}

function isReachable(bounds: Rectangle, workAreas: readonly Rectangle[]): boolean {
  const titleBar = { ...bounds, height: grip.height };
  return workAreas.some((area) => {
    const shared = overlap(titleBar, area);
    return shared.width >= grip.width && shared.height >= grip.height / 2;
  });
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function centre(size: { readonly width: number; readonly height: number }, area: Rectangle) {
  const width = clamp(size.width, minimumSize.width, Math.max(minimumSize.width, area.width));
  const height = clamp(size.height, minimumSize.height, Math.max(minimumSize.height, area.height));
  return {
    x: area.x + Math.max(0, Math.round((area.width - width) / 2)),
    y: area.y + Math.max(0, Math.round((area.height - height) / 2)),
    width,
    height,
  };
}

/**
 * Where the window opens: where it was, if a hand can still reach its title bar on one of today's
 * displays; otherwise in the middle of the primary one.
 */
export function placeWindow(
  saved: WindowState | null,
  workAreas: readonly Rectangle[],
  primary: Rectangle,
): WindowState {
  if (saved === null) return { bounds: centre(usualSize, primary), maximised: false };
  const { bounds, maximised } = saved;
  if (!isReachable(bounds, workAreas)) return { bounds: centre(bounds, primary), maximised };
  const width = Math.max(minimumSize.width, bounds.width);
  const height = Math.max(minimumSize.height, bounds.height);
  return { bounds: { x: bounds.x, y: bounds.y, width, height }, maximised };
}
