import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { Rubric } from '../../core/model/rubric.ts';
import type { Shell } from '../../core/model/settings.ts';
import type { LaunchNames } from '../../core/report/launch-names.ts';
import { type LaunchStep, launchSteps } from '../../core/report/launch-steps.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { OutLink } from '../parts/out-link.tsx';
import { Words } from '../parts/words.tsx';
import { ImageActionsContext } from './image-actions.ts';

type OnCopy = (text: string) => Promise<boolean>;

/** The way from the Dockerfile to a running container, with this project's names; folded until it is wanted. */
export function LaunchCard(props: { readonly names: LaunchNames; readonly rubric: Rubric; readonly onCopy: OnCopy }) {
  const { names, rubric, onCopy } = props;
  const { shell } = useContext(ImageActionsContext);
  const isOpen = useSignal(false);
  const id = useId();
  const steps = launchSteps(names, rubric.parameters, shell);
  return (
    <section class="launch-card">
      <h2>
        <button
          type="button"
          class="row-head is-fold"
          aria-expanded={isOpen.value}
          aria-controls={`${id}-steps`}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          <Icon kind="terminal" />
          <span class="fold-words">{titleOf(steps)}</span>
          <Icon kind="chevron" />
        </button>
      </h2>
      <div class="launch-body" id={`${id}-steps`} hidden={!isOpen.value}>
        {isOpen.value && (
          <>
            <ShellChoice />
            {!names.isNamed && <p class="muted">No file names the image, so its name here is a suggestion.</p>}
            <ol class="launch-steps">
              {steps.map((step) => (
                <Step key={step.id} step={step} onCopy={onCopy} />
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}

const titleOf = (steps: readonly LaunchStep[]): string =>
  steps.at(-1)?.id === 'launch' ? 'Commands: build, push, launch' : 'Commands: build, test, push';

const SHELLS: readonly (readonly [shell: Shell, name: string])[] = [
  ['bash', 'bash or zsh'],
  ['powershell', 'PowerShell'],
];

function ShellChoice() {
  const { shell, onChooseShell } = useContext(ImageActionsContext);
  const name = useId();
  return (
    <fieldset class="shells">
      <legend class="unseen">Commands for</legend>
      {SHELLS.map(([value, words]) => (
        <label key={value}>
          <input type="radio" name={name} checked={shell === value} onChange={() => onChooseShell(value)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Step({ step, onCopy }: { readonly step: LaunchStep; readonly onCopy: OnCopy }) {
  const { title, say, command, placeholders, page } = step;
  return (
    <li>
      <div class="step-head">
        <h3>{title}</h3>
        {command !== null && <CopyButton text={command} what={`the command: ${title}`} onCopy={onCopy} />}
      </div>
      <p class="muted">
        <Words text={say} /> {page !== null && <OutLink href={page.address}>{page.words}</OutLink>}
      </p>
      {placeholders.length > 0 && (
        <p class="replace">
          Put your own in the place of{' '}
          {placeholders.map((word) => (
            <mark key={word}>{word}</mark>
          ))}
        </p>
      )}
      {command !== null && (
        <pre class="code-box command">
          {command.split('\n').map((line) => (
            <CommandLine key={line} line={line} placeholders={placeholders} />
          ))}
        </pre>
      )}
    </li>
  );
}

/** One command word by word, its placeholders marked. */
function CommandLine({ line, placeholders }: { readonly line: string } & Pick<LaunchStep, 'placeholders'>) {
  return (
    <code>
      {line.split(' ').map((word, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          <span>{marked(word, placeholders)}</span>
        </Fragment>
      ))}
    </code>
  );
}

function marked(word: string, placeholders: readonly string[]) {
  if (placeholders.length === 0) return word;
  const parts = word.split(new RegExp(`(${placeholders.join('|')})`));
  return parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}
