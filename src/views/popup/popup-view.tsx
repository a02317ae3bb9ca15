import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Glyph } from '../parts/glyph.tsx';
import { changeWords } from './change-words.ts';
import { CodeActionsContext, readingAloud } from './code-actions.ts';
import { FindingActionsContext } from './finding-actions.ts';
import { Foot } from './foot.tsx';
import { JudgedScreen } from './judged-screen.tsx';
import { PopupHeader } from './popup-header.tsx';
import { ReadingScreen } from './reading-screen.tsx';
import { ScopeWords } from './scope-words.tsx';
import type { PopupProps } from './screen.ts';
import { SubjectForm } from './subject-form.tsx';
import { voiceFor } from './voice.ts';

/** The whole popup; the same page stands in a tab. */
export function PopupView(props: PopupProps) {
  const { onCopy, onDismiss, mayBePrivate, isOwn } = props;
  return (
    <FindingActionsContext value={{ onCopy, onDismiss, mayBePrivate, voice: voiceFor(isOwn) }}>
      <PopupFrame {...props} />
    </FindingActionsContext>
  );
}

function PopupFrame(props: PopupProps) {
  const { looking } = useContext(CodeActionsContext);
  return (
    <div class="popup">
      {/* One place from beginning to end: what is put into a new one is not read aloud. */}
      <p class="unseen" role="status">
        {looking?.kind === 'reading' && looking.isAsked ? readingAloud(looking) : aloud(props)}
      </p>
      <PopupHeader {...props} />
      <main>
        <ScreenView {...props} />
        <ScopeWords {...props} />
      </main>
      <Foot {...props} />
    </div>
  );
}

function ScreenView(props: PopupProps) {
  const { screen } = props;
  if (screen.kind === 'reading') return <ReadingScreen rubric={screen.rubric} progress={screen.progress} />;
  if (screen.kind === 'judged') return <JudgedScreen {...props} judged={screen.judged} isReading={screen.isReading} />;
  if (screen.kind === 'nothing-here') return <NothingHere {...props} />;
  if (screen.kind === 'permission-needed')
    return <PermissionNeeded hosts={screen.hosts} onAllow={props.onAllowHosts} />;
  return <Mistake onRefresh={props.onRefresh} />;
}

/** What a screen reader says when the screen changes. */
function aloud({ screen, change }: PopupProps): string {
  if (screen.kind === 'reading') return screen.progress === '' ? 'Looking…' : screen.progress;
  if (screen.kind !== 'judged') return '';
  const { title, sentence } = screen.judged.headline;
  return `${title}. ${sentence} ${change === null ? '' : changeWords(change)}`.trim();
}

function CouldNotLook({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="headline" aria-busy={false}>
      <Glyph kind="not-looked-at" />
      <h1>{title}</h1>
      {children}
    </section>
  );
}

function NothingHere(props: PopupProps) {
  return (
    <section class="nothing-here">
      <h1>What shall be looked at?</h1>
      <p>This tab shows no repository. Open one on GitHub, or paste it here.</p>
      <SubjectForm {...props} />
    </section>
  );
}

function PermissionNeeded({ hosts, onAllow }: { readonly hosts: readonly string[]; readonly onAllow: () => void }) {
  return (
    <CouldNotLook title="Reprise may not ask there">
      <p>
        This browser has not given Reprise the permission to ask {listed(hosts.map(hostOfPattern))}. It sends the name
        of the repository or image there, and no cookie.
      </p>
      <button type="button" class="button is-primary" onClick={onAllow}>
        Allow
      </button>
    </CouldNotLook>
  );
}

const listed = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]+)$/, ' and $1');

const hostOfPattern = (pattern: string): string => pattern.replace(/^https:\/\/|\/\*$/g, '');

function Mistake({ onRefresh }: { readonly onRefresh: () => void }) {
  return (
    <CouldNotLook title="Reprise made a mistake">
      <p>That is a fault of Reprise, and says nothing about the repository.</p>
      <button type="button" class="button" onClick={onRefresh}>
        Try again
      </button>
    </CouldNotLook>
  );
}
