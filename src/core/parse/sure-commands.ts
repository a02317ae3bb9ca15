import type { SimpleCommand } from './shell-words.ts';

const TEST = /^(?:\[{1,2}|test|which|hash|type|grep|egrep|command|!)$/;
const OPENS = /^(?:if|for|while|until|case|select)$/;
const CLOSES = /^(?:fi|done|esac)$/;

/** Which commands are run whatever happens, and must succeed. */
export function sureness(commands: readonly SimpleCommand[]): readonly boolean[] {
  let [depth, inFunction, follows] = [0, false, true];
  return commands.map(({ words, operator }, index) => {
    const [first = '', second = ''] = words;
    if (OPENS.test(first) || first.endsWith('()') || first === 'function') depth++;
    inFunction ||= first.endsWith('()') || first === 'function';
    const before = commands[index - 1]?.words[0] ?? '';
    if (operator === '||' || (operator === '&&' && TEST.test(before))) follows = false;
    else if (operator !== '&&' && operator !== '|') follows = true;
    const isSure = depth === 0 && follows && commands[index + 1]?.operator !== '||';
    if (CLOSES.test(first) || (inFunction && (first === '}' || second === '}'))) depth = Math.max(0, depth - 1);
    if (depth === 0) inFunction = false;
    return isSure;
  });
}
