import type { ComponentChildren } from 'preact';
import { OutLink } from './out-link.tsx';

/** One line with its number in the file; `href` leads there. */
interface NumberedLine {
  readonly number: number;
  readonly text: string;
  readonly href: string | null;
}

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
  /** Lines that need not follow each other, in the place of `text`. */
  readonly lines?: readonly NumberedLine[];
  readonly foot?: ComponentChildren;
}) {
  const { tone, head, aside, text, button, line, lines, foot } = props;
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
      {lines !== undefined && (
        <div class="code-body">
          <pre class="code-lines">
            {lines.map(({ number, text: words, href }) => (
              <CodeLine key={number} gutter={String(number)} text={words} href={href} />
            ))}
          </pre>
        </div>
      )}
      {foot !== undefined && foot !== false && <div class="code-foot">{foot}</div>}
    </div>
  );
}

function CodeLine(props: { readonly gutter: string; readonly text: string; readonly href?: string | null }) {
  const { gutter, text, href = null } = props;
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  return (
    <span class="code-line">
      {gutter !== '' &&
        (href === null ? (
          <span class="code-gutter" aria-hidden="true">
            {gutter}
          </span>
        ) : (
          <span class="code-gutter">
            <OutLink href={href}>
              <span class="unseen">line </span>
              {gutter}
            </OutLink>
          </span>
        ))}
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
