import type { Input, MethodName, Output } from './contract.ts';
import type { Result } from './error.ts';

type BridgeName<Name extends string> = Name extends `${infer Group}.${infer Verb}`
  ? `${Group}${Capitalize<Verb>}`
  : Name;

/** The preload function of a method: `library.list` → `libraryList`. */
export function toBridgeName<Name extends MethodName>(method: Name): BridgeName<Name> {
  return method.replace(/\.(\w)/u, (_, letter: string) => letter.toUpperCase()) as BridgeName<Name>;
}

/** What a menu entry asks of the window that has the focus. */
export const menuCommands = [
  'library',
  'newReport',
  'importFile',
  'quickNote',
  'materials',
  'save',
  'export',
  'exportScreen',
  'print',
  'undo',
  'redo',
  'find',
  'replace',
  'check',
  'proofread',
  'nextOpenPoint',
  'toggleProvenance',
  'zoomIn',
  'zoomOut',
  'zoomReset',
  'settings',
  'help',
  'tour',
  'about',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What the preload script puts at `window.nianbao`: one function a method, and nothing of Electron. */
export type Bridge = {
  readonly [Name in MethodName as BridgeName<Name>]: (
    input: Input<Name>,
  ) => Promise<Result<Output<Name>>>;
} & {
  /** Calls `listener` for each menu command; gives the function that stops it. */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => () => void;
};

/** One call of the API, whatever carries it. */
export type Call = <Name extends MethodName>(
  method: Name,
  input: Input<Name>,
) => Promise<Result<Output<Name>>>;
