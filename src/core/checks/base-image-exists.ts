import type { DeclaredBase } from '../facts/base-images.ts';
import { configEvidence, type Evidence, lineEvidence } from '../model/finding.ts';
import { registryTitle } from '../model/image-reference.ts';
import { shortList } from '../model/short-list.ts';
import type { ImageSnapshot } from '../model/snapshot.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict } from './check.ts';
import { answersOf } from './registry-evidence.ts';

export default defineCheck({
  id: 'base-image-exists',
  statement: 'The base image can be pulled.',
  failure: 'the base image cannot be pulled',
  why: 'A Dockerfile whose base is gone cannot be built again; that is rarely its author’s fault.',
  fix: 'Name a base image, and a tag of it, that its registry still has.',
  reads: ['baseImages'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: '`FROM ghcr.io/lab/base:1.0`, and ghcr.io gives it to an anonymous reader',
    fail: '`FROM ghcr.io/lab/base:0.9`, and ghcr.io says that it has no such tag',
  },

  judge({ baseImages: { path, bases } }) {
    if (bases.length === 0) return notApplicable('The Dockerfile names no base image that could be asked for.');
    const verdicts = bases.map((base) => {
      const verdict = verdictOf(base);
      return { ...verdict, evidence: [lineEvidence(path, base.base.line, base.base.quote), ...verdict.evidence] };
    });
    const worst = ['fail', 'unknown'].flatMap((outcome) =>
      verdicts.filter((verdict) => verdict.outcome === outcome),
    )[0];
    const all = verdicts.flatMap(({ evidence }) => evidence);
    return worst ?? pass(`Anybody can pull ${bases.map(({ name }) => name).join(', ')}.`, ...all);
  },
});

const PLATFORM = 'linux/amd64';

function verdictOf({ name, reference, image }: DeclaredBase): Verdict {
  if (image === null) return unknownBecause({ kind: 'not-asked' });
  const { access, manifest, tags } = image;
  if (access.state === 'unread') {
    const { kind } = access.unread;
    return unknownBecause(
      kind === 'permission-needed'
        ? { kind, detail: `${registryTitle(reference.registry)} was not asked for ${name}.` }
        : access.unread,
    );
  }
  const answers = answersOf(image);
  if (access.state === 'absent' || access.value.kind === 'refused')
    return fail(`Nobody can pull ${name} without logging in: it is private, or it is not there.`, ...answers);
  if (manifest.state === 'unread') return unknownBecause(manifest.unread, ...answers);
  if (manifest.state === 'absent') {
    const there = tags.state === 'read' && tags.value.length > 0 ? ` It has ${shortList(tags.value, 6)}.` : '';
    return fail(`${registryTitle(reference.registry)} has no ${name}.${there}`, ...answers);
  }
  const platforms = platformsOf(image);
  const evidence: readonly Evidence[] = [
    ...answers,
    configEvidence(manifest.value.digest, 'platforms', platforms.join(', ')),
  ];
  return platforms.length === 0 || platforms.includes(PLATFORM)
    ? pass('', ...answers)
    : fail(`${name} is built for ${platforms.join(', ')} only, not for ${PLATFORM}.`, ...evidence);
}

/** Those of the index, or the label of one image alone; empty where neither is known. */
function platformsOf({ manifest, config }: ImageSnapshot): readonly string[] {
  const listed = manifest.state === 'read' ? manifest.value.platforms : [];
  const own = config.state === 'read' ? [config.value] : [];
  return (listed.length > 0 ? listed : own).map(({ os, architecture }) => `${os}/${architecture}`);
}
