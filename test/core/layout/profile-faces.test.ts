import { expect, test } from 'vitest';
import { layoutProfileSchema, standardLayout } from '../../../core/layout/index.ts';

const withFace = (text: string) => {
  const layout = standardLayout('plain');
  return layoutProfileSchema.safeParse({ ...layout, faces: { ...layout.faces, text } }).success;
};

test.each(['仿宋_GB2312', '方正仿宋_GBK', 'Times New Roman'])(
  '%s is the name of a face',
  (name) => {
    expect(withFace(name)).toBe(true);
  },
);

test('a name that Word would not open is none', () => {
  expect(withFace('仿宋\u0001')).toBe(false);
  expect(withFace('仿\n宋')).toBe(false);
  expect(withFace('字'.repeat(32))).toBe(false);
});
