import { bytesWords } from '../parts/amounts.ts';
import { CodeBox } from '../parts/code-box.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Glyph, type GlyphKind } from '../parts/glyph.tsx';
import { OutLink } from '../parts/out-link.tsx';
import { dateWords } from '../parts/time.ts';
import type { ImageFacts, QuotedAnswer } from './screen.ts';
import { unreadWords } from './unread-words.ts';

type Access = ImageFacts['access'];

const ACCESS: Readonly<Record<Access, { readonly glyph: GlyphKind; readonly words: string }>> = {
  public: { glyph: 'fine', words: 'public' },
  private: { glyph: 'to-fix', words: 'likely private' },
  refused: { glyph: 'to-fix', words: 'private or absent' },
  'not-looked-at': { glyph: 'not-looked-at', words: 'not looked at' },
};

/** The judged image: what it is, where it was found, and what the registry said. */
export function ImageCard({
  image,
  onCopy,
}: {
  readonly image: ImageFacts;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const access = ACCESS[image.access];
  return (
    <section class="image-card">
      <h2>Image</h2>
      <div class="image-name">
        <code>{image.reference}</code>
        <CopyButton text={image.reference} what="the image’s name" onCopy={onCopy} />
      </div>
      <p class={`chip is-${access.glyph}`}>
        <Glyph kind={access.glyph} />
        {access.words}
      </p>
      {image.why !== null && <p class="muted">{unreadWords(image.why, new Date())}</p>}
      <ImageFactList image={image} />
      {image.access !== 'public' && image.answer !== null && (
        <AnswerBox registry={image.reference.split('/')[0] ?? ''} answer={image.answer} />
      )}
      {isRefused(image.access) && <PublicWay image={image} />}
    </section>
  );
}

const isRefused = (access: Access): boolean => access !== 'public' && access !== 'not-looked-at';

function ImageFactList({ image }: { readonly image: ImageFacts }) {
  const created = image.created === null ? null : dateWords(image.created);
  const facts: readonly (readonly [string, string])[] = [
    ...(image.foundIn === null ? [] : [[image.isClaimed ? 'Named in' : 'Found', image.foundIn] as const]),
    ...image.others.map(({ reference, foundIn }) => ['Also named', `${reference} in ${foundIn}`] as const),
    ...(image.digest === null ? [] : [['Digest', `${image.digest.slice(0, 19)}…`] as const]),
    ...(created === null ? [] : [['Created', created] as const]),
    ...(image.bytes === null ? [] : [['Size', `${bytesWords(image.bytes)} to download`] as const]),
    ...(image.platforms.length === 0 ? [] : [['Platforms', image.platforms.join(', ')] as const]),
  ];
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={`${name} ${value}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The registry's own words, for those who want them. */
function AnswerBox({ registry, answer }: { readonly registry: string; readonly answer: QuotedAnswer }) {
  const { status, code, quote, request } = answer;
  return (
    <details class="answer">
      <summary>
        {registry} answered {status}
        {code === null ? '' : ` ${code}`}
      </summary>
      <CodeBox tone="plain" head={`Asked for the ${request}`} text={quote === '' ? null : quote} />
    </details>
  );
}

function PublicWay({ image: { settingsPage, packageName } }: { readonly image: ImageFacts }) {
  if (settingsPage === null) return null;
  return (
    <div class="public-way">
      <h3>If it is yours and private</h3>
      <p>
        On GitHub: your profile → Packages → <b>{packageName}</b> → Package settings → at the bottom, Change visibility
        → Public. <OutLink href={settingsPage}>Open its settings</OutLink>
      </p>
      <p class="warning">It cannot be made private again: look for secrets in it first.</p>
    </div>
  );
}
