import type { BadgeMode } from '../../core/model/settings.ts';

const MODES: readonly { readonly mode: BadgeMode; readonly title: string; readonly words: string }[] = [
  {
    mode: 'automatic',
    title: 'By itself',
    words:
      'Public repositories that show something to judge (environment files, a Dockerfile, notebooks) are looked at when you open them.',
  },
  {
    mode: 'on-click',
    title: 'Only when I click',
    words: 'The badge says “Check” and asks nobody anything until you click it.',
  },
];

/** When the badge may look; `chosen` is null until the reader has chosen. */
export function ModeChoice(props: { readonly chosen: BadgeMode | null; readonly onChoose: (mode: BadgeMode) => void }) {
  return (
    <div class="choices">
      {MODES.map(({ mode, title, words }) => (
        <button
          key={mode}
          type="button"
          class="choice"
          data-mode={mode}
          aria-pressed={props.chosen === mode}
          onClick={() => props.onChoose(mode)}
        >
          <span class="choice-title">{title}</span>
          <span class="muted">{words}</span>
        </button>
      ))}
    </div>
  );
}
