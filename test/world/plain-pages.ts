import type { WorldRepository } from './find-repositories.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

const whole = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} · GitHub</title></head>` +
  `<body><main>${body}</main></body></html>`;

const link = (path: string, text: string): string => `<li><a href="${escaped(path)}">${escaped(text)}</a></li>`;

/** The page of an owner, or of the whole world when the owner is empty: its repositories as links. */
export const ownerPage = (owner: string, repositories: readonly WorldRepository[]): string =>
  whole(
    owner || 'Repositories',
    `<h1>${escaped(owner || 'Repositories')}</h1><ul>${repositories
      .map((one) => link(`/${one.owner}/${one.name}`, owner === '' ? `${one.owner}/${one.name}` : one.name))
      .join('')}</ul>`,
  );

export const notFoundPage = whole('Page not found', '<h1>404</h1><p>This is not the web page you are looking for.</p>');
