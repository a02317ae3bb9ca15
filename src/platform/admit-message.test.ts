import { describe, expect, test } from 'vitest';
import { admit, type Sender } from './admit-message.ts';

const self = { id: 'our-id', origin: 'chrome-extension://our-id', base: 'chrome-extension://our-id/' };
const page: Sender = {
  id: 'our-id',
  origin: 'https://github.com',
  url: 'https://github.com/o/r',
  frameId: 0,
  tab: { id: 1 },
};
const own: Sender = { id: 'our-id', origin: self.origin, url: `${self.base}src/entries/popup.html`, frameId: 0 };
const ownInTab: Sender = { ...own, tab: { id: 2 } };

const get = { type: 'badge/get', owner: 'someone', repo: 'a-repository', visibility: 'public' };
const open = { type: 'checklist/open' };
const refresh = { type: 'badges/refresh' };

describe('admitted', () => {
  test.each([
    ['a badge question', get, page, 'page'],
    ['a badge question with a branch', { ...get, ref: 'feature/x' }, page, 'page'],
    ['opening the checklist', open, page, 'page'],
    ['refreshing, from the popup', refresh, own, 'own'],
    ['refreshing, from an own page in a tab', refresh, ownInTab, 'own'],
  ])('%s', (_name, message, sender, zone) => {
    expect(admit(message, sender, self)).toEqual({ zone, message });
  });
});

describe('refused, by its sender', () => {
  test.each<[string, object, Sender]>([
    ['no sender facts', get, {}],
    ['another extension', get, { ...page, id: 'other-id' }],
    ['another extension that claims our page', refresh, { ...own, id: 'other-id' }],
    ['a frame inside the page', get, { ...page, frameId: 3 }],
    ['no frame told', get, { id: 'our-id', origin: 'https://github.com', tab: { id: 1 } }],
    ['no tab', get, { id: 'our-id', origin: 'https://github.com', frameId: 0 }],
    ['a null tab', get, { ...page, tab: null }],
    ['another site', get, { ...page, origin: 'https://gist.github.com' }],
    ['a look-alike site', get, { ...page, origin: 'https://github.com.evil.example' }],
    ['plain http', get, { ...page, origin: 'http://github.com' }],
    ['a sandboxed page', get, { ...page, origin: 'null' }],
    ['no origin', get, { id: 'our-id', url: 'https://github.com/o/r', frameId: 0, tab: { id: 1 } }],
    ['an own message from a page', refresh, page],
    ['a page message from an own page', get, own],
    ['our origin but an address outside', refresh, { ...own, url: 'chrome-extension://our-id.evil/' }],
    ['our address but another origin', refresh, { ...own, origin: 'https://github.com' }],
    ['our origin without an address', refresh, { id: 'our-id', origin: self.origin }],
  ])('%s', (_name, message, sender) => {
    expect(admit(message, sender, self)).toBeNull();
  });
});

describe('refused, by its content', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'badge/get'],
    ['a list', [get]],
    ['an unknown type', { type: 'token/get' }],
    ['no type', { owner: 'o', repo: 'r', visibility: 'public' }],
    ['an extra key', { ...get, url: 'https://evil.example' }],
    ['an extra key beside checklist/open', { ...open, page: 'welcome' }],
    ['a __proto__ key', JSON.parse('{"type":"checklist/open","__proto__":"x"}')],
    ['a __proto__ object', JSON.parse('{"type":"checklist/open","__proto__":{"zone":"own"}}')],
    ['a constructor key', { ...open, constructor: 'x' }],
    ['a nested value', { ...get, ref: { name: 'main' } }],
    ['a number for a name', { ...get, owner: 1 }],
    ['a missing name', { type: 'badge/get', owner: 'o', visibility: 'public' }],
    ['an unknown visibility', { ...get, visibility: 'internal' }],
    ['a page of GitHub itself', { ...get, owner: 'settings', repo: 'profile' }],
    ['a path in a name', { ...get, repo: '../x' }],
    ['a dot as a name', { ...get, repo: '..' }],
    ['an owner that GitHub does not allow', { ...get, owner: '-x' }],
    ['an empty ref', { ...get, ref: '' }],
    ['a ref with a blank', { ...get, ref: 'a b' }],
    ['a ref with a line break', { ...get, ref: 'a\nb' }],
    ['a ref beyond 255 characters', { ...get, ref: 'x'.repeat(256) }],
    ['more than 64 KB', { ...get, ref: 'x'.repeat(70_000) }],
  ])('%s', (_name, message) => {
    expect(admit(message, page, self)).toBeNull();
  });

  test('a value that contains itself', () => {
    const cyclic: { type: string; ref?: unknown } = { ...get };
    cyclic.ref = cyclic;
    expect(admit(cyclic, page, self)).toBeNull();
  });
});
