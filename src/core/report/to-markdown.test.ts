import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { checks } from '../checks/index.ts';
import type { Report } from '../model/report.ts';
import { snapshotOf } from '../model/snapshot.test-support.ts';
import { general } from '../rubrics/general.ts';
import { judge } from './judge.ts';
import { codeBlock, codeSpan, markdownLink, markdownText } from './markdown-text.ts';
import { leftToFix, toMarkdown } from './to-markdown.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });
const settings = { rubricHash: '0'.repeat(64), version: '0.1.0', checks };
const repository = { owner: 'lab', name: 'sleep' };

/** The text that a reader of the rendered Markdown sees. */
const seen = (source: string): string =>
  markdown
    .renderInline(source)
    .replace(/<\/?code>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '');

describe('a text', () => {
  test.each([
    ['*not* _set_ ~~out~~', '*not* _set_ ~~out~~'],
    ['[a](https://example.org)', '[a](https://example.org)'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['see https://example.org/x and www.example.org', 'see https://example.org/x and www.example.org'],
    ['one\n# two', 'one # two'],
    ['a ` b', 'a ` b'],
    ['&lt; &amp;', '&lt; &amp;'],
    ['a\\*b', 'a\\*b'],
  ])('%j is shown letter by letter', (text, shown) => {
    expect(seen(markdownText(text))).toBe(shown);
    expect(markdown.renderInline(markdownText(text))).not.toMatch(/<(?:a|img|em|strong|s|del|h1)\b/);
  });

  test('notifies nobody, and refers to nothing', () => {
    expect(markdownText('thanks @someone, see #12 and lab/x#3')).not.toMatch(/[@#]\w/);
  });

  test('never begins a line of its own', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (text) => !/[\r\n\u2028\u2029]/.test(markdownText(text)),
      ),
    );
  });
});

describe('code', () => {
  test.each(['a', '`', '``', 'a `` b ` c', '` ` `', '<b>', '@someone'])('%j stays inside its span', (text) => {
    expect(seen(codeSpan(text)).trim()).toBe(text.trim());
    expect(markdown.renderInline(codeSpan(text))).toMatch(/^<code>[\s\S]*<\/code>$/);
  });

  test('no text ends its span or its block', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', '~', ' ', '\n', 'a', '<', '\\'), maxLength: 40 }), (text) => {
        const span = codeSpan(text);
        const isSpan = span === '' || /^<code>[^<]*<\/code>$/.test(markdown.renderInline(span));
        const block = markdown.render(codeBlock(text, '').join('\n'));
        return isSpan && /^<pre><code>[^<]*<\/code><\/pre>\n$/.test(block);
      }),
      runs,
    );
  });

  test('a link holds its address', () => {
    expect(markdown.renderInline(markdownLink('a', 'https://example.org/a b>(c)'))).toBe(
      '<a href="https://example.org/a%20b%3E(c)">a</a>',
    );
  });
});

const token = `ghp_${'a1B2'.repeat(9)}`;
const bad = judge(
  snapshotOf({ 'README.md': `# Sleep ${token}\n`, 'environment.yml': 'dependencies:\n\t- a\n' }),
  general,
  settings,
);

describe('a report', () => {
  const text = toMarkdown({ report: bad, rubric: general, repository });

  test('says what the popup says, with links to the lines at the commit', () => {
    expect(text).toContain('## lab/sleep: 2 to fix');
    expect(text).toMatch(
      /\[README\.md line 1\]\(<https:\/\/github\.com\/lab\/sleep\/blob\/[0-9a-f]{40}\/README\.md\?plain=1#L1>\)/,
    );
    expect(text).toContain('Nothing was run.');
  });

  test('holds no secret', () => {
    expect(text).toContain('redacted');
    expect(text).not.toContain(token);
    const spoken: Report = { ...bad, findings: bad.findings.map((one) => ({ ...one, summary: `It holds ${token}.` })) };
    expect(toMarkdown({ report: spoken, rubric: general, repository })).not.toContain('a1B2');
    expect(leftToFix({ report: spoken, rubric: general, repository })).not.toContain('a1B2');
  });

  test('keeps what was dismissed, with its reason', () => {
    const dismissals = { 'readme-exists': 'a *draft* @all' };
    const set = toMarkdown({ report: bad, rubric: general, repository, dismissals });
    expect(set).toContain('1 to fix, 1 dismissed');
    expect(set).toContain('Dismissed: a \\*draft\\* @\u200ball');
  });
});

describe('what is left to fix', () => {
  test('is a list of tasks, without what is fine or dismissed', () => {
    const text = leftToFix({ report: bad, rubric: general, repository });
    expect(text?.match(/- \[ \] /g)).toHaveLength(2);
    const dismissals = { 'readme-exists': 'a draft' };
    expect(leftToFix({ report: bad, rubric: general, repository, dismissals })?.match(/- \[ \] /g)).toHaveLength(1);
  });

  test('is nothing when nothing is', () => {
    const dismissals = { 'readme-exists': 'a', 'environment-yml-is-valid': 'b' };
    const rest = { ...bad, findings: bad.findings.filter(({ check }) => Object.hasOwn(dismissals, check)) };
    expect(leftToFix({ report: rest, rubric: general, repository, dismissals })).toBeNull();
  });
});
