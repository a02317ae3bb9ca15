import { type BaseImages, stagesBehind } from '../facts/base-images.ts';
import { historyEvidence, lineEvidence } from '../model/finding.ts';
import type { ImageConfig } from '../model/snapshot.ts';
import type { DockerfileInstruction } from '../parse/dockerfile-lines.ts';
import { declaredStep, historyStep, isCompared, isMadeOf } from '../parse/image-history.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withNotes } from './check.ts';
import { unseenImage } from './unseen-image.ts';

export default defineCheck({
  id: 'image-is-built-from-this-dockerfile',
  statement: 'The image’s history is that of the Dockerfile.',
  failure: 'the image’s history is not that of the Dockerfile',
  why: 'An image that was built from another Dockerfile, or an older state of it, cannot be built again from this one.',
  fix: 'Build the image from this Dockerfile and push it again.',
  reads: ['image', 'baseImages'],
  decidedBy: 'everything',
  examples: {
    pass: '`RUN make` in the Dockerfile, `RUN /bin/sh -c make` in the history',
    fail: '`RUN make` in the Dockerfile, `RUN /bin/sh -c make install` in the history',
  },

  judge({ image: { image }, baseImages }) {
    const unseen = unseenImage(image);
    if (unseen !== null) return unseen;
    if (image.config.state !== 'read')
      return unknownBecause(image.config.state === 'unread' ? image.config.unread : { kind: 'bad-format' });
    const own = image.config.value;
    if (own.history.length === 0) return unknownBecause({ kind: 'bad-format', detail: 'The image tells no history.' });
    const declared = stagesBehind(baseImages.file).flatMap(({ instructions }) => instructions.filter(isCompared));
    if (declared.length === 0) return notApplicable(`${baseImages.path} adds nothing to its base.`);
    return compared(own, declared, baseImages);
  },
});

/** The history's entries that the Dockerfile should have made: those above the base, else as many as it has, from the end. */
function ownEntries({ history }: ImageConfig, { last }: BaseImages, most: number) {
  const entries = history.map(({ createdBy }, index) => ({ createdBy, number: index + 1 }));
  const base = last?.image?.config;
  const below = base?.state === 'read' ? base.value.history : [];
  const isKnown = below.length > 0 && below.every(({ createdBy }, index) => createdBy === history[index]?.createdBy);
  const own = (isKnown ? entries.slice(below.length) : entries)
    .map((entry) => ({ ...entry, step: historyStep(entry.createdBy) }))
    .filter(({ step }) => isCompared(step));
  return { isKnown, own: isKnown ? own : own.slice(-most) };
}

function compared(config: ImageConfig, declared: readonly DockerfileInstruction[], bases: BaseImages): Verdict {
  const { isKnown, own } = ownEntries(config, bases, declared.length);
  const isSame = (index: number, at = index) => {
    const [instruction, entry] = [declared.at(index), own.at(at)];
    return instruction !== undefined && entry !== undefined && isMadeOf(declaredStep(instruction), entry.step);
  };
  const count = Math.max(declared.length, own.length);
  const order = Array.from({ length: count }, (_, index) => (isKnown ? index : -1 - index));
  const differs = order.find((index) => !isSame(index));
  const { path, others } = bases;
  const shown = (entry: (typeof own)[number]) => historyEvidence(config.digest, entry.number, entry.createdBy);
  if (differs === undefined)
    return withNotes(
      pass(
        count === 1
          ? `The last step of the image’s history is the instruction of ${path}.`
          : `The last ${count} steps of the image’s history are the instructions of ${path}.`,
        ...own.slice(-1).map(shown),
      ),
      ['A history is what the builder wrote down; the layers themselves were not compared.'],
    );
  const [instruction, entry] = [declared.at(differs), own.at(differs)];
  const evidence = [
    ...(instruction === undefined
      ? []
      : [lineEvidence(path, instruction.line, `${instruction.written} ${instruction.text}`)]),
    ...(entry === undefined ? [] : [shown(entry)]),
  ];
  if (others.length > 0)
    return unknownBecause(
      { kind: 'not-asked', detail: `It is not that of ${path}; it may be that of another Dockerfile here.` },
      ...evidence,
    );
  return fail(
    `The image’s history is not that of ${path}: ${differenceWords(instruction, entry !== undefined)}`,
    ...evidence,
  );
}

function differenceWords(instruction: DockerfileInstruction | undefined, isInHistory: boolean): string {
  if (instruction === undefined) return 'it goes on after the last instruction.';
  const line = `line ${instruction.line}, \`${instruction.written}\`,`;
  return isInHistory ? `${line} is another step there.` : `${line} is not in it.`;
}
