import { describe, expect, test } from 'vitest';
import type { RegistryAnswer } from '../../core/model/snapshot.ts';
import type { ScriptedAnswer } from '../transport/scripted-fetch.test-support.ts';
import {
  askedAbout,
  controlUrl,
  manifestUrl,
  refusal,
  smallImage,
  tokenUrl,
} from './scripted-registry.test-support.ts';

const unauthorized = refusal(401, 'UNAUTHORIZED', 'authentication required');
const denied = refusal(403, 'DENIED', 'requested access to the resource is denied');
const page: ScriptedAnswer = { status: 403, headers: { 'content-type': 'text/html' }, body: '<html>blocked' };

describe('what a refused token makes likelier', () => {
  test.each([
    ['private', unauthorized, denied, 'private'],
    ['a missing image, answered as every missing one', denied, denied, null],
    ['all answered with 401', unauthorized, unauthorized, null],
    ['only a missing image is answered with 401', denied, unauthorized, null],
    ['the control is public', unauthorized, { body: { token: 'x' } }, null],
    ['the control is not answered', unauthorized, { status: 500 }, null],
    ['404 with a code', refusal(404, 'NAME_UNKNOWN'), denied, null],
    ['400 with a code', refusal(400, 'NAME_INVALID'), denied, null],
  ])('%s', async (_name, answer, control, likely) => {
    const { snapshot } = await askedAbout({ [tokenUrl()]: answer, [controlUrl]: control });
    expect(snapshot.access).toEqual({ state: 'read', value: { kind: 'refused', likely } });
    expect(snapshot.manifest).toEqual({ state: 'unread', unread: { kind: 'not-found-or-private' } });
  });

  test('the registry’s words are quoted, and the control’s are not among them', async () => {
    const { snapshot } = await askedAbout({ [tokenUrl()]: unauthorized, [controlUrl]: denied });
    const quote = '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}';
    expect(snapshot.answers).toEqual([{ request: 'token', status: 401, code: 'UNAUTHORIZED', quote }]);
  });

  test('the control is asked for once per owner', async () => {
    const control = new Map<string, RegistryAnswer>();
    const table = { [tokenUrl()]: unauthorized, [controlUrl]: denied };
    const first = await askedAbout(table, {}, control);
    const second = await askedAbout(table, {}, control);
    expect(first.urls).toEqual([tokenUrl(), controlUrl]);
    expect(second.urls).toEqual([tokenUrl()]);
    expect(second.snapshot.access).toEqual(first.snapshot.access);
  });
});

describe('no answer of the registry', () => {
  test.each([
    ['a page of the network', page, 'intercepted'],
    ['a refusal without a registry’s code', { status: 403, body: '{}' }, 'forbidden'],
    ['a log-in page', { ...page, status: 200 }, 'intercepted'],
    ['a failing server', { status: 502 }, 'server-error'],
    ['a limit', refusal(429, 'TOOMANYREQUESTS', 'retry-after: 2m, allowed: 44000/minute'), 'secondary-limit'],
    ['a network error', { fails: new TypeError() }, 'blocked'],
    ['no token', { body: {} }, 'bad-format'],
    ['403 of a new kind', refusal(403, 'NEW'), 'bad-format'],
    ['a token that no header can hold', { body: { token: 'a\nb' } }, 'bad-format'],
    ['a token that is no text', { body: { token: 7 } }, 'bad-format'],
    ['no JSON', { body: 'hello' }, 'bad-format'],
    ['404 without a code', { status: 404 }, 'not-found-or-private'],
    ['too long', { body: 'x'.repeat(65_537) }, 'too-big'],
  ])('%s', async (_name, answer, kind) => {
    const { snapshot } = await askedAbout({ [tokenUrl()]: answer });
    const part = { state: 'unread', unread: { kind } };
    expect(snapshot).toMatchObject({ access: part, manifest: part, config: part, tags: part });
  });

  test('a short wait in Go’s words is kept', async () => {
    const limited = refusal(429, 'TOOMANYREQUESTS', 'retry-after: 880.092µs, allowed: 44000/minute');
    const { snapshot } = await askedAbout({ [tokenUrl()]: [limited, unauthorized], [controlUrl]: denied });
    expect(snapshot.access.state).toBe('read');
  });

  test('a memory that fails does not throw', async () => {
    const control = new Map<string, RegistryAnswer>();
    control.get = () => {
      throw new Error('secret');
    };
    const { snapshot } = await askedAbout({ [tokenUrl()]: unauthorized, [controlUrl]: denied }, {}, control);
    expect(snapshot.access).toEqual({ state: 'unread', unread: { kind: 'internal', detail: 'Error' } });
    expect(snapshot.answers).toHaveLength(1);
  });
});

describe('where is asked', () => {
  test.each(['quay.io', 'ghcr.io.evil.example', 'registry-1.docker.io'])('%s is not', async (registry) => {
    const { snapshot, urls } = await askedAbout({}, { registry });
    const part = {
      state: 'unread',
      unread: { kind: 'permission-needed', detail: `Reprise asks ghcr.io and Docker Hub only, not ${registry}.` },
    };
    expect(snapshot).toMatchObject({ access: part, manifest: part, config: part, tags: part, answers: [] });
    expect(urls).toEqual([]);
  });

  test('the token of the registry goes to the registry alone, and is in no answer', async () => {
    const { table } = await smallImage();
    const { snapshot, requests } = await askedAbout(table);
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      null,
      'Bearer djE6abc=',
      'Bearer djE6abc=',
    ]);
    expect(JSON.stringify(snapshot)).not.toContain('djE6abc');
  });

  test('a token that has run out is renewed once', async () => {
    const { table, manifest } = await smallImage();
    const tokens = { [tokenUrl()]: [{ body: { token: 'first' } }, { body: { token: 'second' } }] };
    const ended = { ...table, ...tokens, [manifestUrl('latest')]: [unauthorized, manifest.answer] };
    const { snapshot, requests } = await askedAbout(ended);
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      null,
      'Bearer first',
      null,
      'Bearer second',
      'Bearer second',
    ]);
    expect(snapshot.answers.map(({ request, status }) => [request, status])).toEqual([
      ['token', 200],
      ['manifest', 401],
      ['manifest', 200],
      ['config', 200],
    ]);
  });

  test('a second refusal of a token stands', async () => {
    const { table } = await smallImage();
    const { snapshot, urls } = await askedAbout({ ...table, [manifestUrl('latest')]: unauthorized });
    expect(snapshot.manifest).toMatchObject({ state: 'unread', unread: { kind: 'forbidden' } });
    expect(urls).toHaveLength(4);
  });
});
