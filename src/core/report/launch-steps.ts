import type { RubricPackage, RubricParameters } from '../model/rubric.ts';
import type { Shell } from '../model/settings.ts';
import { shellWord } from '../model/shell-quoting.ts';
import type { LaunchNames } from './launch-names.ts';

/** One step from the Dockerfile to a running container. `command` is null where a page is used; it never holds a token. */
export interface LaunchStep {
  readonly id: 'build' | 'test' | 'login' | 'tag' | 'push' | 'public' | 'launch';
  readonly title: string;
  readonly say: string;
  readonly command: string | null;
  /** A page that the step needs. */
  readonly page: { readonly words: string; readonly address: string } | null;
  /** What stands in the command for a name that is not known. */
  readonly placeholders: readonly string[];
}

const OWNER = 'YOUR_GITHUB_NAME';
const IMAGE = 'IMAGE_NAME';
const USUAL_PLATFORM = 'linux/amd64';
// What a package is called where it is typed.
const COMMANDS: ReadonlyMap<string, string> = new Map([['aria2', 'aria2c']]);

type Asked = Pick<RubricParameters, 'platform' | 'workspace' | 'packages'>;

/** The steps for these names, in order; without a workspace there is nowhere to launch. */
export function launchSteps(names: LaunchNames, asked: Asked, shell: Shell): readonly LaunchStep[] {
  const local = names.image?.split('/').at(-1) ?? IMAGE;
  const pushed = `ghcr.io/${names.owner ?? OWNER}/${names.image ?? IMAGE}${names.tag === null ? '' : `:${names.tag}`}`;
  const steps: readonly Step[] = [
    buildStep(local, names.dockerfile, asked.platform ?? USUAL_PLATFORM, shell),
    testStep(local, asked.packages ?? [], shell),
    loginStep(names.login ?? OWNER, shell),
    {
      id: 'tag',
      title: 'Tag',
      say: 'Gives it the name that it is pushed under.',
      command: `docker tag ${local} ${pushed}`,
    },
    {
      id: 'push',
      title: 'Push',
      say: 'What is pushed for the first time is private.',
      command: `docker push ${pushed}`,
    },
    publicStep(names),
    ...(asked.workspace === null ? [] : [launchStep(pushed, asked.workspace)]),
  ];
  return steps.map((step) => ({
    page: null,
    ...step,
    placeholders: [OWNER, IMAGE].filter((word) => step.command?.includes(word)),
  }));
}

type Step = Omit<LaunchStep, 'placeholders' | 'page'> & Partial<Pick<LaunchStep, 'page'>>;

function buildStep(local: string, dockerfile: string | null, platform: string, shell: Shell): Step {
  const file = dockerfile === null || dockerfile === 'Dockerfile' ? '' : ` -f ${shellWord(dockerfile, shell)}`;
  return {
    id: 'build',
    title: 'Build',
    say: 'In the repository’s folder, while Docker runs. Without `--platform`, a Mac with an Apple chip builds for itself.',
    command: `docker build --platform ${shellWord(platform, shell)}${file} -t ${local} .`,
  };
}

function testStep(local: string, packages: readonly RubricPackage[], shell: Shell): Step {
  const named = (channel: RubricPackage['channel']) => packages.filter((one) => one.channel === channel);
  const commands = named('apt').map(({ name }) => shellWord(COMMANDS.get(name) ?? name, shell));
  const python = named('python').map(({ name }) => shellWord(name, shell));
  const versions = packages.flatMap(({ name, version }) => (version === null ? [] : [`${name} must be ${version}`]));
  if (packages.length === 0)
    return {
      id: 'test',
      title: 'Test',
      say: 'A look inside; `exit` leaves it.',
      command: `docker run --rm -it ${local}`,
    };
  return {
    id: 'test',
    title: 'Test',
    say: `Everything that is asked for must be found${versions.length === 0 ? '' : `; ${versions.join(', ')}`}.`,
    command: [
      ...(commands.length === 0 ? [] : [`docker run --rm ${local} which ${commands.join(' ')}`]),
      ...(python.length === 0 ? [] : [`docker run --rm ${local} pip show ${python.join(' ')}`]),
    ].join('\n'),
  };
}

/** The token is typed where nothing shows it, and stands neither in the command nor in the shell's history. */
function loginStep(login: string, shell: Shell): Step {
  const read =
    shell === 'bash'
      ? 'read -rs CR_PAT && echo "$CR_PAT"'
      : "$CR_PAT = [Net.NetworkCredential]::new('', (Read-Host 'Token' -AsSecureString)).Password; $CR_PAT";
  return {
    id: 'login',
    title: 'Log in',
    say: 'It waits for a classic token that may write packages: paste it (nothing is shown), then press Enter. The name is your own, also where the package is an organisation’s.',
    command: `${read} | docker login ghcr.io -u ${login} --password-stdin`,
    page: { words: 'Tokens on GitHub', address: 'https://github.com/settings/tokens' },
  };
}

function publicStep({ isPublic, owner, image }: LaunchNames): Step {
  const step = { id: 'public', title: 'Make public', command: null } as const;
  if (isPublic) return { ...step, say: 'It is public already.' };
  return {
    ...step,
    say: `It cannot be made private again: check it for secrets first. Then: ${image ?? 'the package'} → Package settings → Change visibility → Public.`,
    page:
      owner === null ? null : { words: `Packages of ${owner}`, address: `https://github.com/${owner}?tab=packages` },
  };
}

/** Typed on the course's server, whatever shell the own computer has. */
const launchStep = (pushed: string, workspace: string): Step => ({
  id: 'launch',
  title: 'Launch',
  say: 'On the course’s server, by `ssh`; there `workspace --list` tells the workspace of your own quarter.',
  command: `launch.sh -i ${pushed} -P Always -W ${shellWord(workspace, 'bash')}`,
});
