import type { Fix, FixWay } from '../../core/model/finding.ts';
import { CodeBox } from '../parts/code-box.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { OutLink } from '../parts/out-link.tsx';
import { Words } from '../parts/words.tsx';
import type { ImageFacts, PackagePages } from './image-facts.ts';
import { WaitForPublic } from './wait-for-public.tsx';

/** What helps against a refusal, in the order of the verdict: the way without a command is the switch on GitHub's page. */
export function WaysToPublic(props: {
  readonly image: ImageFacts;
  readonly ways: Fix['ways'];
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const { image, ways, onCopy } = props;
  return (
    <>
      {ways.map((way) =>
        way.paste === null && image.pages !== null ? (
          <SwitchWay key={way.say} way={way} image={image} pages={image.pages} />
        ) : (
          <CodeBox
            key={way.say}
            tone="fix"
            head={
              <>
                <h4>{way.when ?? 'Fix'}</h4> <Words text={way.say} />
              </>
            }
            text={way.paste}
            button={way.paste !== null && <CopyButton text={way.paste} what="the command" onCopy={onCopy} />}
          />
        ),
      )}
    </>
  );
}

function SwitchWay(props: { readonly way: FixWay; readonly image: ImageFacts; readonly pages: PackagePages }) {
  const { way, image, pages } = props;
  return (
    <div class="way">
      <h4>{way.when ?? 'Fix'}</h4>
      <p class="warning">
        <Glyph kind="tip" />
        <b>It cannot be made private again: check it for secrets first.</b>
      </p>
      <ol>
        <li>
          Open <OutLink href={pages.all}>the packages of {pages.owner}</OutLink> and choose <b>{image.packageName}</b>.
        </li>
        <li>
          <b>Package settings</b>, at the right. Straight there, if {pages.owner} is{' '}
          <OutLink href={pages.settingsOfPerson}>a person</OutLink> or{' '}
          <OutLink href={pages.settingsOfOrganisation}>an organisation</OutLink>.
        </li>
        <li>
          At the bottom: <b>Change visibility</b>, then <b>Public</b>.
        </li>
      </ol>
      <WaitForPublic image={image} />
    </div>
  );
}
