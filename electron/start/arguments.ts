import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface StartArguments {
  /** Absolute; null leaves the choice to the edition (NIANBAO_DATA, then the usual folder). */
  readonly dataFolder: string | null;
  /** Go straight to the browser edition. */
  readonly browserOnly: boolean;
  /** Open the person's browser; otherwise only print the address. */
  readonly openBrowser: boolean;
}

export const startUsage = '用法：npm start -- [--data 文件夹] [--browser] [--no-open]';

/** Reads the words after `npm start --`; null when they are not understood. */
export function parseStartArguments(words: readonly string[]): StartArguments | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      strict: true,
      options: {
        data: { type: 'string' },
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    });
    if (values.data?.trim() === '') return null;
    return {
      dataFolder: values.data === undefined ? null : resolve(values.data),
      browserOnly: values.browser,
      openBrowser: !values['no-open'],
    };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
