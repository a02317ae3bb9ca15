import { describe, expect, test } from 'vitest';
import type { Shell } from '../model/settings.ts';
import { shellWord } from '../model/shell-quoting.ts';
import { methodologyAssignment6 } from '../rubrics/methodology-assignment-6.ts';
import type { LaunchNames } from './launch-names.ts';
import { type LaunchStep, launchSteps } from './launch-steps.ts';

const names: LaunchNames = {
  login: 'Someone',
  owner: 'someone',
  image: 'tools',
  tag: null,
  isNamed: true,
  isPublic: false,
  dockerfile: 'Dockerfile',
};
const none = { platform: null, workspace: null };
const packages = [
  { name: 'aria2', channel: 'apt', version: null },
  { name: 'nmap', channel: 'apt', version: null },
  { name: 'babypandas', channel: 'python', version: '0.1.5' },
] as const;

const commandOf = (steps: readonly LaunchStep[], id: LaunchStep['id']) => steps.find((step) => step.id === id)?.command;

test('the whole way for an image that is named', () => {
  const asked = { platform: 'linux/amd64', workspace: 'COURSE_1', packages };
  expect(launchSteps(names, asked, 'bash').map(({ id, command }) => [id, command])).toEqual([
    ['build', 'docker build --platform linux/amd64 -t tools .'],
    ['test', 'docker run --rm tools which aria2c nmap\ndocker run --rm tools pip show babypandas'],
    ['login', 'read -rs CR_PAT && echo "$CR_PAT" | docker login ghcr.io -u Someone --password-stdin'],
    ['tag', 'docker tag tools ghcr.io/someone/tools'],
    ['push', 'docker push ghcr.io/someone/tools'],
    ['public', null],
    ['launch', 'launch.sh -i ghcr.io/someone/tools -P Always -W COURSE_1'],
  ]);
});

test('without a workspace nothing is launched, without packages nothing is looked for', () => {
  const steps = launchSteps(names, none, 'bash');
  expect(steps.map(({ id }) => id)).not.toContain('launch');
  expect(commandOf(steps, 'test')).toBe('docker run --rm -it tools');
});

test('the version that is asked for is said', () => {
  const say = launchSteps(names, { ...none, packages }, 'bash').find(({ id }) => id === 'test')?.say;
  expect(say).toContain('babypandas must be 0.1.5');
});

test('in PowerShell the token is read as PowerShell does; launching stays with the server’s own shell', () => {
  const steps = launchSteps(names, { ...none, workspace: "a b'c" }, 'powershell');
  expect(commandOf(steps, 'login')).toMatch(/^\$CR_PAT = .*Read-Host.*; \$CR_PAT \| docker login ghcr\.io -u Someone/);
  expect(commandOf(steps, 'launch')).toBe(String.raw`launch.sh -i ghcr.io/someone/tools -P Always -W 'a b'\''c'`);
});

test.each<[string, Partial<LaunchNames>, LaunchStep['id'], string, readonly string[]]>([
  ['a tag is kept', { tag: 'v1' }, 'push', 'docker push ghcr.io/someone/tools:v1', []],
  ['a name of several parts', { image: 'lab/tools' }, 'tag', 'docker tag tools ghcr.io/someone/lab/tools', []],
  ['no owner', { owner: null }, 'push', 'docker push ghcr.io/YOUR_GITHUB_NAME/tools', ['YOUR_GITHUB_NAME']],
  ['no image', { image: null }, 'build', 'docker build --platform linux/amd64 -t IMAGE_NAME .', ['IMAGE_NAME']],
  [
    'a Dockerfile in a folder with a blank',
    { dockerfile: 'my docker/Dockerfile' },
    'build',
    "docker build --platform linux/amd64 -f 'my docker/Dockerfile' -t tools .",
    [],
  ],
  [
    'a name of 60 characters',
    { image: 'predicting-dining-hall-waiting-times-from-card-swipes-spring' },
    'push',
    'docker push ghcr.io/someone/predicting-dining-hall-waiting-times-from-card-swipes-spring',
    [],
  ],
])('%s', (_name, change, id, command, placeholders) => {
  const step = launchSteps({ ...names, ...change }, none, 'bash').find((one) => one.id === id);
  expect(step).toMatchObject({ command, placeholders });
});

test('no command of any shell or rubric holds what looks like a token', () => {
  for (const shell of ['bash', 'powershell'] as const) {
    const commands = launchSteps(names, methodologyAssignment6.parameters, shell).map(({ command }) => command ?? '');
    expect(commands.join('\n')).not.toMatch(/gh[pousr]_|github_pat_|CR_PAT=/);
  }
});

describe('a word of a command', () => {
  test.each<[string, string, string]>([
    ['tools', 'tools', 'tools'],
    ['linux/amd64', 'linux/amd64', 'linux/amd64'],
    ['two words', "'two words'", "'two words'"],
    ["it's", String.raw`'it'\''s'`, "'it''s'"],
    ['it’s', "'it’s'", "'it’’s'"],
    ['$(rm -r x)', "'$(rm -r x)'", "'$(rm -r x)'"],
    ['a`b"c', "'a`b\"c'", "'a`b\"c'"],
    ['-f', "'-f'", "'-f'"],
    ['a,b', "'a,b'", "'a,b'"],
    ['', "''", "''"],
    ['a\nb\u202ec', 'abc', 'abc'],
  ])('%j', (text, bash, powershell) => {
    const words = (['bash', 'powershell'] satisfies Shell[]).map((shell) => shellWord(text, shell));
    expect(words).toEqual([bash, powershell]);
  });
});
