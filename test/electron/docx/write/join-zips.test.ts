import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { joinZips } from '../../../../electron/docx/write/join-zips.ts';

const files = (prefix: string) =>
  fc.dictionary(
    fc.stringMatching(/^[a-z字]{1,8}$/u).map((name) => `${prefix}/${name}.xml`),
    fc.uint8Array({ maxLength: 300 }),
    { maxKeys: 6 },
  );

test('two zips that were joined hold the entries of both, the first’s in front', () => {
  fc.assert(
    fc.property(files('one'), files('other'), (one, other) => {
      const read = unzipSync(joinZips(zipSync(one), zipSync(other)));
      expect(Object.keys(read)).toEqual([...Object.keys(one), ...Object.keys(other)]);
      for (const [name, bytes] of Object.entries({ ...one, ...other })) {
        expect(Buffer.compare(read[name] ?? Buffer.from('lost'), bytes)).toBe(0);
      }
    }),
  );
});
