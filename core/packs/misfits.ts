import type { z } from 'zod';
import type { JsonReading, JsonStep, PackMisfit, PackMisfitFault, PackThing } from './fault.ts';

/** A misfit before its line and its words are looked up. */
export interface Misfit {
  readonly path: readonly JsonStep[];
  readonly misfit: PackMisfit;
  readonly detail?: string;
  /** Where it stood first, for what stands twice. */
  readonly first?: readonly JsonStep[];
}

const longestLabel = 24;

function shorten(text: string): string {
  const letters = [...text];
  return letters.length <= longestLabel ? text : `${letters.slice(0, longestLabel - 1).join('')}…`;
}

function stepInto(value: unknown, step: JsonStep): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<JsonStep, unknown>>)[step];
}

function valueAt(value: unknown, path: readonly JsonStep[]): unknown {
  return path.reduce(stepInto, value);
}

/** What people know an entry by, the first it has. */
const labelKeys = ['question', 'title', 'heading', 'name', 'find', 'id', 'kind', 'part', 'ordinal'];

function labelOf(entry: unknown, index: number): string {
  for (const key of labelKeys) {
    const label = stepInto(entry, key);
    if (typeof label === 'string' && label.trim() !== '') return shorten(label.trim());
    if (typeof label === 'number') return String(label);
  }
  return `第 ${index + 1} 个`;
}

/** The innermost entry of a list on the way to `path`. */
function thingAt(value: unknown, path: readonly JsonStep[]): PackThing | null {
  for (let end = path.length; end >= 2; end -= 1) {
    const list = path[end - 2];
    const index = path[end - 1];
    const entry = valueAt(value, path.slice(0, end));
    const isEntry = typeof entry === 'object' && entry !== null;
    if (typeof list === 'string' && typeof index === 'number' && isEntry) {
      return { list, label: labelOf(entry, index) };
    }
  }
  return null;
}

/** The key on the way to `path`, unless the innermost entry as such is meant. */
function keyAt(path: readonly JsonStep[], value: unknown): string | null {
  const last = path.at(-1);
  if (typeof last === 'string') return last;
  const isEntry = typeof valueAt(value, path) === 'object';
  const list = path.at(-2);
  return !isEntry && typeof list === 'string' ? list : null;
}

function givenAt(value: unknown, path: readonly JsonStep[]): string {
  const given = valueAt(value, path);
  return typeof given === 'string' || typeof given === 'number' ? shorten(String(given)) : '';
}

/** The line of a piece, or of the innermost thing around it that is there. */
function findLine(reading: JsonReading, path: readonly JsonStep[]): number | null {
  const line = reading.lineOf(path);
  return line !== null || path.length === 0 ? line : findLine(reading, path.slice(0, -1));
}

/** A misfit with its line and what people know the place by. What is missing is told of where it should stand. */
export function toFault(name: string, reading: JsonReading, found: Misfit): PackMisfitFault {
  const { path, misfit, first } = found;
  const firstLine = first ? reading.lineOf(first) : null;
  const { value } = reading;
  return {
    kind: 'not-a-pack',
    name,
    line: findLine(reading, path),
    path: path.join('.'),
    misfit,
    thing: thingAt(value, path),
    key: keyAt(path, value),
    given: givenAt(value, path),
    detail: found.detail ?? (firstLine === null ? '' : String(firstLine)),
  };
}

function misfitsOf(issue: z.core.$ZodIssue): readonly Pick<Misfit, 'misfit' | 'detail'>[] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? [{ misfit: 'missing' }]
        : [{ misfit: 'type', detail: issue.expected }];
    case 'too_small':
    case 'too_big':
    case 'not_multiple_of':
      return [{ misfit: 'size' }];
    case 'invalid_format':
      return [{ misfit: 'format', detail: issue.format }];
    case 'invalid_value':
      return issue.input === undefined
        ? [{ misfit: 'missing' }]
        : [{ misfit: 'value', detail: issue.values.join('、') }];
    case 'invalid_union':
      return [{ misfit: issue.input === undefined ? 'missing' : 'kind' }];
    // The only checks of our own are those of patterns.
    case 'custom':
      return [{ misfit: 'pattern' }];
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
      return [{ misfit: 'type' }];
    default:
      return issue satisfies never;
  }
}

function stepsOf(path: readonly PropertyKey[]): readonly JsonStep[] {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

/** What the schema objects to, one misfit for each piece. */
export function listSchemaMisfits(issues: readonly z.core.$ZodIssue[]): readonly Misfit[] {
  return issues.flatMap((issue): readonly Misfit[] => {
    const path = stepsOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key], misfit: 'unknown' }));
    }
    return misfitsOf(issue).map((misfit) => ({ path, ...misfit }));
  });
}
