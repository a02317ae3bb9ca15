import { formatImageReference, type ImageReference, parseImageReference } from './image-reference.ts';
import { subjectInCommand } from './pasted-command.ts';
import { type RepositoryRef, repositoryFromNames, repositoryFromPath } from './repository-ref.ts';
import { shownText } from './shown-text.ts';
import { addressFrom, mayBeRegistry } from './subject-address.ts';

/** What is judged: a repository, an image, or a repository together with the image that the reader names. */
export interface Subject {
  readonly repository: RepositoryRef | null;
  readonly image: ImageReference | null;
  /** What was put right in reading the image’s name: capitals, a page’s address. */
  readonly imageNotes?: readonly string[];
}

/** A subject, or one sentence on why the text names none and what it should look like. */
export type ParsedSubject =
  | { readonly ok: true; readonly subject: Subject; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: string };

const EXPECTED = 'Write “owner/repository”, a github.com address, or an image such as “ghcr.io/owner/name”.';
const MAX_LENGTH = 2_000;

/**
 * Reads what a person pastes: `owner/repo`, `owner/repo@REF`, an address of github.com (repository, branch, tag, commit,
 * file, package page), `git@github.com:owner/repo.git`, an image on ghcr.io or another registry, or a command with one of them
 * (`docker pull …`, `git clone …`).
 */
export function parseSubject(text: string): ParsedSubject {
  if (text.length > MAX_LENGTH) return problem('That is not one name or address.');
  const trimmed = withoutMarks(subjectInCommand(withoutMarks(text)));
  if (trimmed === '') return problem('Nothing was given.');
  if (/\s/.test(trimmed)) return problem('That is not one name or address.');
  const address = addressFrom(trimmed);
  const host = (address.split(/[/:]/)[0] ?? '').toLowerCase();
  if (host === 'github.com' || host === 'www.github.com') return fromGithub(address.slice(address.indexOf('/')));
  if (host === 'raw.githubusercontent.com') return fromRaw(address);
  if (host === 'hub.docker.com') return fromDockerHubPage(address);
  if (address === trimmed && isRepositoryLike(trimmed)) return fromNames(trimmed);
  if (/^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}$/.test(host) && address.includes('/'))
    return mayBeRegistry(host, trimmed)
      ? fromImage(address)
      : problem(`${host} is neither GitHub nor a registry of images.`);
  if (/^[\w.-]+\/[\w.-]+:[\w.-]+$/.test(address)) return fromImage(`docker.io/${address}`);
  return problem(`“${shortened(trimmed)}” names no repository and no image.`);
}

/** Without what stands around a name in a text. */
const withoutMarks = (text: string): string => text.trim().replace(/^[<("'`]+|[>)"'`,.;/]+$/g, '');

const isRepositoryLike = (text: string): boolean => /^[A-Za-z0-9_-]+\/[A-Za-z0-9._-]+(?:@[^\s:]+)?$/.test(text);

function fromNames(text: string): ParsedSubject {
  const at = text.indexOf('@');
  const path = at === -1 ? text : text.slice(0, at);
  const ref = at === -1 ? undefined : text.slice(at + 1);
  const [owner = '', name = ''] = path.split('/');
  const plain = repositoryFromNames(owner, name);
  if (plain === null) return problem(`“${shortened(text)}” is not a repository’s name.`);
  if (ref === undefined) return repositorySubject(plain);
  return repositorySubject(repositoryFromPath(`/${owner}/${name}/tree/${ref}`) ?? plain);
}

function fromGithub(pathAndQuery: string): ParsedSubject {
  const path = (pathAndQuery.startsWith('/') ? pathAndQuery : '').split(/[?#]/)[0] ?? '';
  const image = packagePage(path);
  if (image !== null) return fromImage(image, PAGE_NOTE);
  const repository = repositoryFromPath(path);
  if (repository === null) return problem('This address of github.com is not a repository’s.');
  return repositorySubject(repository);
}

/** A file as raw.githubusercontent.com gives it: `/O/R/REF/path`. */
function fromRaw(address: string): ParsedSubject {
  const [, owner = '', name = '', ...rest] = (address.split(/[?#]/)[0] ?? '').split('/');
  const ref = rest[0] === 'refs' && rest[1] === 'heads' ? rest.slice(2) : rest;
  const repository = repositoryFromPath(`/${owner}/${name}/tree/${ref.join('/')}`);
  return repository === null ? problem('This address names no file of a repository.') : repositorySubject(repository);
}

/** The image behind a package page of github.com: `/O/R/pkgs/container/N`, `/users|orgs/O/packages/container[/package]/N`. */
function packagePage(path: string): string | null {
  const ofRepository = /^\/([^/]+)\/[^/]+\/pkgs\/container\/([^/]+)/.exec(path);
  const ofOwner = /^\/(?:users|orgs)\/([^/]+)\/packages\/container\/(?:package\/)?([^/]+)/.exec(path);
  const found = ofRepository ?? ofOwner;
  if (found === null) return null;
  return `ghcr.io/${found[1]}/${(found[2] ?? '').replace(/%2f/gi, '/')}`;
}

function fromDockerHubPage(address: string): ParsedSubject {
  const found = /^hub\.docker\.com\/(?:r|repository\/docker|layers)\/([^/?#]+\/[^/?#]+)/i.exec(address);
  return found === null
    ? problem('This page of Docker Hub names no image.')
    : fromImage(`docker.io/${found[1]}`, PAGE_NOTE);
}

function fromImage(text: string, ...pageNotes: readonly string[]): ParsedSubject {
  const parsed = parseImageReference(text.split(/[?#]/)[0] ?? '');
  if (!parsed.ok) return { ok: false, problem: shownText(parsed.problem, 300) };
  const notes = [...pageNotes, ...parsed.notes];
  const image = { repository: null, image: parsed.reference };
  return { ok: true, subject: notes.length === 0 ? image : { ...image, imageNotes: notes }, notes: parsed.notes };
}

const PAGE_NOTE = 'The address of a page was given; the path of its image was taken from it.';

const repositorySubject = (repository: RepositoryRef): ParsedSubject => ({
  ok: true,
  subject: { repository, image: null },
  notes: [],
});

const problem = (what: string): ParsedSubject => ({ ok: false, problem: `${what} ${EXPECTED}` });
// What is shown may be read by others: a token that was pasted is not.
const shortened = (text: string): string => shownText(text, 60);

/** The subject at the branch or tag that was found: the address of a file names its path behind it. */
export function atRef({ repository, ...rest }: Subject, ref: string | null): Subject {
  const isMeant = repository?.at.kind === 'ref' && ref !== null;
  return { ...rest, repository: isMeant ? { ...repository, at: { kind: 'ref', name: ref } } : repository };
}

/** The subject in one line, as a reader would write it. */
export function formatSubject({ repository, image }: Subject): string {
  const at = repository?.at;
  const place = at === undefined || at.kind === 'head' ? '' : `@${placeName(at)}`;
  const parts = [
    ...(repository === null ? [] : [`${repository.owner}/${repository.name}${place}`]),
    ...(image === null ? [] : [formatImageReference(image)]),
  ];
  return parts.join(' with ');
}

function placeName(at: Exclude<RepositoryRef['at'], { kind: 'head' }>): string {
  if (at.kind === 'ref') return at.name;
  return at.kind === 'commit' ? at.id.slice(0, 7) : at.time;
}
