import { configEvidence, type Evidence, historyEvidence } from '../model/finding.ts';
import type { ImageConfig } from '../model/snapshot.ts';
import { findSecrets } from '../parse/secrets.ts';
import { defineCheck, pass, unknownBecause, withNotes } from './check.ts';
import { liveSecret } from './live-secret.ts';
import { hiddenQuote } from './secret-kinds.ts';
import { unseenImage } from './unseen-image.ts';

export default defineCheck({
  id: 'image-holds-no-secrets',
  statement: 'No live token stands in the image’s settings and history.',
  failure: 'what looks like a live token stands in the image',
  why: 'Whoever pulls the image can read its settings and the commands that built it, and use a token in them.',
  fix: 'Revoke the token first; then build the image without it: `RUN --mount=type=secret` leaves no trace.',
  reads: ['image'],
  decidedBy: 'everything',
  examples: { pass: 'ENV PATH=/opt/conda/bin', fail: 'ENV GH_TOKEN= and a live token' },

  judge({ image: { image } }) {
    const unseen = unseenImage(image);
    if (unseen !== null) return unseen;
    if (image.config.state !== 'read')
      return unknownBecause(image.config.state === 'unread' ? image.config.unread : { kind: 'bad-format' });
    const config = image.config.value;
    const [first, ...more] = secretsIn(config);
    if (first !== undefined)
      return liveSecret(
        first.kind,
        [first, ...more].map(({ evidence }) => evidence),
      );
    const { environment, history } = config;
    const looked = configEvidence(config.digest, 'Env', `${environment.length} variables, ${history.length} steps`);
    return withNotes(pass('No token of a known shape stands in the image’s settings and history.', looked), [
      'Its files were not looked into.',
    ]);
  },
});

function secretsIn({ digest, environment, history }: ImageConfig) {
  const found = (text: string, evidenceOf: (quote: string) => Evidence) =>
    findSecrets(text).map(({ kind }) => ({ kind, evidence: evidenceOf(hiddenQuote(kind)) }));
  return [
    ...environment.flatMap((text) => found(text, (quote) => configEvidence(digest, `Env ${nameOf(text)}`, quote))),
    ...history.flatMap(({ createdBy }, index) =>
      found(createdBy, (quote) => historyEvidence(digest, index + 1, quote)),
    ),
  ];
}

const nameOf = (variable: string): string => variable.slice(0, Math.max(0, variable.indexOf('='))).slice(0, 60);
