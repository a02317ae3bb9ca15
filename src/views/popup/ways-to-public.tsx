import { CodeBox } from '../parts/code-box.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { OutLink } from '../parts/out-link.tsx';
import type { ImageFacts } from './screen.ts';

/** What helps against a refusal: it is private, or it was never pushed. */
export function WaysToPublic(props: {
  readonly image: ImageFacts;
  /** The command that pushes it. */
  readonly push: string | null;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const { image, push, onCopy } = props;
  return (
    <>
      <div class="way">
        <h4>Fix, if it is private</h4>
        <p>
          Its owner makes it public on GitHub: profile → Packages → <b>{image.packageName}</b> → Package settings →
          Change visibility. <OutLink href={image.settingsPage}>Open its settings</OutLink>
        </p>
        <p>
          <b>It cannot be made private again: look for secrets in it first.</b>
        </p>
      </div>
      <CodeBox
        tone="fix"
        head={<h4>Fix, if it was never pushed</h4>}
        text={push}
        button={push !== null && <CopyButton text={push} what="the command" onCopy={onCopy} />}
      />
    </>
  );
}
