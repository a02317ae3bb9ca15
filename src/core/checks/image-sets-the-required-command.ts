import { configEvidence, historyEvidence } from '../model/finding.ts';
import type { ImageConfig } from '../model/snapshot.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withFix } from './check.ts';
import { unseenImage } from './unseen-image.ts';

export default defineCheck({
  id: 'image-sets-the-required-command',
  statement: 'The image starts the command that is asked for.',
  failure: 'the image starts another command than is asked for',
  why: 'A container without its own command starts what the base image says, often a notebook server.',
  fix: 'Set the command as the last line of the Dockerfile, build and push again.',
  reads: ['image'],
  decidedBy: 'everything',
  examples: { pass: 'CMD ["/bin/bash"]', fail: '# CMD ["/bin/bash"]' },

  judge({ image: { image } }, { command }) {
    if (command === null) return notApplicable('No command is asked for.');
    const unseen = unseenImage(image);
    if (unseen !== null) return unseen;
    if (image.config.state !== 'read')
      return unknownBecause(image.config.state === 'unread' ? image.config.unread : { kind: 'bad-format' });
    return verdictOf(image.config.value, command);
  },
});

function verdictOf(config: ImageConfig, wanted: readonly string[]): Verdict {
  const own = config.command ?? [];
  const evidence = [configEvidence(config.digest, 'Cmd', JSON.stringify(config.command)), ...stepOf(config)];
  const asked = JSON.stringify(wanted);
  if (JSON.stringify(own) === asked) return pass(`The image starts ${asked}.`, ...evidence);
  return withFix(
    fail(`${saying(own, wanted)} Asked for is ${asked}.`, ...evidence),
    'Make this the last line of the Dockerfile, without `#` in front, then build and push again.',
    `CMD ${asked}`,
  );
}

function saying(own: readonly string[], wanted: readonly string[]): string {
  const shown = JSON.stringify(own);
  if (own.length === 0) return 'The image sets no command.';
  const isShellForm =
    own.length === 3 && /\/sh$/.test(own[0] ?? '') && own[1] === '-c' && own[2]?.trim() === wanted.join(' ');
  if (isShellForm) return `The image starts ${shown}, the same command in shell form.`;
  const program = wanted[0] ?? '';
  if (own.length === 1 && own[0] === program.slice(1) && program.startsWith('/'))
    return `The image starts ${shown}: the slash in front is missing.`;
  if (own.length === 1 && own[0] === program.split('/').at(-1))
    return `The image starts ${shown}, without the folder of the program.`;
  return `The image starts ${shown}.`;
}

/** The step of the history that set it. */
function stepOf({ digest, history }: ImageConfig) {
  const at = history.findLastIndex(({ createdBy }) => /^(?:\/bin\/sh -c #\(nop\)\s*)?CMD /.test(createdBy));
  const entry = history[at];
  return entry === undefined ? [] : [historyEvidence(digest, at + 1, entry.createdBy)];
}
