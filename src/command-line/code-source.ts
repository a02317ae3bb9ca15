import type { CodeSource } from '../app/read-code.ts';
import { codeFileOf } from '../core/facts/code-file.ts';
import { read } from '../core/model/unread.ts';

/** How far `--code` lets a run look into code: not at all, where it is small, or up to the bounds. */
export const codeChoices = ['none', 'small', 'all'] as const;
export type CodeChoice = (typeof codeChoices)[number];

/** A program may take its time for a file: it is looked into right here. */
export const codeSource = (choice: CodeChoice): CodeSource | undefined =>
  choice === 'none'
    ? undefined
    : {
        look: choice === 'small' ? 'when-small' : 'asked',
        read: async (path, text) => read(codeFileOf(path, text)),
      };
