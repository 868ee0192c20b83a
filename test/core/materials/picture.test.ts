import { expect, test } from 'vitest';
import { pictureTypeOf, pictureTypeOfName } from '../../../core/materials/index.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const letters = (text: string) => new TextEncoder().encode(text);

test('a picture is known by its bytes, whatever it is called', () => {
  expect(pictureTypeOf('照片', bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
  expect(pictureTypeOf('照片.jpg', bytes(0x89, 0x50, 0x4e, 0x47))).toBe('image/png');
  expect(pictureTypeOf('动图', letters('GIF89a'))).toBe('image/gif');
  expect(pictureTypeOf('图.webp', letters('RIFF0000WEBP'))).toBe('image/webp');
});

test('nothing else is one: a text that begins like one, a page called so, nothing at all', () => {
  expect(pictureTypeOf('说明.txt', letters('BMW 车一辆'))).toBeNull();
  expect(pictureTypeOf('图.bmp', letters('BM....'))).toBe('image/bmp');
  expect(pictureTypeOf('图.png', letters('<svg onload="x">'))).toBeNull();
  expect(pictureTypeOf('图.png', bytes())).toBeNull();
  expect([
    pictureTypeOfName('A.JPG'),
    pictureTypeOfName('constructor'),
    pictureTypeOfName(''),
  ]).toEqual(['image/jpeg', null, null]);
});
