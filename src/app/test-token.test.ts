import { expect, test } from 'vitest';
import type { Answer, Asked, Question } from '../services/transport/answer.ts';
import type { LimitMemory, LimitState } from '../services/transport/rate-limit.ts';
import { testToken } from './test-token.ts';

const token = `github_pat_${'a'.repeat(40)}`;

function answering(asked: Asked) {
  const questions: Question[] = [];
  const get = async (question: Question) => {
    questions.push(question);
    return asked;
  };
  const remembered = new Map<string, LimitState>();
  const limitMemory: LimitMemory = {
    read: async ({ reader, resource }) => remembered.get(`${reader} ${resource}`) ?? null,
    write: async ({ reader, resource }, state) => void remembered.set(`${reader} ${resource}`, state),
  };
  const parts = { transport: { get, now: () => 0 }, limitMemory, readerOf: async () => 'mine' };
  return { parts, questions, remembered };
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
  const { parts, questions } = answering(answer(200, { login: 'someone' }));
  expect(await testToken(token, parts)).toEqual({ ok: true, login: 'someone' });
  expect(questions.map(({ url, authorization }) => [url, authorization])).toEqual([
    ['https://api.github.com/user', `Bearer ${token}`],
  ]);
});

test.each([
  ['repo, gist', 'repo, gist'],
  ['read:org, workflow', 'workflow'],
])('a token with the scopes %s may write, so it is not kept', async (scopes, named) => {
  const { parts } = answering(answer(200, { login: 'someone' }, { 'x-oauth-scopes': scopes }));
  const problem = expect.stringContaining(`(${named})`);
  expect(await testToken(token, parts)).toEqual({ ok: false, problem });
});

test.each(['', 'read:org', 'read:user, user:email'])('a token with the scopes “%s” only reads', async (scopes) => {
  const { parts } = answering(answer(200, { login: 'someone' }, { 'x-oauth-scopes': scopes }));
  expect(await testToken(token, parts)).toEqual({ ok: true, login: 'someone' });
});

test.each<[string, Asked, RegExp]>([
  ['a refused token', answer(401, { message: 'Bad credentials' }), /does not accept the token/],
  ['a forbidden token', answer(403, { message: 'no' }), /refuses access/],
  ['an answer without a login', answer(200, {}), /could not be tested/],
  ['no network', { ok: false, unread: { kind: 'offline' }, answer: null }, /could not be tested.*offline/],
])('%s is not called good', async (_name, asked, problem) => {
  const { parts } = answering(asked);
  expect(await testToken(token, parts)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
});

test.each(['', 'hello', 'github_pat_', `${token} `, `ghp_${'a'.repeat(20)}\nX: y`, 'a'.repeat(40).replace('a', 'g')])(
  '“%s” is not sent anywhere',
  async (text) => {
    const { parts, questions } = answering(answer(200, { login: 'someone' }));
    expect(await testToken(text, parts)).toMatchObject({ ok: false });
    expect(questions).toEqual([]);
  },
);

test('a refusal and a limit are remembered, so that the next try sends nothing', async () => {
  const refused = answering(answer(401, { message: 'Bad credentials' }));
  await testToken(token, refused.parts);
  expect(await testToken(token, refused.parts)).toMatchObject({ problem: expect.stringMatching(/does not accept/) });
  expect(refused.questions).toHaveLength(1);
  const retryAt = new Date(60_000).toISOString();
  const limited = answering({ ok: false, unread: { kind: 'rate-limit', retryAt }, answer: null });
  await testToken(token, limited.parts);
  expect(await testToken(token, limited.parts)).toMatchObject({ problem: expect.stringMatching(/tested.*hourly/) });
  expect(limited.questions).toHaveLength(1);
});
