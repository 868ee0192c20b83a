import { zhCN } from 'zod/locales';
import {
  type ApiError,
  fail,
  type Input,
  inputs,
  type MethodName,
  type Output,
  type Result,
} from '../../core/api/index.ts';

/** What runs each method. */
export type MethodTable = {
  readonly [Name in MethodName]: (
    input: Input<Name>,
  ) => Result<Output<Name>> | Promise<Result<Output<Name>>>;
};

/** The services as the carriers are given them; call them through {@link dispatch}. */
export interface Handlers {
  readonly methods: MethodTable;
  /** What a thrown error is to the person: `store/*`, or `internal` after logging it. */
  readonly explain: (where: string, error: unknown) => ApiError;
}

function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(inputs, name);
}

function parseInput<Name extends MethodName>(name: Name, input: unknown): Result<Input<Name>> {
  const parsed = inputs[name].safeParse(input, { error: zhCN().localeError });
  if (parsed.success) return { ok: true, value: parsed.data as Input<Name> };
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  return fail({ code: 'input/invalid', path, reason: issue?.message ?? '格式不对' });
}

/**
 * Runs one method of the API: parses `input` with its schema, runs it, gives its Result. Never
 * rejects: `method/unknown` for a name that is none, `input/invalid` for an input that does not
 * fit, and whatever `handlers.explain` makes of an error that was thrown.
 */
export async function dispatch(
  handlers: Handlers,
  name: string,
  input: unknown,
): Promise<Result<unknown>> {
  if (!isMethodName(name)) return fail({ code: 'method/unknown', method: name.slice(0, 100) });
  return run(handlers, name, input);
}

async function run<Name extends MethodName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
): Promise<Result<Output<Name>>> {
  try {
    const parsed = parseInput(name, input);
    if (!parsed.ok) return parsed;
    return await handlers.methods[name](parsed.value);
  } catch (error) {
    return fail(handlers.explain(name, error));
  }
}
