import { isNamedDockerfile } from '../facts/dockerfile-place.ts';
import { fileName, folderOf } from '../facts/tree.ts';
import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { shellWord } from '../model/shell-quoting.ts';
import { shortList } from '../model/short-list.ts';
import { defineCheck, fail, pass, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'dockerfile-is-named-dockerfile',
  statement: 'The Dockerfile has the name that Docker looks for.',
  failure: 'the Dockerfile has another name than `Dockerfile`',
  why: '`docker build` looks for a file named Dockerfile; one with another name is found only by who is told.',
  lesson:
    'Dockerfiles must be named `Dockerfile` with no extension. Otherwise, Docker Desktop won’t recognize them when you try to build your image.',
  fix: 'Rename the file to `Dockerfile`, without an extension.',
  reads: ['namedDockerfile'],
  // One line that uses it is enough.
  decidedBy: 'any-example',
  examples: { pass: 'Dockerfile', fail: 'Dockerfile.txt' },

  judge({ namedDockerfile: { path, firstLine, entries, usedBy, others, mayBeUsedBy } }) {
    const notes = others.length === 0 ? [] : [`Not judged: ${shortList(others, 3)}.`];
    const found = lineEvidence(path, 1, firstLine);
    if (isNamedDockerfile(path)) {
      if (folderOf(path) === '') return withNotes(pass('The Dockerfile is named `Dockerfile`.', found), notes);
      const place =
        usedBy === null
          ? `It does not lie in the root folder: \`docker build\` needs \`-f ${path}\`, or that folder as its context.`
          : `It does not lie in the root folder; ${usedBy.path} line ${usedBy.line} finds it.`;
      const where = usedBy === null ? found : lineEvidence(usedBy.path, usedBy.line, usedBy.quote);
      return withNotes(pass(`${path} is named \`Dockerfile\`.`, where), [place, ...notes]);
    }
    if (usedBy !== null)
      return withNotes(
        pass(`${path} is named where it is used.`, lineEvidence(usedBy.path, usedBy.line, usedBy.quote)),
        notes,
      );
    if (fileName(path) === 'dockerfile')
      return withNotes(pass(`Docker also takes the name ${path}.`, found), [
        'Elsewhere only `Dockerfile` may be looked for.',
        ...notes,
      ]);
    const isVariant = /^(?:dockerfile[._-](?!txt$|docx?$|rtf$)|.*[._-]dockerfile$|containerfile$)/i.test(
      fileName(path),
    );
    if (isVariant && mayBeUsedBy.length > 0)
      return withNotes(pass(`${path} seems to be a variant on purpose.`, found), [
        `\`docker build .\` does not find it; ${shortList(mayBeUsedBy, 3)} may name it, which was not read.`,
        ...notes,
      ]);
    const target = folderOf(path) === '' ? 'Dockerfile' : `${folderOf(path)}/Dockerfile`;
    return withFix(
      withNotes(
        fail(
          `${path} is not found by \`docker build\`, and nothing names it.`,
          found,
          treeEvidence('Dockerfile', entries),
        ),
        notes,
      ),
      'Rename it, without an extension.',
      `git mv ${shellWord(path, 'bash')} ${shellWord(target, 'bash')}`,
    );
  },
});
