import type { ParserCase } from './parser-case.ts';
import { checksum, findSecrets } from './secrets.ts';

// Put together here, so that no whole token stands in any file.
const random = (length: number): string =>
  Array.from({ length }, (_, index) => 'kT7mQ2xW9pLr4ZvB8nYc3HdJ6sGfA5uEe1'[(index * 7 + (index >> 3)) % 34]).join('');
const token = (secret = random(30)) => `ghp_${secret}${checksum(secret)}`;
const fineGrained = ['github', 'pat', random(22), random(59)].join('_');
const id = `AKIA${'Q7ZT3WLX5N2RKV6B'}`;
const key = (kind: string, body: string) => `-----BEGIN ${kind}PRIVATE KEY-----${body}`;

const row = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () => findSecrets(text).map(({ line, kind }) => `${line} ${kind}`),
  expected,
});

export const cases: readonly ParserCase[] = [
  // By another implementation of CRC-32.
  { name: 'a checksum', parse: () => checksum('0'.repeat(30)), expected: '2C8GjS' },
  row('a token', `a\nexport TOKEN=${token()}\n`, '2 github'),
  row('a token in an address', `git clone https://${token()}@github.com/lab/a.git`, '1 github'),
  row('a token of an app', token().replace('ghp', 'ghs'), '1 github'),
  row('a token with a wrong checksum', `${token().slice(0, -1)}_`),
  row('a token with another character', token().replace(/^ghp_./, 'ghp_0')),
  row('what is longer than a token', `${token()}a`),
  row('xxxx', `ghp_${'x'.repeat(36)}`),
  row('a fine-grained token', fineGrained, '1 github'),
  row('an example of one', `github_pat_${'A'.repeat(22)}_${'a1'.repeat(29)}a`),
  row('a pair for AWS', `aws_access_key_id = ${id}\naws_secret_access_key = ${random(40)}\n`, '1 aws'),
  row('an id without its secret', `aws_access_key_id = ${id}\n`),
  row('the pair of AWS’s documentation', `AKIAIOSFODNN7EXAMPLE\n${random(40)}`),
  row('a commit beside an id', `${id} ${'0123456789abcdef0123456789abcdef01234567'}`),
  row('a private key', `\n${key('RSA ', `\n${random(64)}\n${random(64)}\n`)}`, '2 private-key'),
  row('a private key on one line', `KEY="${key('', `\\n${random(120)}\\n`)}"`, '1 private-key'),
  row('a private key that is left out', key('OPENSSH ', '\n...\n-----END')),
  row('a private key of noughts', key('', `\n${'0'.repeat(200)}`)),
  row('a public key', `-----BEGIN PUBLIC KEY-----\n${random(120)}`),
  row('the lesson’s own line', 'export CR_PAT=9q30thpalagekaef'),
  row('a place for one', 'export GITHUB_TOKEN=<your token>\nghp_…'),
  row('two', `${token()}\n${key('', `\n${random(120)}`)}`, '1 github', '2 private-key'),
];
