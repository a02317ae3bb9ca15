import { isHeld } from './version-constraint.ts';

/** What a file for pip is in truth. `requirements` is the right one; its lines may still be wrong one by one. */
export type RequirementsShape =
  | 'requirements'
  | 'explicit-list'
  | 'conda-list'
  | 'pip-list'
  | 'prose'
  | 'merge-conflict';

/** A requirements file: its effective lines (comments and blanks are none), and the line that tells its shape. */
export interface Requirements {
  readonly shape: RequirementsShape;
  readonly shapeLine: { readonly line: number; readonly text: string } | null;
  readonly lines: readonly RequirementLine[];
}

/** What is wrong with a line as pip would read it on another machine. */
export type RequirementFault = 'local-path' | 'single-equals' | 'not-a-requirement';

/** One logical line. `variable` holds a `${NAME}` that pip fills in, so that it is not judged. `name` is as written; `constraint` is empty where none stands; `isHeld` also for a URL of one release. */
export interface RequirementLine {
  readonly line: number;
  readonly text: string;
  readonly kind: 'requirement' | 'option' | 'path' | 'variable' | 'invalid';
  readonly name: string | null;
  readonly constraint: string;
  readonly isHeld: boolean;
  readonly hasMarker: boolean;
  readonly fault: RequirementFault | null;
}

const MAX_LINE = 4_000;
const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?';
const BEGINNING = new RegExp(`^(${NAME})\\s{0,20}(?:\\[[\\w\\s.,-]{0,200}\\])?\\s{0,20}(.{0,${MAX_LINE}})$`);
const SPECIFIERS =
  /^\(?\s{0,20}(?:===|==|~=|!=|<=|>=|<|>)\s{0,20}[\w.*+!-]{1,100}(?:\s{0,20},\s{0,20}(?:(?:===|==|~=|!=|<=|>=|<|>)\s{0,20}[\w.*+!-]{1,100})?){0,20}\s{0,20}\)?$/;
/** Options that pip takes in a file (pip's reference, "Requirements File Format"). */
const OPTION =
  /^(?:-[rcifie](?:\s|=|[\w./:])|--(?:requirement|constraint|editable|index-url|pypi-url|extra-index-url|find-links|no-index|no-binary|only-binary|prefer-binary|require-hashes|pre|trusted-host|use-feature|config-settings|global-option)\b)/;
/** The only form that pip fills in from the shell’s variables. */
const VARIABLE = /\$\{[A-Z0-9_]{1,100}\}/;
const EDITABLE = /^(?:-e|--editable)(?:\s+|=)(\S.*)$/;
const URL_FORM = /^(?:(?:git|hg|svn|bzr)\+)?[a-z][a-z0-9+.-]{1,20}:\/{0,3}\S/i;
const LOCAL = /^(?:file:|[A-Za-z]:[\\/]|\/(?:Users|home|private|tmp|opt|croot|root|mnt|work)\/|~\/)/;

/** Reads a requirements file as pip does (continuations, comments, options, PEP 508). Never throws. */
export function parseRequirements(text: string): Requirements {
  const logical = logicalLines(text);
  const explicit = logical.find((one) => /^@EXPLICIT\b/.test(one.text));
  if (explicit !== undefined) return { shape: 'explicit-list', shapeLine: explicit, lines: [] };
  const conflict = logical.find((one) => OURS.test(one.text));
  if (conflict !== undefined && logical.some((one) => THEIRS.test(one.text))) {
    const lines = logical.filter((one) => !MARK.test(one.text)).map((one) => parseRequirement(one.text, one.line));
    return { shape: 'merge-conflict', shapeLine: conflict, lines };
  }
  const lines = logical.map((one) => parseRequirement(one.text, one.line));
  const invalid = lines.filter(({ kind }) => kind === 'invalid');
  const [first] = invalid;
  if (first === undefined || invalid.length * 2 < lines.length)
    return { shape: 'requirements', shapeLine: null, lines };
  return { shape: shapeOf(invalid), shapeLine: first, lines };
}

/** What git writes into a file that two people changed. */
const OURS = /^<{7}(?:\s|$)/;
const THEIRS = /^>{7}(?:\s|$)/;
const MARK = /^(?:<{7}|>{7}|={7}|\|{7})(?:\s|$)/;

/** What most of the wrong lines look like. */
function shapeOf(invalid: readonly RequirementLine[]): RequirementsShape {
  const most = (form: RegExp) => invalid.filter(({ text }) => form.test(text)).length * 2 > invalid.length;
  if (most(/^[\w.-]{1,100}={1,2}[\w.!+*]{1,60}=[\w.]{1,60}$/)) return 'conda-list';
  if (most(/^[\w.-]{1,100}\s{1,80}(?:\(?v?\d[\w.+!-]{0,60}\)?|Version|-{3,})(?:\s|$)|^-{3,}/)) return 'pip-list';
  return most(/^[\w.-]{1,100}\s?=\s?\d/) ? 'conda-list' : 'prose';
}

