// "And 1 more." says nothing away from what it follows.
const SHORT = 20;

/** The first sentence, and what follows it unless that is short. A point inside a name, a number or backticks ends nothing. */
export function splitSentence(text: string): readonly [first: string, rest: string] {
  for (const { index } of text.matchAll(/[.!?]\s+(?=[\p{Lu}“"`])/gu)) {
    const [first, rest] = [text.slice(0, index + 1), text.slice(index + 1).trimStart()];
    if (first.split('`').length % 2 === 1 && rest.length >= SHORT) return [first, rest];
  }
  return [text, ''];
}
