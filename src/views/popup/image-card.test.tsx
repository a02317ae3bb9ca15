// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fix } from '../../core/model/finding.ts';
import { lineEvidence, registryEvidence } from '../../core/model/finding.ts';
import type { ImageWait } from '../../core/model/image-wait.ts';
import { unreadSentence } from '../../core/model/unread.ts';
import type { LaunchNames } from '../../core/report/launch-names.ts';
import { general } from '../../core/rubrics/general.ts';
import { methodologyAssignment6 } from '../../core/rubrics/methodology-assignment-6.ts';
import { type ImageActions, ImageActionsContext } from './image-actions.ts';
import { ImageCard } from './image-card.tsx';
import type { CandidateFacts, ImageFacts } from './image-facts.ts';
import { LaunchCard } from './launch-card.tsx';
import type { Judged } from './screen.ts';
import { WaysToPublic } from './ways-to-public.tsx';

const hostile = '<img src=x onerror=alert(1)>';
const commit = '3f2a1c9d0b4e5f60718293a4b5c6d7e8f9012345';
const reference = 'ghcr.io/someone/tools';
const digest = `sha256:${'9f2c'.repeat(16)}`;

const candidate: CandidateFacts = {
  reference,
  registry: 'ghcr.io',
  access: 'private',
  origin: 'named',
  place: lineEvidence('README.md', 8, 'docker pull ghcr.io/someone/tools'),
  answers: [registryEvidence(reference, { request: 'token', status: 401, code: 'UNAUTHORIZED', quote: hostile })],
};

const image: ImageFacts = {
  reference,
  access: 'private',
  digest: null,
  created: null,
  bytes: null,
  platforms: [],
  command: null,
  entrypoint: null,
  base: null,
  packageName: 'tools',
  pages: {
    owner: 'someone',
    all: 'https://github.com/someone?tab=packages',
    settingsOfPerson: 'https://github.com/users/someone/packages/container/tools/settings',
    settingsOfOrganisation: 'https://github.com/orgs/someone/packages/container/tools/settings',
  },
  candidates: [candidate],
};

// The cards read no more of it.
const judged = { rows: [], report: { commit }, repository: { owner: 'someone', name: 'work' } } as unknown as Judged;

const onCopy = vi.fn(async () => true);
const actions = {
  waiting: null,
  onWait: vi.fn(),
  onStopWaiting: vi.fn(),
  shell: 'bash' as ImageActions['shell'],
  onChooseShell: vi.fn(),
} satisfies ImageActions;

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const texts = (selector: string) => all(selector).map(({ textContent }) => textContent?.trim());
const click = (element: HTMLElement | undefined) => act(() => element?.click());

beforeEach(() => {
  render(null, document.body);
  vi.clearAllMocks();
});

const showCard = (change: Partial<ImageFacts> = {}) =>
  act(() => render(<ImageCard image={{ ...image, ...change }} judged={judged} onCopy={onCopy} />, document.body));