interface LogicalLine {
  readonly line: number;
  readonly text: string;
}

/** Lines joined at `\`, without comments and blanks; each keeps the number of its first line. */
function logicalLines(text: string): readonly LogicalLine[] {
  const out: LogicalLine[] = [];
  let open: LogicalLine | null = null;
  const add = ({ line, text: whole }: LogicalLine) => {
    const bare = whole.replace(/(?:^|\s)#.*$/, '').trim();
    if (bare !== '') out.push({ line, text: bare });
  };
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const isComment = /^\s*#/.test(raw);
    const goesOn = !isComment && raw.endsWith('\\');
    const own = isComment ? '' : goesOn ? raw.slice(0, -1) : raw;
    const joined: LogicalLine = {
      line: open?.line ?? index + 1,
      text: `${open?.text ?? ''}${own}`.slice(0, MAX_LINE),
    };
    if (!goesOn) add(joined);
    open = goesOn ? joined : null;
  }
  if (open !== null) add(open);
  return out;
}

/** Reads one line of a requirements file, or one entry of a `pip:` list. */
export function parseRequirement(given: string, line: number): RequirementLine {
  const text = given.slice(0, MAX_LINE).trim();
  const base = { line, text, name: null, constraint: '', isHeld: false, hasMarker: false, fault: null };
  const editable = EDITABLE.exec(text)?.[1];
  if (editable !== undefined) return addressed(base, withoutOptions(editable));
  if (text.startsWith('-')) {
    return OPTION.test(text) ? { ...base, kind: 'option' } : { ...base, kind: 'invalid', fault: 'not-a-requirement' };
  }
  const [requirement = '', marker] = withoutOptions(text).split(/\s{0,20};/, 2);
  const marked = { ...base, hasMarker: marker !== undefined };
  if (VARIABLE.test(requirement) && !URL_FORM.test(requirement)) return { ...marked, kind: 'variable' };
  if (URL_FORM.test(requirement) || isPath(requirement)) return addressed(marked, requirement);
  return named(marked, requirement.trim());
}

type Base = Omit<RequirementLine, 'kind'>;

/** `--hash=…` and other options behind a requirement are no part of it. */
const withoutOptions = (text: string): string => text.replace(/\s--[a-z][\s\S]*$/, '').trim();

const isPath = (text: string): boolean =>
  /^\.{1,2}(?:$|[/\\[])/.test(text) || LOCAL.test(text) || /^[\w./-]{1,400}\.(?:whl|zip|tar\.gz)$/.test(text);

function named(base: Base, requirement: string): RequirementLine {
  const [, name = '', rest = ''] = BEGINNING.exec(requirement) ?? [];
  if (name === '') return { ...base, kind: 'invalid', fault: 'not-a-requirement' };
  if (rest === '') return { ...base, kind: 'requirement', name };
  const address = /^@\s{0,20}(\S.*)$/.exec(rest)?.[1];
  if (address !== undefined) return addressed({ ...base, name }, address);
  if (SPECIFIERS.test(rest)) {
    const constraint = rest.replace(/[()\s]/g, '');
    return { ...base, kind: 'requirement', name, constraint, isHeld: isHeld(constraint) };
  }
  const fault = /^=\s{0,20}v?\d/.test(rest) ? 'single-equals' : 'not-a-requirement';
  return { ...base, kind: 'invalid', name, fault };
}

/** What stands at an address: a path of one machine is at fault; a path below the repository is nobody's release. */
function addressed(base: Base, address: string): RequirementLine {
  if (LOCAL.test(address)) return { ...base, kind: 'requirement', fault: 'local-path' };
  if (!URL_FORM.test(address)) return { ...base, kind: 'path' };
  const name = base.name ?? /[#&]egg=([\w.-]{1,100})/.exec(address)?.[1] ?? address;
  return { ...base, kind: 'requirement', name, isHeld: isOneRelease(address) };
}

/** A repository at a full commit, or a file that is not the newest of a branch. */
const isOneRelease = (url: string): boolean =>
  /^(?:git|hg|svn|bzr)\+/.test(url)
    ? /@[0-9a-f]{40}(?:$|[#?&])/.test(url)
    : !/\/(?:archive|zipball|tarball)\/(?:refs\/heads\/)?(?:main|master)\b/.test(url);
