import { codeFileOf } from '../../core/facts/code-file.ts';
import type { CodeQuestion } from '../../platform/code-reader.ts';

// Alone in its thread: a file that takes too long ends with it (platform/code-reader.ts).
addEventListener('message', ({ data }: MessageEvent<CodeQuestion>) => {
  postMessage(codeFileOf(data.path, data.text));
});
