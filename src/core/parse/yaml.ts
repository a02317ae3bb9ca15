import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import { limits } from '../model/limits.ts';

/** A YAML value with the line (from 1) it begins on. Every scalar is a string: `3.10` stays `3.10`, `no` stays `no`. */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly line: number; readonly value: string; readonly isEmpty: boolean }
  | { readonly kind: 'sequence'; readonly line: number; readonly items: readonly YamlNode[] }
  | { readonly kind: 'mapping'; readonly line: number; readonly pairs: readonly YamlPair[] };

export interface YamlPair {
  readonly key: string;
  readonly line: number;
  readonly value: YamlNode;
}

/**
 * The documents of a text; or what is wrong with it and on which line; or that it is more than we read, which says nothing
 * against it. Repeated keys are kept: the caller says what they mean.
 */
export type ParsedYaml =
  | { readonly ok: true; readonly documents: readonly YamlNode[] }
  | { readonly ok: false; readonly kind: 'invalid'; readonly line: number | null; readonly problem: string }
  | { readonly ok: false; readonly kind: 'too-much'; readonly problem: string };

/** The pairs of a mapping; none of anything else. */
export const pairsOf = (node: YamlNode | undefined): readonly YamlPair[] =>
  node?.kind === 'mapping' ? node.pairs : [];
/** What stands under a key, the first where it is repeated. */
export const valueUnder = (node: YamlNode | undefined, key: string): YamlNode | undefined =>
  pairsOf(node).find((pair) => pair.key === key)?.value;
/** A scalar, or those of a list. */
export const scalarsIn = (node: YamlNode | undefined): readonly Extract<YamlNode, { kind: 'scalar' }>[] =>
  (node?.kind === 'sequence' ? node.items : node === undefined ? [] : [node]).filter((item) => item.kind === 'scalar');

// YAML's own words for nothing.
const EMPTY = /^(?:~|null|Null|NULL)?$/;

class TooMuch extends Error {}
class Invalid extends Error {}

/** Reads YAML by js-yaml's events, so that every value keeps its line. Never throws. */
export function parseYaml(text: string): ParsedYaml {
  try {
    // js-yaml counts the document as a level.
    const events = parseEvents(text, { maxDepth: limits.yamlDepth.most + 1 });
    return { ok: true, documents: new TreeBuilder(text).build(events) };
  } catch (error) {
    return faultOf(error);
  }
}

function faultOf(error: unknown): ParsedYaml {
  if (error instanceof TooMuch) return { ok: false, kind: 'too-much', problem: error.message };
  if (error instanceof Invalid) return { ok: false, kind: 'invalid', line: null, problem: error.message };
  if (!(error instanceof YAMLException))
    return { ok: false, kind: 'invalid', line: null, problem: 'it cannot be read' };
  if (error.reason.startsWith('nesting exceeded maxDepth'))
    return { ok: false, kind: 'too-much', problem: limits.yamlDepth.sentence };
  const line = error.mark === undefined ? null : error.mark.line + 1;
  return { ok: false, kind: 'invalid', line, problem: error.reason };
}

type Open =
  | { kind: 'document'; nodes: YamlNode[] }
  | { kind: 'sequence'; line: number; items: YamlNode[]; anchor: string | null }
  | {
      kind: 'mapping';
      line: number;
      pairs: YamlPair[];
      key: { text: string; line: number } | null;
      anchor: string | null;
    };

/** Holds the stack of open collections while js-yaml's flat list of events becomes a tree. */
class TreeBuilder {
  private readonly documents: YamlNode[] = [];
  private readonly open: Open[] = [];
  private readonly anchors = new Map<string, YamlNode>();
  private readonly text: string;
  private readonly lineStarts: readonly number[];
  private aliases = 0;
  private readUpTo = 0;
  private nodes = 0;

  constructor(text: string) {
    this.text = text;
    this.lineStarts = lineStartsOf(text);
  }

  build(events: readonly Event[]): YamlNode[] {
    for (const event of events) this.take(event);
    return this.documents;
  }

  private take(event: Event): void {
    const isValue = event.type !== EVENT_ID.DOCUMENT && event.type !== EVENT_ID.POP;
    if (isValue && ++this.nodes > limits.yamlValues.most) throw new TooMuch(limits.yamlValues.sentence);
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.open.push({ kind: 'document', nodes: [] });
        break;
      case EVENT_ID.SEQUENCE:
        this.open.push({ kind: 'sequence', line: this.lineOf(event.start), items: [], anchor: this.anchorOf(event) });
        break;
      case EVENT_ID.MAPPING:
        this.open.push({
          kind: 'mapping',
          line: this.lineOf(event.start),
          pairs: [],
          key: null,
          anchor: this.anchorOf(event),
        });
        break;
      case EVENT_ID.SCALAR: {
        const value = getScalarValue(this.text, event);
        const isEmpty = event.valueStart < 0 || (event.style === SCALAR_STYLE.PLAIN && EMPTY.test(value));
        const start = event.valueStart < 0 ? this.nextMark() : event.valueStart;
        this.readUpTo = Math.max(start + 1, event.valueEnd);
        this.add({ kind: 'scalar', line: this.lineOf(start), value, isEmpty }, this.anchorOf(event));
        break;
      }
      case EVENT_ID.ALIAS:
        this.add(this.aliased(this.text.slice(event.anchorStart, event.anchorEnd)), null);
        break;
      case EVENT_ID.POP:
        this.close();
        break;
    }
  }

  private aliased(name: string): YamlNode {
    if (++this.aliases > limits.yamlAliases.most) throw new TooMuch(limits.yamlAliases.sentence);
    const node = this.anchors.get(name.replace(/^[*&]/, ''));
    if (node === undefined) throw new Invalid(`the alias “${name}” stands for nothing that is complete before it`);
    return node;
  }

  private close(): void {
    const done = this.open.pop();
    if (done === undefined) return;
    if (done.kind === 'document') this.documents.push(done.nodes[0] ?? emptyNode(1));
    else if (done.kind === 'sequence') this.add({ kind: 'sequence', line: done.line, items: done.items }, done.anchor);
    else this.add({ kind: 'mapping', line: done.line, pairs: done.pairs }, done.anchor);
  }

  private add(node: YamlNode, anchor: string | null): void {
    if (anchor !== null) this.anchors.set(anchor, node);
    const parent = this.open.at(-1);
    if (parent === undefined) return;
    if (parent.kind === 'document') parent.nodes.push(node);
    else if (parent.kind === 'sequence') parent.items.push(node);
    else if (parent.key === null) parent.key = { text: node.kind === 'scalar' ? node.value : '', line: node.line };
    else {
      parent.pairs.push({ key: parent.key.text, line: parent.key.line, value: node });
      parent.key = null;
    }
  }

  /** js-yaml gives an empty value no offset: it stands at the next `-` or `:`. */
  private nextMark(): number {
    for (let at = this.readUpTo; at < this.text.length; at++) {
      const character = this.text[at];
      if (character === '-' || character === ':') return at;
      if (character !== ' ' && character !== '\n' && character !== '\r') break;
    }
    return this.readUpTo;
  }

  private anchorOf(event: { anchorStart: number; anchorEnd: number }): string | null {
    return event.anchorStart < 0 ? null : this.text.slice(event.anchorStart, event.anchorEnd).replace(/^&/, '');
  }

  private lineOf(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}

const emptyNode = (line: number): YamlNode => ({ kind: 'scalar', line, value: '', isEmpty: true });

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
