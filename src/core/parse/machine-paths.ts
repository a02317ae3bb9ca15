/** A path in a text that belongs to one machine; `isHarmless` for homes of containers, stand-ins for a name, and course mounts. */
export interface MachinePath {
  readonly value: string;
  readonly position: number;
  readonly isHarmless: boolean;
}

const MAX_FOUND = 300;
const NAME = String.raw`[A-Za-z0-9._-]{1,40}|\{[^{}\n]{0,40}\}|%s|\$\{?\w{1,30}\}?|<[^<>\n]{1,30}>`;
/** What may stand in a path behind its beginning. */
const REST = String.raw`[^"'\`\s,:;)\]}<>|&*?\\]{0,300}`;
const HOME = String.raw`(?<![\w.$~}\])\-*/])(?:/mnt/[a-z])?/(?:home|Users)/(?:${NAME})(?=[/"'\`\s),;:\]]|$)${REST}`;
const FILE_HOME = `(?<=file://)/(?:home|Users)/(?:${NAME})/${REST}`;
const DRIVE = String.raw`(?<![\w])/content/g?drive/(?:My\\? ?Drive|Shared ?drives)(?![\w])${REST}`;
const MOUNT = String.raw`(?<=["'=\s])/(?:datasets|teams)/[\w.-]${REST}`;
const WINDOWS = String.raw`(?<=["'\`]|file:///)[A-Za-z]:(?:/(?!/)|\\{1,2})[\w$.][^"'\`\n:*?<>|]{1,300}|(?<!\w)[A-Z]:[\\/]{1,2}Users[\\/]{1,2}[^"'\`\n:*?<>|]{1,300}`;
const PATHS = new RegExp(`${HOME}|${FILE_HOME}|${DRIVE}|${MOUNT}|${WINDOWS}`, 'gm');
/** Each of them holds one of these; most texts hold none. */
const MAY_HOLD = /\/(?:home|Users|datasets|teams)\/|\/content\/g?drive\/|[A-Za-z]:[\\/]/;

/** Homes that images and services give to everybody, and names that stand in for one's own. */
const COMMON_HOME =
  /^(?:(?:\/mnt\/[a-z])?\/(?:home|Users)\/|[A-Za-z]:[\\/]{1,2}Users[\\/]{1,2})(?:root|jovyan|vscode|rstudio|docker|mambauser|micromamba|sagemaker-user|ec2-user|ubuntu|runner|gitpod|codespace|coder|app|appuser|node|airflow|hadoop|jenkins|circleci|linuxbrew|\.linuxbrew|neuro|nonroot|pi|Shared|Public|users?|user_?name|your[\w-]{0,20}|my_?name|name|me|you|someone|example|foo|bar|x{2,9}|path|<.{0,30}|\$.{0,30})(?![\w.-])/i;
/** Folders that each Windows has at this place. */
const EACH_WINDOWS = /^[A-Za-z]:[\\/]{1,2}(?:Program ?Files|PROGRA~|ProgramData|Windows|Users[\\/]{1,2}Public)/i;

/** The paths of one machine in a text, in order. Never throws; linear in the text. */
export function findMachinePaths(text: string): readonly MachinePath[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: MachinePath[] = [];
  for (const match of text.matchAll(PATHS)) {
    const value = match[0].replace(/[\s.:]+$/, '');
    if (EACH_WINDOWS.test(value) || (/^[A-Za-z]:/.test(value) && !isWindowsPath(value, text, match.index))) continue;
    const isHarmless =
      COMMON_HOME.test(value) || /^\/(?:datasets|teams)\//.test(value) || isElsewhere(text, match.index);
    found.push({ value, position: match.index, isHarmless });
    if (found.length === MAX_FOUND) break;
  }
  return found;
}

/** `"A:\nYes"` is no path, and `"s:/x/"` is a pattern more often than one. */
function isWindowsPath(value: string, text: string, position: number): boolean {
  if (/^[A-Za-z]:[\\/]{1,2}Users[\\/]/i.test(value)) return true;
  const parts = value
    .slice(2)
    .split(/[\\/]+/)
    .filter((part) => part !== '');
  const isLong = parts.length > 1 || (/^[C-Z]:/.test(value) && (parts[0] ?? '').length > 2);
  if (!isLong || value.startsWith('/', 2)) return isLong && /^[A-Za-z]:\/[\w ./-]+$/.test(value);
  const isRaw = /[rR]/.test(text[position - 2] ?? '');
  return isRaw || value.includes('\\\\') || !parts.every((part) => /^[ntrabfvux0-9]/.test(part));
}

/** `-v /here:/home/x` is inside a container, `me@server:/home/x` on another machine. */
function isElsewhere(text: string, position: number): boolean {
  if (text[position - 1] !== ':') return false;
  const before = text.slice(Math.max(0, position - 400), position);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /(?:\s-v|--volume|--mount|--bind|\s-B|volumes)\b/.test(line) || /[\w.-]@[\w.-]{1,100}:$/.test(line);
}
