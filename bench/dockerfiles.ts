import { ValidationCode, validate } from 'dockerfile-utils';
import { run as lint } from 'dockerfilelint';
import { checks } from '../src/core/checks/index.ts';
import { dockerfilePlaceOf } from '../src/core/facts/dockerfile-place.ts';
import { type Snapshot, textAt } from '../src/core/model/snapshot.ts';
import { judge } from '../src/core/report/judge.ts';
import { everyCheck } from '../src/core/rubrics/every-check.ts';
import { type Figure, figureTable, median, milliseconds, textTable, times } from './figures.ts';

const ROUNDS = 20;
const settings = { rubricHash: '', version: '0', checks };
const ofDockerfiles = {
  ...everyCheck,
  rows: everyCheck.rows.filter(({ id }) => id.startsWith('dockerfile-') || id === 'base-image-is-allowed'),
};

/** What a course asks for is nothing that a linter could know. */
const WISHES = /^(?:dockerfile-installs-package|dockerfile-sets-the-required-command|base-image-is-allowed)/;

const tools = ['Reprise', 'dockerfilelint', 'dockerfile-utils'] as const;
type Tool = (typeof tools)[number];

/** One Dockerfile, and the rules that each tool says it breaks. */
interface Linted {
  readonly lines: number;
  readonly broken: Readonly<Record<Tool, ReadonlySet<string>>>;
  readonly took: Readonly<Record<Tool, number>>;
}

/** Our checks of Dockerfiles beside two linters on the same texts: their time, and what each finds. */
export function benchDockerfiles(snapshots: readonly Snapshot[]): string {
  const all = snapshots.flatMap((snapshot) => lintedIn(snapshot) ?? []);
  if (all.length === 0) return 'No Dockerfile is among them.';
  return [figureTable(speeds(all)), textTable(findings(all))].join('\n\n');
}

function lintedIn(snapshot: Snapshot): Linted | null {
  const { repository } = snapshot;
  const entry = dockerfilePlaceOf(snapshot)?.entry;
  const reading = repository === null || entry === undefined ? undefined : textAt(repository, entry.path);
  if (repository === null || entry === undefined || reading?.state !== 'read') return null;
  const { text } = reading.value;
  // As the linters have it: the text, and nothing about what lies beside it.
  const tree = { state: 'read', value: { entries: [entry], unreadFolders: [''] } } as const;
  const texts = repository.texts.filter(({ path }) => path === entry.path);
  const alone = { ...snapshot, repository: { ...repository, tree, texts, code: [] } };
  const { findings } = judge(snapshot, ofDockerfiles, settings);
  return {
    lines: text.split('\n').length,
    broken: {
      Reprise: new Set(
        findings.flatMap(({ outcome, check }) => (outcome === 'fail' && !WISHES.test(check) ? check : [])),
      ),
      dockerfilelint: new Set(lint('.', text).map(({ rule }) => rule)),
      'dockerfile-utils': new Set(validate(text).map(({ code }) => ValidationCode[Number(code)] ?? String(code))),
    },
    took: {
      Reprise: timeOf(
        () => structuredClone(alone),
        (copy) => judge(copy, ofDockerfiles, settings),
      ),
      dockerfilelint: timeOf(
        () => text,
        (copy) => lint('.', copy),
      ),
      'dockerfile-utils': timeOf(
        () => text,
        (copy) => validate(copy),
      ),
    },
  };
}

/** The median; what is judged is made anew each time, for facts are made once. */
function timeOf<T>(make: () => T, run: (made: T) => unknown): number {
  const took = Array.from({ length: ROUNDS + 3 }, () => {
    const made = make();
    const started = performance.now();
    run(made);
    return performance.now() - started;
  });
  return median(took.slice(3));
}

function speeds(all: readonly Linted[]): readonly Figure[] {
  const ours = median(all.map(({ took }) => took.Reprise));
  return tools.map((tool) => {
    const theirs = median(all.map(({ took }) => took[tool]));
    const ratio = tool === 'Reprise' ? '' : ` (${times(theirs / ours)} ours)`;
    return {
      what: `one Dockerfile by ${tool}, median of ${all.length} × ${ROUNDS}`,
      value: milliseconds(theirs) + ratio,
    };
  });
}

/** Rules of several tools that are about the same thing. */
const SAME: readonly (readonly [string, RegExp])[] = [
  ['base', /^dockerfile-pins-base-image$|^(?:missing_tag|latest_tag)$/],
  ['prompts', /^dockerfile-answers-prompts$|^apt-get_missing_param$/],
  ['update', /^dockerfile-updates-apt-before-install$|^apt-get-update_require_install$/],
  ['unresolved', /^dockerfile-resolves-its-base-image$|^BASE_NAME_EMPTY$/],
  [
    'refused',
    /^dockerfile-(?:is-valid|install-commands-have-a-verb)$|^(?:required_params|from_first|invalid_\w+|missing_args|extra_args|label_invalid|add_dest_invalid)$|^(?!CASING|DEPRECATED|EMPTY|WORKDIR|BASE_NAME|MULTIPLE|JSON_IN)[A-Z_\d]+$/,
  ],
];
const subjectOf = (rule: string): string => SAME.find(([, form]) => form.test(rule))?.[0] ?? rule;

/** For each rule in how many Dockerfiles it is broken, and in how many of them no other tool says anything of the kind. */
function findings(all: readonly Linted[]): readonly (readonly string[])[] {
  const rows = tools.flatMap((tool) =>
    [...new Set(all.flatMap(({ broken }) => [...broken[tool]]))].map((rule) => {
      const found = all.filter(({ broken }) => broken[tool].has(rule));
      const alone = found.filter(({ broken }) =>
        tools.every((other) => other === tool || ![...broken[other]].some((one) => subjectOf(one) === subjectOf(rule))),
      );
      return { tool, rule, found: found.length, alone: alone.length };
    }),
  );
  const sorted = rows.toSorted(
    (one, other) => tools.indexOf(one.tool) - tools.indexOf(other.tool) || other.found - one.found,
  );
  const lines = sorted.map(({ tool, rule, found, alone }) => [tool, rule, String(found), String(alone)]);
  return [['finds', 'in Dockerfiles:', String(all.length), 'it alone'], ...lines];
}
