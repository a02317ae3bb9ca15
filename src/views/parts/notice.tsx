import type { ComponentChildren } from 'preact';

/** A calm word about something that is in the way, with what can be done about it. */
export function Notice({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <section class="notice">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
