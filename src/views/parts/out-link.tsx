import type { ComponentChildren } from 'preact';

/** A link to a page outside, in a new tab. An address that is not https is shown as text, never as a link. */
export function OutLink({ href, children }: { readonly href: string | null; readonly children: ComponentChildren }) {
  if (href === null || !href.startsWith('https://')) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
