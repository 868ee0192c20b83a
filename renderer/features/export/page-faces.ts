import { faces } from '../../theme.ts';

/** Faces of this PC that look like a named one, by its name; the first that fits. */
const kin: readonly (readonly [name: RegExp, stack: string])[] = [
  [/仿宋|fang ?song/iu, faces.fangsong],
  [/楷|kai/iu, faces.kaiti],
  [/标宋|宋|song|simsun|ming/iu, faces.title],
  [/黑|hei|雅黑|sans|arial/iu, faces.heiti],
];

/** A document's face as CSS: itself, else what this PC has of its kind. */
export function faceStack(face: string): string {
  const name = face.replace(/["\\\n]/gu, '');
  const [, stack = `serif, ${faces.fangsong}`] = kin.find(([known]) => known.test(name)) ?? [];
  return name === '' ? stack : `"${name}", ${stack}`;
}
