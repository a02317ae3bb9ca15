import fc from 'fast-check';

/** Texts made of the pieces each format is made of, so that most of them reach deep into the parser. */
const pieces = fc.constantFrom(
  ...[
    '- ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    ':',
    ': ',
    '#',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '&a',
    '*a',
    '? ',
    '|',
    '>',
    '---\n',
    '```',
  ],
  ...[
    'FROM ',
    'RUN ',
    'ARG A',
    '${',
    '$A',
    '\\\n',
    '<<EOF\n',
    'EOF\n',
    'ghcr.io/',
    'a/b',
    ':1',
    '@sha256:',
    '<!--',
    '-->',
    '![',
  ],
  ...[
    'name',
    'dependencies',
    'pip',
    'tags',
    'images',
    '${{ env.X }}',
    '\u0000',
    '\ufeff',
    '\ud800',
    '😀',
    '|a|',
    '===\n',
  ],
);
export const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  fc.string({ maxLength: 400, unit: 'binary' }),
);

const codePieces = fc.constantFrom(
  ...[
    'import a',
    'from b import (',
    '\n',
    '\r\n',
    '  ',
    '\t',
    '"""',
    "'",
    '"',
    '#',
    '\\',
    '(',
    ')',
    ':',
    'try:',
    'if x:',
  ],
  ...[
    '/home/ada/x',
    'C:\\a\\b',
    '!pip install a',
    '%%bash',
    'def f():',
    '\u0000',
    '\ufeff',
    '\ud800',
    '😀',
    'é',
    ';',
    '{',
  ],
);
/** The same of code. */
export const codeTexts = fc.oneof(
  fc.array(codePieces, { maxLength: 60 }).map((all) => all.join('')),
  fc.string({ maxLength: 400, unit: 'binary' }),
);

/** How many lines a text has, whatever ends them. */
export const linesOf = (text: string): number => text.split(/\r\n|\n|\r/).length;
