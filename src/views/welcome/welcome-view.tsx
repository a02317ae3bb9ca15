import type { Rubric } from '../../core/model/rubric.ts';
import type { BadgeMode, Settings } from '../../core/model/settings.ts';
import { Icon } from '../parts/icon.tsx';
import { ModeChoice } from '../parts/mode-choice.tsx';
import { OutLink } from '../parts/out-link.tsx';
import { RubricChoice } from '../parts/rubric-choice.tsx';

/** Somebody outside who is asked, and what for. */
export interface AskedHost {
  readonly origin: string;
  readonly purpose: string;
}

export interface WelcomeProps {
  readonly hosts: readonly AskedHost[];
  readonly rubrics: readonly Rubric[];
  readonly settings: Settings;
  /** `owner/repository` to try it on. */
  readonly sample: string;
  readonly onChooseMode: (mode: BadgeMode) => void;
  readonly onChooseRubric: (id: string) => void;
}

/** Shown once: what leaves the browser and to whom, when Reprise may look, by which list, and where to try it. */
export function WelcomeView(props: WelcomeProps) {
  const { settings } = props;
  return (
    <main class="document">
      <header class="document-head">
        <p class="brand">
          <Icon kind="mark" /> Reprise
        </p>
        <h1>Does a repository hold what another person needs to repeat its work?</h1>
        <p class="muted">
          Reprise reads what a repository on GitHub says about itself, shows what is missing and on which line, and
          gives the text that mends it. It runs nothing and changes nothing. It is an unofficial tool.
        </p>
      </header>
      <WhatLeaves hosts={props.hosts} />
      <section>
        <h2>When may the badge look?</h2>
        <ModeChoice chosen={settings.welcomed ? settings.badgeMode : null} onChoose={props.onChooseMode} />
        <p class="hint" role="status">
          {settings.welcomed
            ? 'Kept. You can change it in the settings.'
            : 'Until you choose, it looks only when you click.'}
        </p>
      </section>
      <section>
        <h2>By which list?</h2>
        <RubricChoice rubrics={props.rubrics} chosen={settings.rubric} onChoose={props.onChooseRubric} />
      </section>
      <section>
        <h2>Try it</h2>
        <p>
          Open <OutLink href={`https://github.com/${props.sample}`}>{props.sample}</OutLink> and click the badge beside
          its name.
        </p>
      </section>
    </main>
  );
}

function WhatLeaves({ hosts }: { readonly hosts: readonly AskedHost[] }) {
  return (
    <section>
      <h2>What leaves this browser, and to whom</h2>
      <p>
        The name of the repository or image that is looked at, and of the files read in it. If you give a token, it goes
        to <code>api.github.com</code> only. No cookie, no history, nothing about you. All of it goes to GitHub and its
        container registry, and to Docker Hub only if you allow that later; nothing goes to the makers of Reprise or to
        anybody else.
      </p>
      <dl class="hosts">
        {hosts.map(({ origin, purpose }) => (
          <div key={origin}>
            <dt>
              <code>{origin.replace('https://', '')}</code>
            </dt>
            <dd class="muted">{purpose}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">Private repositories are never looked at unless you give a token in the settings.</p>
    </section>
  );
}
