import type { ComponentChildren } from 'preact';

/** A quoted text as GitHub shows code: a head that says where, numbered lines below; `tone` marks them. */
export function CodeBox(props: {
  readonly tone: 'found' | 'noted' | 'fix' | 'plain';
  readonly head: ComponentChildren;
  /** At the right of the head. */
  readonly aside?: ComponentChildren;
  readonly text: string | null;
  /** Beside the text. */
  readonly button?: ComponentChildren;
  readonly line?: number;
}) {
  const { tone, head, aside, text, button, line } = props;
  return (
    <div class={`code-box is-${tone}`}>
      {head !== null && (
        <div class="code-head">
          <div class="code-where">{head}</div>
          {aside !== undefined && <span class="code-aside">{aside}</span>}
        </div>
      )}
      {text !== null && (
        <div class="code-body">
          <pre class="code-lines">
            {text.split('\n').map((words, index) => (
              <CodeLine key={index} gutter={gutter(tone, line, index)} text={words} />
            ))}
          </pre>
          {button}
        </div>
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

function gutter(tone: 'found' | 'noted' | 'fix' | 'plain', line: number | undefined, index: number): string {
  if (line !== undefined) return String(line + index);
  return tone === 'fix' ? '+' : '';
}
