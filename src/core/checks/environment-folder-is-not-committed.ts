import type { EnvironmentFolder } from '../facts/environment-folders.ts';
import { treeEvidence } from '../model/finding.ts';
import { shellWord } from '../model/shell-quoting.ts';
import { defineCheck, fail, pass, withFix } from './check.ts';

export default defineCheck({
  id: 'environment-folder-is-not-committed',
  statement: 'No environment folder is committed.',
  failure: 'an environment folder is committed',
  why: 'An environment works only on the computer that made it; committed, it is thousands of files that nobody can use, and the list of packages is what others need.',
  lesson: 'Not checked into source control systems such as Git.',
  fix: 'Take the folder out of git and write its name into .gitignore.',
  reads: ['committedFolders'],
  decidedBy: 'any-counterexample',
  examples: { pass: '.gitignore holds venv/', fail: 'venv/pyvenv.cfg and 4,000 files more' },

  judge({ committedFolders: { folders, isPartial, entries } }) {
    const [first] = folders;
    if (first === undefined)
      return pass(
        'No environment folder is committed.',
        treeEvidence('pyvenv.cfg, site-packages, node_modules, conda-meta …', entries),
      );
    const least = isPartial && first.files > 0 ? 'at least ' : '';
    const more = folders.length > 1 ? ` And ${folders.length - 1} more.` : '';
    const verdict = fail(
      `${first.path}/ is committed: ${first.kind}, ${least}${amount(first)}.${more}`,
      ...folders.slice(0, 12).map((one) => treeEvidence(`${one.path}/${one.mark} (${least}${amount(one)})`, entries)),
    );
    const ignored = folders.slice(0, 4).map(({ path }) => `\`${path}/\``);
    return withFix(
      verdict,
      `This takes it out of git and leaves it on the disk; then add to .gitignore: ${ignored.join(' and ')}.`,
      folders
        .slice(0, 12)
        .map(({ path }) => `git rm -r --cached -q -- ${shellWord(path, 'bash')}`)
        .join('\n'),
    );
  },
});

const amount = ({ files }: EnvironmentFolder): string =>
  files === 0 ? 'its files are not listed' : files === 1 ? '1 file' : `${files.toLocaleString('en')} files`;
