import { expect, test } from 'vitest';
import type { Answer, Asked, Question } from '../services/transport/answer.ts';
import { testToken } from './test-token.ts';

const token = `github_pat_${'a'.repeat(40)}`;

function answering(asked: Asked) {
  const questions: Question[] = [];
  const get = async (question: Question) => {
    questions.push(question);
    return asked;
  };
  return { transport: { get, now: () => 0 }, questions };
}

const answer = (status: number, json: unknown, headers: Record<string, string> = {}): Asked => ({
  ok: true,
  answer: {
    status,
    url: 'https://api.github.com/user',
    header: (name: string) => headers[name] ?? null,
    bytes: new TextEncoder().encode(JSON.stringify(json)),
    json,
    cut: false,
    milliseconds: 1,
    limit: null,
  } satisfies Answer,
});

test('a token that GitHub knows is good, and is asked about at api.github.com only', async () => {
  const { transport, questions } = answering(answer(200, { login: 'someone' }));
  expect(await testToken(token, transport)).toEqual({ ok: true, login: 'someone' });
  expect(questions.map(({ url, authorization }) => [url, authorization])).toEqual([
    ['https://api.github.com/user', `Bearer ${token}`],
  ]);
});

test.each([
  ['repo, gist', 'repo, gist'],
  ['read:org, workflow', 'workflow'],
])('a token with the scopes %s may write, so it is not kept', async (scopes, named) => {
  const { transport } = answering(answer(200, { login: 'someone' }, { 'x-oauth-scopes': scopes }));
  const problem = expect.stringContaining(`(${named})`);
  expect(await testToken(token, transport)).toEqual({ ok: false, problem });
});

test.each(['', 'read:org', 'read:user, user:email'])('a token with the scopes “%s” only reads', async (scopes) => {
  const { transport } = answering(answer(200, { login: 'someone' }, { 'x-oauth-scopes': scopes }));
  expect(await testToken(token, transport)).toEqual({ ok: true, login: 'someone' });
});

test.each<[string, Asked, RegExp]>([
  ['a refused token', answer(401, { message: 'Bad credentials' }), /does not accept the token/],
  ['a forbidden token', answer(403, { message: 'no' }), /refuses access/],
  ['an answer without a login', answer(200, {}), /could not be tested/],
  ['no network', { ok: false, unread: { kind: 'offline' }, answer: null }, /could not be tested.*offline/],
])('%s is not called good', async (_name, asked, problem) => {
  const { transport } = answering(asked);
  expect(await testToken(token, transport)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
});

test.each(['', 'hello', 'github_pat_', `${token} `, `ghp_${'a'.repeat(20)}\nX: y`, 'a'.repeat(40).replace('a', 'g')])(
  '“%s” is not sent anywhere',
  async (text) => {
    const { transport, questions } = answering(answer(200, { login: 'someone' }));
    expect(await testToken(text, transport)).toMatchObject({ ok: false });
    expect(questions).toEqual([]);
  },
);