describe('the image card', () => {
  test('says what is known, and nothing of what is not', () => {
    showCard();
    expect(texts('dt')).toEqual(['Named in', 'Answer']);
    showCard({
      access: 'public',
      digest,
      created: '2025-03-13T21:04:11Z',
      bytes: 1_794_033_460,
      platforms: ['linux/amd64'],
      command: ['/bin/bash', '-c', 'run it'],
      entrypoint: [],
      base: { name: 'ubuntu:22.04', place: lineEvidence('Dockerfile', 3, 'FROM ubuntu:22.04') },
    });
    expect(texts('dt')).toEqual([
      'Named in',
      'Answer',
      'Created',
      'Size',
      'Platform',
      'Entrypoint',
      'Command',
      'Base',
      'Digest',
    ]);
    const said = texts('dd').join(' | ');
    expect(said).toContain('1.8 GB to download');
    expect(said).toContain('/bin/bash -c "run it"');
    expect(said).toContain('ubuntu:22.04 by Dockerfile line 3');
    expect(said).toMatch(/Mar 2025, \d\d:04 · \d+ (?:months|years) ago/);
    expect(all('a').map((link) => link.getAttribute('href'))).toContain(
      `https://github.com/someone/work/blob/${commit}/Dockerfile?plain=1#L3`,
    );
  });

  test('a date that means nothing is left out', () => {
    showCard({ created: '1970-01-01T00:00:00Z' });
    expect(texts('dt')).not.toContain('Created');
  });

  test('the name and the whole digest are copied', () => {
    showCard({ digest });
    for (const button of all('.copy')) click(button);
    expect(onCopy.mock.calls).toEqual([[reference], [digest]]);
    expect(document.body.textContent).not.toContain(digest);
  });

  test('where it is named is linked at the commit, and the registry’s words are quoted as text', () => {
    showCard();
    expect(all('dd a')[0]?.getAttribute('href')).toBe(
      `https://github.com/someone/work/blob/${commit}/README.md?plain=1#L8`,
    );
    expect(document.querySelector('details summary')?.textContent).toBe('401 UNAUTHORIZED, asked for the token');
    expect(document.querySelector('details')?.textContent).toContain(hostile);
    expect(all('img')).toEqual([]);
  });

  test('every other image is listed with its answer; those that were not asked for take one folded line', () => {
    const other = { ...candidate, reference: 'ghcr.io/someone/old', access: 'refused' } as const;
    const hub = {
      ...candidate,
      reference: 'docker.io/someone/tools',
      registry: 'docker.io',
      access: 'not-asked',
      answers: [],
    } as const;
    showCard({ candidates: [candidate, other, hub] });
    expect(texts('div.others li code:first-child')).toContain('ghcr.io/someone/old');
    expect(texts('div.others .muted')[0]).toBe('private or absent · named in README.md line 8');
    expect(document.querySelector<HTMLDetailsElement>('details.others')?.open).toBe(false);
    expect(texts('details.others summary')).toEqual(['1 more on Docker Hub, not asked']);
  });

  test('an image found by its name says so', () => {
    showCard({ candidates: [{ ...candidate, origin: 'guessed', place: null }] });
    expect(texts('dd')[0]).toBe('by its name; no file names it');
  });
});

const ways: Fix['ways'] = [
  { when: 'If it was never pushed', say: 'Push it.', paste: `docker push ${reference}` },
  { when: 'If it is private', say: 'Long words.', paste: null },
];

const showWays = (wait: ImageWait | null = null, of = reference) =>
  act(() =>
    render(
      <ImageActionsContext.Provider value={{ ...actions, waiting: wait === null ? null : { reference: of, wait } }}>
        <WaysToPublic image={image} ways={ways} onCopy={onCopy} />
        <ImageCard image={image} judged={judged} onCopy={onCopy} />
      </ImageActionsContext.Provider>,
      document.body,
    ),
  );

describe('the way to a public image', () => {
  test('the ways come in the verdict’s order, the switch with links and its warning', () => {
    showWays();
    expect(texts('h4')).toEqual(['If it was never pushed', 'If it is private']);
    expect(all('.way a').map((link) => link.getAttribute('href'))).toEqual([
      image.pages?.all,
      image.pages?.settingsOfPerson,
      image.pages?.settingsOfOrganisation,
    ]);
    expect(texts('.warning')).toEqual(['It cannot be made private again: check it for secrets first.']);
    expect(document.body.textContent).not.toContain('Long words.');
    click(all('.code-box .copy')[0]);
    expect(onCopy).toHaveBeenCalledWith(`docker push ${reference}`);
  });

  test.each<[ImageWait | null, string, string, string]>([
    [null, 'Wait until it is public', 'Asks every 10 seconds, for 10 minutes at most.', ''],
    [{ kind: 'asking', asked: 0 }, 'Stop waiting', 'Asking ghcr.io…', 'Waiting until the image is public.'],
    [
      { kind: 'pausing', asked: 1, seconds: 7, why: null },
      'Stop waiting',
      'Not public yet. Asks again in 7 seconds.',
      'Waiting until the image is public.',
    ],
    [
      { kind: 'pausing', asked: 1, seconds: 1, why: { kind: 'server-error' } },
      'Stop waiting',
      `${unreadSentence('server-error')} Asks again in 1 second.`,
      'Waiting until the image is public.',
    ],
    [
      { kind: 'ended', end: 'too-long', why: null },
      'Wait until it is public',
      'It was not public after 10 minutes.',
      'It was not public after 10 minutes.',
    ],
    [
      { kind: 'ended', end: 'offline', why: null },
      'Wait until it is public',
      'Stopped waiting: this computer is offline.',
      'Stopped waiting: this computer is offline.',
    ],
  ])('%j', (wait, button, words, announced) => {
    showWays(wait);
    expect(texts('.wait button')).toEqual([button]);
    expect(texts('.wait-words')).toEqual([words]);
    expect(texts('.image-head [role="status"]')).toEqual([announced]);
  });

  test('one button begins and ends the waiting', () => {
    showWays();
    click(all('.wait button')[0]);
    expect(actions.onWait).toHaveBeenCalledWith(reference);
    showWays({ kind: 'asking', asked: 0 });
    click(all('.wait button')[0]);
    expect(actions.onStopWaiting).toHaveBeenCalledOnce();
  });

  test('waiting for another image says nothing here', () => {
    showWays({ kind: 'asking', asked: 0 }, 'ghcr.io/someone/else');
    expect(texts('.wait button')).toEqual(['Wait until it is public']);
  });
});

