import type { ComponentChildren } from 'preact';
import { bytesWords } from '../parts/amounts.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { agoWords, dateWords, timeWords } from '../parts/time.ts';
import { imageStateOf } from './about-image.ts';
import { accessWord } from './access-words.ts';
import { CandidateAnswer, CandidatePlace, isAsked, LineLink, OtherCandidates } from './image-candidates.tsx';
import type { ImageFacts } from './image-facts.ts';
import type { Judged } from './screen.ts';
import { WaitAnnouncement } from './wait-for-public.tsx';

interface Props {
  readonly image: ImageFacts;
  readonly judged: Judged;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** What the judged image is, where it was found and what its registry said; what is wrong with it stands in its row. */
export function ImageCard(props: Props) {
  const { image, judged, onCopy } = props;
  const state = imageStateOf(judged, image);
  return (
    <section class="image-card">
      <div class="image-head">
        <h2>Image</h2>
        <p class={`chip is-${state}`}>
          <Glyph kind={state} />
          {accessWord(image.access)}
        </p>
        <WaitAnnouncement image={image} />
      </div>
      <div class="image-name">
        <code>{image.reference}</code>
        <CopyButton text={image.reference} what="the image’s name" onCopy={onCopy} />
      </div>
      <dl class="facts">
        <WhereFound {...props} />
        <WhatItIs {...props} />
      </dl>
      <OtherCandidates image={image} judged={judged} />
    </section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function WhereFound({ image, judged }: Props) {
  const shown = image.candidates.find(({ reference }) => reference === image.reference);
  if (shown === undefined) return null;
  return (
    <>
      {shown.origin !== 'given' && (
        <Fact name={shown.place === null ? 'Found' : 'Named in'}>
          <CandidatePlace candidate={shown} judged={judged} />
        </Fact>
      )}
      {(shown.answers.length > 0 || !isAsked(shown)) && (
        <Fact name={isAsked(shown) ? 'Answer' : 'Registry'}>
          <CandidateAnswer candidate={shown} />
        </Fact>
      )}
    </>
  );
}

function WhatItIs({ image, judged, onCopy }: Props) {
  const { digest, created, bytes, platforms, entrypoint, command, base } = image;
  return (
    <>
      {created !== null && <Created at={created} />}
      {bytes !== null && <Fact name="Size">{bytesWords(bytes)} to download</Fact>}
      {platforms.length > 0 && (
        <Fact name={platforms.length === 1 ? 'Platform' : 'Platforms'}>{platforms.join(', ')}</Fact>
      )}
      {entrypoint !== null && <Fact name="Entrypoint">{wordsOf(entrypoint)}</Fact>}
      {command !== null && <Fact name="Command">{wordsOf(command)}</Fact>}
      {base !== null && (
        <Fact name="Base">
          <code>{base.name}</code> by <LineLink place={base.place} judged={judged} />
        </Fact>
      )}
      {digest !== null && (
        <Fact name="Digest">
          <span class="with-copy">
            <code>{digest.slice(0, 19)}…</code>
            <CopyButton text={digest} what="the whole digest" onCopy={onCopy} />
          </span>
        </Fact>
      )}
    </>
  );
}

function Created({ at }: { readonly at: string }) {
  // Some builders write a date that means nothing.
  if (dateWords(at) === null) return null;
  const now = new Date();
  return (
    <Fact name="Created">
      <time dateTime={at}>{timeWords(at, now)}</time> <span class="muted">· {agoWords(at, now)}</span>
    </Fact>
  );
}

/** As an image holds it: a list of words, of which each may hold blanks. */
const wordsOf = (words: readonly string[]): ComponentChildren =>
  words.length === 0 ? (
    'none'
  ) : (
    <code>{words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word))).join(' ')}</code>
  );
