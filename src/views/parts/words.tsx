/** A sentence in which text between backticks is set as code. */
export function Words({ text }: { readonly text: string }) {
  const parts = text.split('`');
  // An odd number of backticks is no pair: then the text stands as it is.
  if (parts.length % 2 === 0) return <>{text}</>;
  return <>{parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}
