import type { LikelyLines } from '../facts/likely-lines.ts';

type Lines = Pick<LikelyLines, 'runLine' | 'environmentLine' | 'activateLine' | 'imageLine'>;

/** The section of a README that recreates the environment, in Markdown; null where the files do not tell how. */
export const environmentSection = ({ environmentLine, activateLine }: Lines): string | null =>
  section('Environment', [environmentLine, activateLine]);

/** The section that runs the project. */
export const runSection = ({ runLine }: Lines): string | null => section('Run', [runLine]);

/** Everything that the repository's files tell a README to say; null where they tell nothing. */
export function readmeSections(lines: Lines): string | null {
  const image = section('Image', [lines.imageLine]);
  const sections = [environmentSection(lines), image, runSection(lines)].filter((one) => one !== null);
  return sections.length === 0 ? null : sections.join('\n\n');
}

function section(heading: string, lines: readonly (string | null)[]): string | null {
  const commands = lines.filter((line) => line !== null);
  return commands.length === 0 ? null : `## ${heading}\n\n${commands.map((line) => `    ${line}`).join('\n')}`;
}
