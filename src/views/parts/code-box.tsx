import type { ComponentChildren } from 'preact';

/** A quoted text as GitHub shows code: a head that says where, numbered lines below; `tone` marks them. */
export function CodeBox(props: {
  readonly tone: 'found' | 'fix' | 'plain';
  readonly head: ComponentChildren;
  readonly aside?: ComponentChildren;
  readonly text: string | null;
  readonly line?: number;
}) {
  return (
    <div class={`code-box is-${props.tone}`}>
      <div class="code-head">
        <span class="code-where">{props.head}</span>
        {props.aside !== undefined && <span class="code-aside">{props.aside}</span>}
      </div>
      {props.text !== null && (
        <pre class="code-lines">
          {props.text.split('\n').map((text, index) => (
            <CodeLine key={index} gutter={gutter(props.tone, props.line, index)} text={text} />
          ))}
        </pre>
      )}
    </div>
  );
}

function CodeLine({ gutter, text }: { readonly gutter: string; readonly text: string }) {
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  return (
    <span class="code-line">
      {gutter !== '' && (
        <span class="code-gutter" aria-hidden="true">
          {gutter}
        </span>
      )}
      <code>
        {indent}
        <mark>{text.slice(indent.length)}</mark>
      </code>
    </span>
  );
}

function gutter(tone: 'found' | 'fix' | 'plain', line: number | undefined, index: number): string {
  if (line !== undefined) return String(line + index);
  return tone === 'fix' ? '+' : '';
}
