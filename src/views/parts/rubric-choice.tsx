import type { Rubric } from '../../core/model/rubric.ts';

/** The list that work is judged by, one line each. */
export function RubricChoice(props: {
  readonly rubrics: readonly Rubric[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <fieldset class="rubric-choice">
      <legend class="unseen">The list to judge by</legend>
      {props.rubrics.map(({ id, title, description }) => (
        <label key={id}>
          <input
            type="radio"
            name="rubric"
            value={id}
            checked={id === props.chosen}
            onChange={() => props.onChoose(id)}
          />
          <span>
            <b>{title}</b>
            <span class="muted">{description}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
