import { lineOf } from '../facts/docker-build.ts';
import { type ImageReference, imageName, parseImageReference, publisherOf } from '../model/image-reference.ts';
import { type FormerName, formerNameOf } from '../tables/former-bases.ts';
import { defineCheck, fail, notApplicable, pass, withFix, withNotes } from './check.ts';
import { lineWith, placesOf } from './dockerfile-resolves-its-base-image.ts';

export default defineCheck({
  id: 'base-image-is-allowed',
  statement: 'The Dockerfile starts from a base that the course looks after.',
  failure: 'the base image has moved or is no longer made',
  why: 'A base that is no longer made gets no repairs, and one day cannot be pulled.',
  lesson: 'You will almost always start by using one of the images pre-configured by UCSD ETS as a base image.',
  fix: 'Start from an image that is asked for.',
  reads: ['dockerBuild'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: 'FROM ghcr.io/ucsd-ets/datascience-notebook:2023.4-stable',
    fail: 'FROM ucsdets/datahub-base-notebook:2021.2-stable',
  },

  judge({ dockerBuild: { path, last } }, { allowedBases = [] }) {
    if (allowedBases.length === 0) return notApplicable('No base image is asked for.');
    const base = last === null ? undefined : lineOf(last)[0]?.base;
    const parsed = parseImageReference(base?.image ?? '');
    if (base === undefined || !parsed.ok || base.image === 'scratch')
      return notApplicable('The Dockerfile itself does not tell its base image.');
    const { reference } = parsed;
    const name = imageName(reference);
    const evidence = placesOf(base, path);
    if (allowedBases.includes(name)) return pass(`${name} is one of the bases asked for.`, ...evidence);
    const former = formerNameOf(reference);
    if (former !== null)
      return withFix(
        fail(REASONS[former.kind](name, former.name), ...evidence),
        'Write the name and tag of today; any tag that ends in `-stable` will do.',
        lineWith(base, base.image ?? '', `${former.name}:${tagOf(reference)}`),
      );
    const isTheirs = allowedBases.some((one) => one.startsWith(`${publisherOf(reference)}/`));
    return withNotes(pass(`The base image is ${name}.`, ...evidence), [
      isTheirs
        ? 'It has the publisher of the bases that are asked for.'
        : `It is of another publisher than the bases that are asked for: ${allowedBases.join(', ')}.`,
    ]);
  },
});

const REASONS: Readonly<Record<FormerName['kind'], (name: string, now: string) => string>> = {
  moved: (name, now) => `${name} has moved: since June 2023 it is made as ${now} alone.`,
  retired: (name, now) => `${name} is no longer made since June 2023; ${now} takes its place.`,
  misspelt: (name, now) => `${name} has a misspelt owner: ${now} is meant.`,
};

/** A tag that the new place has: those before the summer of 2023 stayed behind; the other is that of the lesson’s example. */
function tagOf({ tag }: ImageReference): string {
  const [, year = '0', quarter = '0'] = /^(20\d\d)\.([1-4])-stable$/.exec(tag ?? '') ?? [];
  const isThere = Number(year) * 10 + Number(quarter) >= 20_232;
  return isThere && tag !== null ? tag : '2023.4-stable';
}
