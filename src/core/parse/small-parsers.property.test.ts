import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { askedPackage } from './asked-package.ts';
import { codeSpans, entities, lineCounter, lineOf } from './code-spans.ts';
import { parseDockerfile } from './dockerfile.ts';
import { undecodableEnvironmentYml } from './environment-yml.ts';
import { execForm, jsonList } from './exec-form.ts';
import { onlyBreaks, withoutComments } from './html-comments.ts';
import { declaredStep, historyStep, isMadeOf } from './image-history.ts';
import { isOtherLanguage } from './language.ts';
import { normalName } from './package-name.ts';
import { isPlain, matchesPath, matchesPathOrAbove } from './path-pattern.ts';
import { checksum, findSecrets } from './secrets.ts';
import { withoutMarkup } from './sentences.ts';
import { assigned, filledIn } from './shell-variables.ts';
import { linesOf, texts } from './texts.test-support.ts';
import { areDisjoint, holdsMinor, isHeld } from './version-constraint.ts';
import { wordPlace } from './word-place.ts';

test('secrets: one that is put in is found at its line', () => {
  const body = fc.stringMatching(/^[A-Za-z0-9]{30}$/);
  fc.assert(
    fc.property(texts, body, (text, random) => {
      const token = `ghp_${random}${checksum(random)}`;
      for (const { line } of findSecrets(text)) expect(line).toBeLessThanOrEqual(linesOf(text));
      const isMadeUp = findSecrets(token).length === 0;
      const found = findSecrets(`${text}\n${token}\n`).filter(({ kind }) => kind === 'github');
      expect(isMadeUp || found.length > 0).toBe(true);
    }),
    runs,
  );
});

test('steps of a history', () => {
  fc.assert(
    fc.property(texts, texts, (text, other) => {
      const step = historyStep(text);
      for (const instruction of parseDockerfile(`RUN ${other}\n${text}`).instructions)
        isMadeOf(declaredStep(instruction), step);
      expect(step.text).not.toContain('\n');
    }),
    runs,
  );
});

test('paths: one is matched by itself, and by what lies above it', () => {
  const part = fc.stringMatching(/^[a-z.]{1,8}$/);
  const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(texts, path, part, fc.boolean(), (pattern, whole, below, deep) => {
      matchesPath(pattern, whole, deep);
      expect(isPlain(whole)).toBe(true);
      expect(matchesPath(whole, whole, deep)).toBe(true);
      expect(matchesPathOrAbove(whole, `${whole}/${below}`)).toBe(true);
    }),
    runs,
  );
});

test('versions', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      expect(areDisjoint(one, other)).toBe(areDisjoint(other, one));
      expect([isHeld(one), holdsMinor(one)].every((told) => typeof told === 'boolean')).toBe(true);
    }),
    runs,
  );
});

test('packages: their normal form is that of itself', () => {
  const manager = fc.constantFrom('pip', 'conda', 'apt', 'apk', 'dnf', 'uv');
  fc.assert(
    fc.property(manager, texts, (by, text) => {
      expect(askedPackage(by, text).written).toBe(text);
      expect(normalName(normalName(text))).toBe(normalName(text));
    }),
    runs,
  );
});

test('variables: what is not told stays as it is written', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(filledIn(text.replaceAll(':-', ''), new Map())).toBe(text.replaceAll(':-', ''));
      for (const [name] of assigned(text)) expect(text).toContain(`${name}=`);
    }),
    runs,
  );
});

test('words and marks: lines stay, and nothing is looked for outside of the text', () => {
  fc.assert(
    fc.property(texts, fc.nat(400), fc.string({ maxLength: 3 }), (text, at, word) => {
      const breaks = text.split('\n').length;
      for (const bare of [withoutComments(text), onlyBreaks(text), entities(text)])
        expect(bare.split('\n')).toHaveLength(breaks);
      withoutMarkup(text);
      for (const { at: from, code } of codeSpans(text)) expect(text.slice(from)).toContain(code);
      expect(lineCounter(text, 1)(at)).toBeLessThanOrEqual(breaks);
      expect(lineOf(text, at)).not.toContain('\n');
      expect(wordPlace(text, word)).toBeLessThanOrEqual(text.length);
      isOtherLanguage(text);
      jsonList(text);
      expect(execForm(JSON.stringify([text, word]))).toEqual([text, word]);
      for (const { line } of undecodableEnvironmentYml(text).problems) expect(line).toBeLessThanOrEqual(linesOf(text));
    }),
    runs,
  );
});