test('once it is public that is said, and a focus that was lost comes to the card', () => {
  const show = (change: Partial<ImageFacts>, wait: ImageWait) =>
    act(() =>
      render(
        <ImageActionsContext.Provider value={{ ...actions, waiting: { reference, wait } }}>
          <ImageCard image={{ ...image, ...change }} judged={judged} onCopy={onCopy} />
        </ImageActionsContext.Provider>,
        document.body,
      ),
    );
  show({}, { kind: 'asking', asked: 0 });
  expect(document.activeElement).toBe(document.body);
  show({ access: 'public' }, { kind: 'ended', end: 'public', why: null });
  expect(document.activeElement?.textContent).toBe('The image is public now.');
});

const names: LaunchNames = {
  login: 'Someone',
  owner: 'someone',
  image: 'tools',
  tag: null,
  isNamed: true,
  isPublic: false,
  dockerfile: 'Dockerfile',
};

const showLaunch = (change: Partial<LaunchNames> = {}, rubric = methodologyAssignment6, shell = actions.shell) =>
  act(() =>
    render(
      <ImageActionsContext.Provider value={{ ...actions, shell }}>
        <LaunchCard names={{ ...names, ...change }} rubric={rubric} onCopy={onCopy} />
      </ImageActionsContext.Provider>,
      document.body,
    ),
  );
const fold = () => all('.row-head')[0];

describe('the launch card', () => {
  test('is folded, and opens to every step in order', () => {
    showLaunch();
    expect(fold()?.getAttribute('aria-expanded')).toBe('false');
    expect(all('.launch-steps')).toEqual([]);
    click(fold());
    expect(texts('h3')).toEqual(['Build', 'Test', 'Log in', 'Tag', 'Push', 'Make public', 'Launch']);
    expect(fold()?.textContent).toContain('launch');
  });

  test('without a workspace there is no launch, and the title promises none', () => {
    showLaunch({}, general);
    click(fold());
    expect(texts('h3').at(-1)).toBe('Make public');
    expect(fold()?.textContent).not.toContain('launch');
  });

  test('a step is copied as it stands', () => {
    showLaunch();
    click(fold());
    click(all('.copy').at(-1));
    expect(onCopy).toHaveBeenCalledWith('launch.sh -i ghcr.io/someone/tools -P Always -W DSC180A_FA23_A00');
  });

  test('what is not known is marked, and said', () => {
    showLaunch({ owner: null, login: null, isNamed: false });
    click(fold());
    expect(texts('pre mark')).toEqual(Array(4).fill('YOUR_GITHUB_NAME'));
    expect(all('.launch-steps a').map((link) => link.getAttribute('href'))).toEqual([
      'https://github.com/settings/tokens',
    ]);
    expect(texts('.replace')[0]).toBe('Put your own in the place of YOUR_GITHUB_NAME');
    expect(document.body.textContent).toContain('its name here is a suggestion');
  });

  test('the shell is chosen, and the commands follow', () => {
    showLaunch();
    click(fold());
    click(all('.shells input')[1]);
    expect(actions.onChooseShell).toHaveBeenCalledWith('powershell');
    showLaunch({}, methodologyAssignment6, 'powershell');
    expect(texts('pre').join()).toContain('Read-Host');
  });
});
