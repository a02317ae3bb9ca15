import type { EnvironmentDraft } from '../facts/environment-draft.ts';
import type { EffectiveSpec, EnvironmentSpecs, NamedEnvironmentImage } from '../facts/environment-specs.ts';
import type { NothingNeeded } from '../facts/nothing-needed.ts';
import type { ToldPackages } from '../facts/told-packages.ts';
import { environmentFile } from '../fixes/environment-file.ts';
import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { formatImageReference } from '../model/image-reference.ts';
import { shortList } from '../model/short-list.ts';
import {
  asTip,
  defineCheck,
  fail,
  notApplicable,
  pass,
  unknownBecause,
  type Verdict,
  withFix,
  withNotes,
} from './check.ts';

export default defineCheck({
  id: 'environment-is-declared',
  statement: 'A file declares the environment.',
  failure: 'no file declares the environment',
  why: 'Without the list of packages another person meets ModuleNotFoundError, installs what is newest today, and gets other results.',
  fix: 'Write an environment.yml with the packages that the code imports.',
  reads: ['environmentSpecs', 'environmentDraft'],
  decidedBy: 'any-example',
  examples: {
    pass: 'environment.yml, requirements.txt, pyproject.toml, pixi.toml, renv.lock or a Dockerfile with at least one line',
    fail: 'train.py imports torch, and no file names it',
  },

  judge({ environmentSpecs: specs, environmentDraft }) {
    const { declared, image, hasSource } = specs;
    const [first] = declared;
    if (first !== undefined) return withNotes(declaredBy(first, specs.entries), othersNote(first, declared));
    if (image?.isFixed && image.isTold) {
      const verdict = pass(`The README names an image: ${formatImageReference(image.reference)}.`, evidenceOf(image));
      return withNotes(verdict, ['No file says what is in this image: when it is gone, so is the environment.']);
    }
    if (!hasSource) return notApplicable('There is no code here that would need an environment.');
    if (image !== null) return imageOnly(image);
    if (specs.nothingNeeded !== null) return nothingToInstall(specs.nothingNeeded);
    if (specs.withoutSpecs !== null) return noFormKnown(specs.withoutSpecs, specs.entries);
    return specs.told === null ? nothing(specs, environmentDraft) : toldOnly(specs.told);
  },
});

function declaredBy({ path, line }: EffectiveSpec, entries: number): Verdict {
  const evidence = line === null ? treeEvidence(path, entries) : lineEvidence(path, line.line, line.text);
  return pass(`The environment is declared in ${path}.`, evidence);
}

const othersNote = (first: EffectiveSpec, declared: readonly EffectiveSpec[]): readonly string[] => {
  const others = declared.filter((one) => one !== first).map(({ path }) => path);
  return others.length === 0
    ? []
    : [`${first.path} comes first; ${shortList(others, 6)} ${others.length === 1 ? 'declares' : 'declare'} one too.`];
};

const evidenceOf = ({ path, line, quote }: NamedEnvironmentImage) => lineEvidence(path, line, quote);

function nothing({ empty, entries }: EnvironmentSpecs, draft: EnvironmentDraft): Verdict {
  const { text, say } = environmentFile(draft);
  const looked = treeEvidence(
    'environment.yml, requirements.txt, pyproject.toml, pixi.toml, renv.lock, Dockerfile …',
    entries,
  );
  const [blank] = empty;
  const verdict =
    blank === undefined
      ? fail('No file declares the environment.', looked)
      : fail(`${blank.path} holds no package, and no other file declares the environment.`, looked);
  return withFix(verdict, `Save this as environment.yml. ${say}`, text);
}

/** What both checks of an environment say where the README says that there is none. */
export const nothingToInstall = ({ path, line, quote }: NothingNeeded): Verdict =>
  notApplicable(`By what ${path} says there is nothing to install.`, lineEvidence(path, line, quote));

const noFormKnown = (source: string, entries: number): Verdict =>
  unknownBecause(
    { kind: 'bad-format', detail: 'For the language of this code Reprise knows no file that declares an environment.' },
    treeEvidence(source, entries),
  );

function toldOnly({ by, path, line, quote }: ToldPackages): Verdict {
  const evidence = lineEvidence(path, line, quote);
  if (by === 'script')
    return unknownBecause(
      { kind: 'bad-format', detail: 'The script may list its packages itself (PEP 723), and Reprise reads no code.' },
      evidence,
    );
  const verdict = fail('No file declares the environment; only commands of the README name packages.', evidence);
  return asTip(
    withFix(
      verdict,
      'Write the packages with their versions into a file of their own; for R, `renv::snapshot()` makes renv.lock.',
    ),
  );
}

function imageOnly(image: NamedEnvironmentImage): Verdict {
  const name = formatImageReference(image.reference);
  const moves = image.isFixed ? '' : ', whose content changes with every push under this tag';
  const verdict = fail(`No file declares the environment; there is only the image ${name}${moves}.`, evidenceOf(image));
  return asTip(
    withFix(
      verdict,
      'Add the Dockerfile that the image was built from, or an environment.yml; and name the image with a version.',
    ),
  );
}
