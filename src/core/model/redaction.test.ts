import { expect, test } from 'vitest';
import { redact } from './redaction.ts';

const hex = '0123456789abcdef0123456789abcdef01234567';
const mixed = 'a1B2c3D4'.repeat(5);

test.each([
  ['a token of GitHub', `ghp_${mixed.slice(4)}`, 'ghp_'],
  ['with a letter in front', `TOKENghp_${mixed.slice(4)}`, 'ghp_'],
  ['with a dash below in front', `x_ghs_${mixed.slice(0, 20)}`, 'ghs_'],
  ['as a package’s name is written', `ghp-${mixed.slice(4).toLowerCase()}`, 'ghp-'],
  ['a fine-grained one', `github_pat_11ABCDEFG0${mixed}`, '11ABC'],
  ['GitLab', `glpat-${mixed.slice(0, 20)}`, 'a1B2'],
  ['Hugging Face', `hf_${'aBcD'.repeat(9)}`, 'aBcD'],
  ['OpenAI, of a project', `sk-proj-${mixed}-${mixed}`, 'a1B2'],
  ['OpenAI', `sk-${mixed}`, 'a1B2'],
  ['Anthropic', `sk-ant-api03-${mixed}`, 'a1B2'],
  ['Slack', 'xoxb-123456789012-abcdefABCDEF', '1234'],
  ['Google', `AIza${mixed.slice(0, 35)}`, 'a1B2'],
  ['AWS', 'x_AKIAIOSFODNN7EXAMPLE', 'AKIA'],
  ['the secret of AWS', 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'wJal'],
  ['a key of Kaggle', `KAGGLE_KEY=${hex.slice(0, 32)}`, '0123'],
  ['a file of Kaggle', `{"username":"a","key":"${hex.slice(0, 32)}"}`, '0123'],
  ['a key of an interface', `export WANDB_API_KEY="${hex}"`, '0123'],
  ['a password', 'password=hunter2', 'hunter2'],
  ['a password with blanks', "DB_PASSWORD = 'correct-horse'", 'correct'],
  ['a password in quotes', 'password: "hunter2 (and, more)"', 'more'],
  ['a key with other signs', "SECRET_KEY = 'a1B2c3D4(e=5#f6)&x'", 'e=5'],
  ['OpenAI, with a letter in front', `TOKENsk-proj-${mixed}`, 'a1B2'],
  ['as an option', `docker login --password ${mixed}`, 'a1B2'],
  ['in a Dockerfile', `ENV GH_TOKEN ${mixed}`, 'a1B2'],
  ['in YAML', `token: "${mixed}"`, 'a1B2'],
  ['in an address', 'git+https://someone:hunter2@example.org/a.git', 'hunter2'],
  ['with an @ in it', 'https://someone:hun@ter2@example.org/a', 'ter2'],
  ['in place of a name', `https://${mixed}@example.org/a`, 'a1B2'],
  ['in place of a name, with a password', `https://${mixed}:x-oauth-basic@example.org/a`, 'a1B2'],
  ['in a header', `Authorization: Bearer ${mixed}`, 'a1B2'],
  ['the older header', `Authorization: token ${hex}`, '0123'],
  ['a JSON web token', `eyJ${mixed}.eyJ${mixed}.${mixed}`, 'a1B2'],
  ['a signed address', `https://example.org/a?sig=${mixed}&x=1`, 'a1B2'],
])('a credential is taken out: %s', (_name, text, part) => {
  expect(redact(text)).toContain('[redacted]');
  expect(redact(text)).not.toContain(part);
});

test.each([
  hex,
  `noise/sleep@${hex}`,
  `image-${hex}`,
  `disk-${hex}`,
  `sha256:${'0123456789abcdef'.repeat(4)}`,
  `docker://python:3.12@sha256:${'0123456789abcdef'.repeat(4)}`,
  `numpy==2.1.0 --hash=sha256:${'0123456789abcdef'.repeat(4)}`,
  'libsecret=0.18.8=h329b89f_2',
  'secretstorage==3.3.3',
  'tokenizers=0.13.3=py310h22610ee_0',
  'python-password-strength==0.0.3.post2',
  'scikit-learn-intelex==2024.1.0',
  'ghp-import==2.1.0',
  'Basic installation and Basic requirements',
  'Asiapacificnortheast',
  'git+https://git@github.com/noise/sleep.git',
  'ssh://git@github.com/noise/sleep.git',
  'https://localhost:8888/lab?token=',
  'docker run -e PASSWORD=$PASSWORD -e TOKEN=${TOKEN}',
  'https://someone:${GITHUB_TOKEN}@github.com/noise/sleep',
  'https://someone:$TOKEN@github.com/noise/sleep',
  "password=os.environ['PASSWORD']",
  'password=<password>',
  'token=True, use_auth_token=None',
  'echo $CR_PAT | docker login ghcr.io -u me --password-stdin',
  'CR_PAT=9q30thpalagekaef',
  'the option --token takes a name',
])('what is no credential stays: %s', (text) => {
  expect(redact(text)).toBe(text);
});

test.each([
  'ghp_',
  'sk-a',
  'eyJa.',
  '://a:',
  '://',
  'password=',
  'token=',
  'token = a',
  'Basic a ',
  '-----BEGIN ',
  'ENV a',
  'A_KEY=',
  'a1B2',
  '-',
  ' ',
])('a text of nothing but %j takes no longer than its length', (part) => {
  const start = performance.now();
  redact(part.repeat(Math.ceil(400_000 / part.length)));
  expect(performance.now() - start).toBeLessThan(1_000);
});
