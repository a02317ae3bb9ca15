import type { Snapshot } from '../model/snapshot.ts';
import { findInstallCommands, type InstallCommand } from '../parse/install-commands.ts';
import { type EntriesByPath, entriesByPath } from './entries-by-path.ts';
import { type ImageRole, imageTextsOf } from './image-texts.ts';
import { perSnapshot } from './per-snapshot.ts';
import { fileName, folderOf } from './tree.ts';

/** A file of the repository that a command installs, with the command. */
export interface InstalledFile {
  readonly path: string;
  readonly tool: 'conda' | 'pip';
  readonly by: { readonly role: ImageRole; readonly path: string; readonly line: number; readonly quote: string };
}

const PROJECT_FILES = ['pyproject.toml', 'setup.py', 'Pipfile'];

/** The files that the commands of README, workflows, compose files and the judged Dockerfile install, README first. */
export const installedFilesOf = perSnapshot((snapshot: Snapshot): readonly InstalledFile[] => {
  const { texts } = imageTextsOf(snapshot);
  return texts.flatMap(({ role, path: by, file }) =>
    findInstallCommands(file.text).flatMap((command) =>
      repositoryFiles(command, by, entriesByPath(snapshot)).map((path) => ({
        path,
        tool: command.tool,
        by: { role, path: by, line: command.line, quote: command.quote },
      })),
    ),
  );
});

/** Whether a command of the README or of the judged Dockerfile installs the file: it then comes before all others. */
export const isNamed = ({ by }: InstalledFile): boolean => by.role === 'readme' || by.role === 'dockerfile';

/** The files of the repository that a command in the text `by` means; a file that is not told stands for the project's own. */
export function repositoryFiles(
  { file }: Pick<InstallCommand, 'file'>,
  by: string,
  { entries, filesNamed }: EntriesByPath,
): readonly string[] {
  if (file === null) return PROJECT_FILES.filter((path) => entries.has(path)).slice(0, 1);
  const folder = folderOf(by);
  const exact = [file, folder === '' ? file : `${folder}/${file}`].find((path) => entries.has(path));
  if (exact !== undefined) return [exact];
  // After a `cd`, or inside an image, only the end of the path is told: it counts where one file alone ends so.
  const ending = /^[/$~]/.test(file) ? fileName(file) : file.replace(/^(?:\.\.\/)+/, '');
  const alike = (filesNamed.get(fileName(ending)) ?? []).filter(
    (path) => path === ending || path.endsWith(`/${ending}`),
  );
  return alike.length === 1 ? alike : [];
}
