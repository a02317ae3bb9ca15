import type { Assessment } from '../app/assess-subject.ts';
import { checks } from '../core/checks/index.ts';
import { type RegistryAnswer, type Snapshot, snapshotVersion, type TextReading } from '../core/model/snapshot.ts';
import { parseSubject } from '../core/model/subject.ts';
import { read, type Unread, unread } from '../core/model/unread.ts';
import { judge } from '../core/report/judge.ts';
import { rubricById, rubrics } from '../core/rubrics/index.ts';

export const commit = '3f2a1c9d0b4e5f60718293a4b5c6d7e8f9012345';

const id = 'a'.repeat(40);

/** What was read of a made-up repository or image. */
export interface Case {
  readonly subject?: string;
  readonly rubric?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly head?: Unread;
  readonly images?: Snapshot['images'];
}

/** A judged made-up subject, by the real judge. */
export function assessmentOf({
  subject = 'someone/work',
  rubric = 'general',
  files = {},
  head,
  images = [],
}: Case): Assessment {
  const parsed = parseSubject(subject);
  if (!parsed.ok) throw new Error(parsed.problem);
  const texts = Object.entries(files).map(
    ([path, text]): TextReading => ({
      path,
      reading: read({ text, encoding: 'utf-8', bytes: text.length, id, cut: false }),
    }),
  );
  const entries = Object.keys(files).map((path) => ({ path, kind: 'file' as const, id, bytes: 1 }));
  const named = parsed.subject.repository;
  const snapshot: Snapshot = {
    version: snapshotVersion,
    subject: parsed.subject,
    readAt: '2026-11-22T14:02:00.000Z',
    repository:
      named === null
        ? null
        : {
            head: head === undefined ? read({ ...named, commit, ref: 'main' }) : { state: 'unread', unread: head },
            tree: head === undefined ? read({ entries, unreadFolders: [] }) : unread('not-asked'),
            texts,
            code: [],
          },
    images,
  };
  const list = rubricById(rubric) ?? rubrics[0];
  return {
    report: judge(snapshot, list, { rubricHash: 'f'.repeat(64), version: '0.1.0', checks }),
    rubric: list,
    snapshot,
  };
}

/** An image that the registry gives to nobody without a log-in. */
export function refusedImage(path: string, likely: 'private' | null): Snapshot['images'][number] {
  const why = unread('not-found-or-private');
  const answer: RegistryAnswer = {
    request: 'token',
    status: 401,
    code: 'UNAUTHORIZED',
    quote: 'authentication required',
  };
  return {
    reference: { registry: 'ghcr.io', path, tag: null, digest: null },
    readAt: '2026-11-22T14:02:00.000Z',
    access: read({ kind: 'refused', likely }),
    manifest: why,
    config: why,
    tags: why,
    answers: [answer],
  };
}
