import type { ComponentChildren } from 'preact';
import { bytesWords } from '../parts/amounts.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { dateWords } from '../parts/time.ts';
import { imageStateOf } from './about-image.ts';
import type { ImageFacts, Judged } from './screen.ts';

const ACCESS: Readonly<Record<ImageFacts['access'], string>> = {
  public: 'public',
  private: 'likely private',
  refused: 'private or absent',
  'not-looked-at': 'not looked at',
};

/** What the judged image is and where it was found; what is wrong with it stands in its row. */
export function ImageCard(props: {
  readonly image: ImageFacts;
  readonly judged: Pick<Judged, 'rows' | 'isImageOnly'>;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const { image, judged, onCopy } = props;
  const facts = factsOf(image);
  // The popup's head names it already.
  const isNamed = !judged.isImageOnly;
  if (!isNamed && facts.length === 0) return null;
  const state = imageStateOf(judged, image);
  return (
    <section class="image-card">
      <div class="image-head">
        <h2>Image</h2>
        <p class={`chip is-${state}`}>
          <Glyph kind={state} />
          {ACCESS[image.access]}
        </p>
      </div>
      {isNamed && (
        <div class="image-name">
          <code>{image.reference}</code>
          <CopyButton text={image.reference} what="the image’s name" onCopy={onCopy} />
        </div>
      )}
      {facts.length > 0 && <FactList facts={facts} />}
    </section>
  );
}

type FactLine = readonly [name: string, ...values: ComponentChildren[]];

const FactList = ({ facts }: { readonly facts: readonly FactLine[] }) => (
  <dl class="facts">
    {facts.map(([name, ...values]) => (
      <div key={name}>
        <dt>{name}</dt>
        {values.map((value, index) => (
          <dd key={index}>{value}</dd>
        ))}
      </div>
    ))}
  </dl>
);

function factsOf(image: ImageFacts): readonly FactLine[] {
  const { foundIn, isClaimed, others, digest, created, bytes, platforms } = image;
  const date = created === null ? null : dateWords(created);
  const alsoNamed = others.map(({ reference, foundIn: place }) => (
    <>
      <code>{reference}</code> <span class="muted">{place}</span>
    </>
  ));
  return [
    ...(foundIn === null ? [] : [[isClaimed ? 'Named in' : 'Found', foundIn] as const]),
    ...(alsoNamed.length === 0 ? [] : [['Also named', ...alsoNamed] as const]),
    ...(digest === null ? [] : [['Digest', <code key="digest">{digest.slice(0, 19)}…</code>] as const]),
    ...(date === null ? [] : [['Created', date] as const]),
    ...(bytes === null ? [] : [['Size', `${bytesWords(bytes)} to download`] as const]),
    ...(platforms.length === 0 ? [] : [['Platforms', platforms.join(', ')] as const]),
  ];
}
