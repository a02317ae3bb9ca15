import type { ComponentChildren } from 'preact';

/** A link to a page outside, in a new tab. An address that is not https is shown as text, never as a link. */
export function OutLink(props: {
  readonly href: string | null;
  readonly look?: 'button is-primary';
  readonly children: ComponentChildren;
}) {
  const { href, look, children } = props;
  if (href === null || !href.startsWith('https://')) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer" {...(look && { class: look })}>
      {children}
    </a>
  );
}
