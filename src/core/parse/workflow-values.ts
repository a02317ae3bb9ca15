/** What is known of a workflow's values, by the names expressions have for them: `github.repository`, `env.IMAGE`, `steps.x.outputs.y`. */
export type WorkflowValues = ReadonlyMap<string, string>;

/** What a workflow file alone does not tell; `branch` is the default branch, null where it is not known. */
export interface WorkflowContext {
  readonly owner: string;
  readonly name: string;
  readonly branch: string | null;
}

/** What GitHub itself sets. */
export function givenValues({ owner, name, branch }: WorkflowContext): Map<string, string> {
  const given = new Map([
    ['github.repository', `${owner}/${name}`],
    ['github.repository_owner', owner],
    ['github.actor', owner],
    ['github.event.repository.name', name],
    ['github.server_url', 'https://github.com'],
  ]);
  if (branch !== null) given.set('github.event.repository.default_branch', branch);
  // The same token by its other name; its value is nobody's to know.
  given.set('github.token', '<GITHUB_TOKEN>');
  for (const [key, value] of [...given]) given.set(`env.${key.toUpperCase().replace('.', '_')}`, value);
  return given;
}

const EXPRESSION = /\$\{\{([^{}]{1,400})\}\}/g;
const VARIABLE = /\$(?:\{([A-Za-z_]\w{0,60})(,,|:-[^{}$]{0,100})?\}|([A-Za-z_]\w{0,60}))/g;

/** Values of values could double with each line. */
export const MOST_IN_VALUE = 400;
const MOST_IN_TEXT = 4_000;

/** Puts in what is known; the rest becomes the last word of its name in angle brackets: `<sha>`. */
export const withValues = (text: string, values: WorkflowValues): string =>
  text.replace(EXPRESSION, (_all, written: string) => {
    const name = written.trim();
    return values.get(name) ?? `<${/^[\w.-]{1,100}$/.test(name) ? name.slice(name.lastIndexOf('.') + 1) : '…'}>`;
  });

/** The same of a shell script, its own variables too. */
export const withVariables = (text: string, values: WorkflowValues): string =>
  withValues(text, values)
    .slice(0, MOST_IN_TEXT)
    .replace(VARIABLE, (_all, braced?: string, form?: string, bare?: string) => {
      const name = braced ?? bare ?? '';
      const known = values.get(`env.${name}`) ?? (form?.startsWith(':-') ? form.slice(2) : `<${name}>`);
      return form === ',,' ? known.toLowerCase() : known;
    });

const ASSIGNED = /^\s*(?:export\s+)?([A-Za-z_]\w{0,60})=(.{0,400})$/;
const EMITTED =
  /\becho\s+["']?(?:::set-output\s+name=)?([A-Za-z_][\w-]{0,60})(?:=|::)([^\n]{0,400}?)["']?\s*(?:>>\s*["']?\$\{?GITHUB_(ENV|OUTPUT)\b.{0,40})?$/;
const PIPED_TO_TR = /^\$\(\s*echo\s+(?:-n\s+)?["']?([^|"']{1,300}?)["']?\s*\|\s*tr\s[^|]{1,80}\)$/;

/** Keeps what a line of a script sets: for the script itself, for the job's later steps, or as an output of its step. */
export function takeAssignment(
  line: string,
  step: string | null,
  script: Map<string, string>,
  job: Map<string, string>,
) {
  const emitted = EMITTED.exec(line);
  const [, name = '', raw = '', target] = emitted ?? ASSIGNED.exec(line) ?? [];
  if (name === '') return;
  const value = assignedValue(raw, script);
  if (emitted === null) script.set(`env.${name}`, value);
  else if (target === 'ENV') job.set(`env.${name}`, value);
  else if (step !== null) job.set(`steps.${step}.outputs.${name}`, value);
}

function assignedValue(raw: string, values: WorkflowValues): string {
  return knownValue(raw, values).slice(0, MOST_IN_VALUE);
}

function knownValue(raw: string, values: WorkflowValues): string {
  const text = raw.trim().replace(/^(["'])(.*)\1$/, '$2');
  const piped = PIPED_TO_TR.exec(text);
  if (piped !== null) return withVariables(piped[1] ?? '', values).toLowerCase();
  // What another command prints is not known.
  return /\$\(|`/.test(text) ? '<…>' : withVariables(text, values);
}
