import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { OutLink } from '../parts/out-link.tsx';
import type { PopupProps, SubjectLine } from './screen.ts';
import { SubjectForm } from './subject-form.tsx';

/** What is looked at and by which list; both can be changed here. */
export function PopupHeader(props: PopupProps) {
  const isAsking = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const hasForm = props.screen.kind !== 'nothing-here';
  const { subject } = props;
  // Another subject: the question is answered.
  useEffect(() => {
    isAsking.value = false;
  }, [subject?.owner, subject?.name, subject?.place, isAsking]);
  const close = () => {
    isAsking.value = false;
    button.current?.focus();
  };
  return (
    <header class="popup-header">
      <div class="header-line">
        <Icon kind="mark" />
        <p class="subject">{subject === null ? <b>Reprise</b> : <SubjectWords subject={subject} />}</p>
        {hasForm && (
          <button
            ref={button}
            type="button"
            class="icon-button"
            aria-expanded={isAsking.value}
            aria-label="Look at another repository or image"
            title="Look at another repository or image"
            onClick={() => {
              isAsking.value = !isAsking.value;
            }}
          >
            <Icon kind="search" />
          </button>
        )}
      </div>
      {hasForm && isAsking.value && <SubjectForm {...props} onEscape={close} />}
      {props.notes.map((note) => (
        <p key={note} class="header-note">
          {note}
        </p>
      ))}
      <RubricMenu {...props} />
    </header>
  );
}

function SubjectWords({ subject }: { readonly subject: SubjectLine }) {
  return (
    <OutLink href={subject.address}>
      {subject.owner !== null && <span class="subject-owner">{subject.owner} / </span>}
      <b>{subject.name}</b>
      {subject.place !== null && <span class="subject-place"> at {subject.place}</span>}
    </OutLink>
  );
}

function RubricMenu({ rubrics, rubricId, onChooseRubric }: PopupProps) {
  return (
    <label class="rubric-menu">
      <span>Judged by</span>
      <span class="select">
        <select value={rubricId} onChange={(event) => onChooseRubric(event.currentTarget.value)}>
          {rubrics.map(({ id, title }) => (
            <option key={id} value={id} selected={id === rubricId}>
              {title}
            </option>
          ))}
        </select>
        <Icon kind="chevron" />
      </span>
    </label>
  );
}
