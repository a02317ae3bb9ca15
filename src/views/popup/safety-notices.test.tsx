// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { checks } from '../../core/checks/index.ts';
import { configOf, imageOf, snapshotOf } from '../../core/model/snapshot.test-support.ts';
import { read } from '../../core/model/unread.ts';
import { checksum } from '../../core/parse/secrets.ts';
import { judge } from '../../core/report/judge.ts';
import { everyCheck } from '../../core/rubrics/every-check.ts';
import { SafetyNotices } from './safety-notices.tsx';
import type { Judged } from './screen.ts';

const secret = 'kT7mQ2xW9pLr4ZvB8nYc3HdJ6sGfA5';
const token = `ghp_${secret}${checksum(secret)}`;
const repository = { owner: 'lab', name: 'sleep' };

function show(readme: string, environment: readonly string[] = []): void {
  const image = imageOf('lab/sleep', { kind: 'public' }, { config: read(configOf({ environment })) });
  const report = judge(snapshotOf({ 'README.md': readme }, { images: [image] }), everyCheck, {
    rubricHash: '',
    version: '0',
    checks,
  });
  // The notices read no more of it.
  act(() => render(<SafetyNotices judged={{ report, repository } as Judged} />, document.body));
}

const texts = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
const links = () => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));

beforeEach(() => render(null, document.body));

test('a live token: its places and the page on which it is revoked, never its value', () => {
  show(`# Sleep\n\n${'export A=b\n'.repeat(2)}export TOKEN=${token}\n`);
  expect(texts('section b')).toEqual(['This looks like a live GitHub token: revoke it first.']);
  expect(texts('li')).toEqual(['README.md line 5']);
  expect(links().at(-1)).toBe('https://github.com/settings/tokens');
  expect(links()[0]).toMatch(/^https:\/\/github\.com\/lab\/sleep\/blob\/\w{40}\/README\.md\?plain=1#L5$/);
  expect(document.body.innerHTML).not.toContain(secret);
});

test('in an image it has no page of its own', () => {
  show('We measure sleep.\n\n    docker pull ghcr.io/lab/sleep\n', [`GH_TOKEN=${token}`]);
  expect(texts('li')[0]).toMatch(/^Env GH_TOKEN in the image’s configuration sha256:/);
  expect(links()).toEqual(['https://github.com/settings/tokens']);
});

test('many places are cut short', () => {
  show(`${token}\n`.repeat(9));
  expect(texts('li')).toHaveLength(6);
  expect(texts('li').at(-1)).toBe('and 4 more');
});

test('nothing is said where nothing is', () => {
  show('We measure sleep.\n');
  expect(document.body.textContent).toBe('');
});
