import { useSignal } from '@preact/signals';

/** Deletes all that is kept, after one question; where the first click fell, the second keeps everything. */
export function DeleteSection(props: { readonly isDeleted: boolean; readonly onDelete: () => void }) {
  const isAsking = useSignal(false);
  const ask = (asking: boolean) => {
    isAsking.value = asking;
  };
  return (
    <section>
      <h2>Delete everything</h2>
      <p>Settings, token, what you dismissed, and what was read of repositories and images lie only in this browser.</p>
      {isAsking.value ? (
        <p class="buttons">
          <button type="button" class="button" onClick={() => ask(false)}>
            Keep it
          </button>
          <button
            type="button"
            class="button is-danger"
            onClick={() => {
              ask(false);
              props.onDelete();
            }}
          >
            Yes, delete everything
          </button>
        </p>
      ) : (
        <p>
          <button type="button" class="button is-danger" onClick={() => ask(true)}>
            Delete everything…
          </button>
        </p>
      )}
      <p class="said" role="status">
        {props.isDeleted ? 'Everything is deleted.' : ''}
      </p>
    </section>
  );
}
