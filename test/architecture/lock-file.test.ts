import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const locked: Readonly<Record<string, LockedPackage>> = read('package-lock.json').packages;

test('the lock names no registry', () => {
  expect(Object.values(locked).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  expect(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')).not.toMatch(
    /registry\./u,
  );
});

test('the lock has every platform’s optional packages, so that npm ci runs on each of them', () => {
  const wanted = Object.values(locked).flatMap((entry) =>
    Object.entries(entry.optionalDependencies ?? {}),
  );
  const lacking = wanted.filter(([name]) => {
    return !Object.keys(locked).some((path) => path.endsWith(`node_modules/${name}`));
  });
  expect(lacking).toEqual([]);
});

test('versions are exact', () => {
  const { dependencies, devDependencies, optionalDependencies } = read('package.json');
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/u.test(String(version)))).toEqual([]);
});
