import { expect, test } from 'vitest';
import { type Evidence, oneWay } from '../model/finding.ts';
import type { ReportFinding } from '../model/report.ts';
import { type EditablePlace, editLink } from './edit-link.ts';

const main: EditablePlace = { owner: 'lab', name: 'sleep', branch: 'main' };
const line: Evidence = { kind: 'line', path: 'a b/ü#.yml', line: 3, quote: '' };
const tree: Evidence = { kind: 'tree', lookedFor: 'README', entries: 7 };

const finding = (
  check: string,
  evidence: readonly Evidence[],
  outcome: ReportFinding['outcome'] = 'fail',
  fix: ReportFinding['fix'] = null,
) => ({ check, row: 'row', level: 'required', outcome, summary: '', evidence, notes: [], fix }) as const;

test.each<[string, ReportFinding, EditablePlace | null, string | null]>([
  [
    'a line',
    finding('environment-yml-is-valid', [tree, line]),
    main,
    'https://github.com/lab/sleep/edit/main/a%20b/%C3%BC%23.yml#L3',
  ],
  [
    'a branch with a slash',
    finding('readme-exists', [tree]),
    { ...main, branch: 'feature/x y' },
    'https://github.com/lab/sleep/new/feature/x%20y?filename=README.md',
  ],
  [
    'a missing environment',
    finding('environment-is-declared', [tree]),
    main,
    'https://github.com/lab/sleep/new/main?filename=environment.yml',
  ],
  [
    'a missing environment with its text',
    finding('python-project-has-environment-yml', [tree], 'fail', oneWay('', 'name: a&b\n')),
    main,
    'https://github.com/lab/sleep/new/main?filename=environment.yml&value=name%3A%20a%26b%0A',
  ],
  [
    'a text that is longer than an address may be',
    finding('environment-is-declared', [tree], 'fail', oneWay('', 'a'.repeat(6_000))),
    main,
    'https://github.com/lab/sleep/new/main?filename=environment.yml',
  ],
  [
    'a fix that is no whole file',
    finding('readme-exists', [tree], 'fail', oneWay('', '# A\n')),
    main,
    'https://github.com/lab/sleep/new/main?filename=README.md',
  ],
  ['another absence', finding('image-exists-and-is-public', [tree]), main, null],
  ['a name that every object has', finding('constructor', [tree]), main, null],
  ['what is fine', finding('readme-exists', [line], 'pass'), main, null],
  ['a tag or commit', finding('readme-exists', [line]), { ...main, branch: null }, null],
  ['a folder', finding('readme-exists', [line]), { ...main, owner: '.' }, null],
  ['an image alone', finding('readme-exists', [line]), null, null],
])('%s', (_name, given, place, address) => {
  expect(editLink(given, place)?.address ?? null).toBe(address);
});
