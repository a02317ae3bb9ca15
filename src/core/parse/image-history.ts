import type { DockerfileInstruction } from './dockerfile-lines.ts';
import { execForm } from './exec-form.ts';

/** A step of an image's history, or an instruction of a Dockerfile, in a form in which the two can be compared. */
export interface BuildStep {
  readonly keyword: string;
  /** What stands behind it, blanks made one. */
  readonly text: string;
  /** The Dockerfile does not tell what the history holds: a heredoc, a variable. */
  readonly isOpen: boolean;
}

const KEYWORD =
  /^(ADD|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR|ARG)\s+/;
const CLASSIC = /^\/bin\/sh -c #\(nop\)\s+/;
const MAX_TEXT = 20_000;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reads `created_by` as BuildKit and the classic builder write it (moby/buildkit, dockerfile2llb/convert.go. Read 2026-11-22). */
export function historyStep(createdBy: string): BuildStep {
  const text = oneLine(createdBy.slice(0, MAX_TEXT)).replace(/ # buildkit$/, '');
  const plain = text.replace(CLASSIC, '');
  const keyword = KEYWORD.exec(plain);
  if (keyword === null || keyword[1] === 'RUN')
    return { keyword: 'RUN', text: command(text.replace(/^RUN /, '')), isOpen: false };
  return { keyword: keyword[1] ?? '', text: withoutFlags(plain.slice(keyword[0].length)), isOpen: false };
}

/** A command without the shell and the build's arguments in front: `|1 A=b /bin/sh -c make` is `make`. */
function command(text: string): string {
  const shell = /^[/|]/.test(text) ? text.slice(0, 2_000).indexOf(' -c ') : -1;
  return shell === -1 ? text : text.slice(shell + 4);
}

const withoutFlags = (text: string): string => text.replace(/^(?:--\S{1,2000} )+/, '');

/** An instruction as its step would stand in a history. */
export function declaredStep({ keyword, text, heredocs }: DockerfileInstruction): BuildStep {
  const own = withoutFlags(oneLine(text.slice(0, MAX_TEXT)));
  const isSubstituted = keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT' && own.includes('$');
  const list = keyword === 'RUN' ? (execForm(own)?.join(' ') ?? null) : null;
  return { keyword, text: list ?? own, isOpen: heredocs.length > 0 || isSubstituted };
}

/** Labels and arguments are given from outside too, and `ONBUILD` leaves no step. */
export const isCompared = ({ keyword }: Pick<BuildStep, 'keyword'>): boolean =>
  !/^(?:LABEL|ARG|ONBUILD|MAINTAINER)$/.test(keyword);

const bare = (text: string): string => text.replace(/[[\]"',\\\s]/g, '');
const withoutSlash = (path: string): string => path.replace(/(?<=.)\/$/, '');

/** Whether a step of a history can be what a build made of an instruction. */
export function isMadeOf(declared: BuildStep, step: BuildStep): boolean {
  if (declared.keyword !== step.keyword) return false;
  if (declared.isOpen) return true;
  switch (step.keyword) {
    case 'RUN':
    case 'USER':
      return declared.text === step.text;
    case 'COPY':
    case 'ADD':
      return isSameCopy(declared.text, step.text);
    case 'CMD':
    case 'ENTRYPOINT':
      return bare(step.text).endsWith(bare(declared.text));
    case 'ENV':
      return firstName(declared.text) === firstName(step.text);
    case 'WORKDIR':
      return withoutSlash(step.text).endsWith(withoutSlash(declared.text.replace(/^["']|["']$|^\.\//g, '')));
    default:
      return true;
  }
}

const firstName = (text: string): string => /^[\w.-]{1,200}/.exec(text)?.[0] ?? '';

/** The classic builder names what it copied by a checksum: then only the place can be compared. */
function isSameCopy(declared: string, step: string): boolean {
  const place = /^(?:file|dir|multi):\S{1,100} in (.{1,1000})$/.exec(step)?.[1];
  if (place === undefined) return bare(declared) === bare(step);
  const own = declared.split(' ').at(-1) ?? '';
  return !own.startsWith('/') || withoutSlash(own) === withoutSlash(place.trim());
}
