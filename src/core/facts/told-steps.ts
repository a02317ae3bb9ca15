import { findImageMentions } from '../parse/image-mentions.ts';
import type { Sentence } from '../parse/sentences.ts';
import type { EnvironmentTool } from '../tables/command-purposes.ts';
import { INTERPRETED_SOURCE as SOURCE } from '../tables/source-languages.ts';
import type { OwnNames } from './command-purpose.ts';
import { fileName } from './tree.ts';

const PATH = /(?<![\w./-])[\w~.-][\w./~-]{0,200}/g;
const RUN =
  /\b(?:(?:re-?)?run(?:ning)?(?![.\w/])|execut(?:e|ing)|launch(?:ing)?|start(?:ing)?|knit|render|invoke|call|interact with)\b|\btype (?:make|snakemake|just)\b|\b(?:press|click|hit|choose)\b.{0,40}\bsource\b|\b(?:can|should|must|may|could|will|to) be (?:re-?)?(?:run|executed|called|launched)\b/i;
/** One opens scripts to change them, and notebooks to run them. */
const OPEN = /\b(?:open(?:ing|ed)?|step through|click|explore|walk through|go through|work through)\b/i;
const NOTEBOOK = /\.(?:ipynb|rmd|qmd)$/i;
const PAGE = /\.html?$/i;
/** A file that begins a sentence is described, not run: `run.py: the main script`, `train.py trains the model`. */
const DESCRIBED =
  /^[("'*\s]*[\w./-]{1,200}\.\w{1,5}["')\s]*(?:\(\S*\)\s*)?(?:[:|–—=-]|$|(?!can\b)(?:is|are|contains?|holds?|has|handles?|\w+s)\b)/;
export const BROKEN_OFF =
  /\b(?:do(?:es)?|did|is|are|was|were|will|can|could|should)(?: not|n[’']t)\b(?! forget| hesitate).{0,60}\b(?:work|run|support|suppl|compatible|available|recommend|need|require|necessary|use|possible|install)|\bcannot\b|\bno longer\b|\bunable to\b|\bwithout (?:having|needing)\b|\b(?:do|need) not (?:run|install|use)\b/i;

/** What is yet to come is no step. */
const UNDONE =
  /\b(?:TO-?DO|TBD|FIX-?ME)\b|^\W{0,4}[Ii]n (?:the )?future\b|\bcoming soon\b|\bwill (?:soon|eventually)\b/;

const isTakenBack = (text: string): boolean => BROKEN_OFF.test(text) || UNDONE.test(text);

const REFUSED =
  /\b(?:do not|don[’']t|never|cannot|can[’']t) (?:ever |just |need to |have to |try to )?(?:run|use|execute|call|type|start|install)\W{1,4}$|\b(?:TO-?DO|TBD|FIX-?ME)\b[^.]{0,100}$|(?:^|[.!?] )\W{0,4}[Ii]n (?:the )?future\b[^.]{0,150}$/i;

/** Whether the words around a command of a sentence take it back: "do not run `…`", "`…` does not work". */
export const isRefused = (before: string, rest: string): boolean =>
  REFUSED.test(before.slice(-300)) || UNFIT.test(rest.slice(0, 400));
const UNFIT = /\b(?:does|do|did|will)(?: not|n[’']t) (?:yet )?work\b(?! (?:on|with|in|for|under)\b)/;

/** The file of code that a sentence tells to run or open, or null. */
export function toldToRun(sentence: Sentence, own: OwnNames): string | null {
  const { text } = sentence;
  if (text.length > 2_000) return null;
  const online = onlineNotebook(text, own);
  if (online !== null) return online;
  const [isRun, isOpened] = [RUN.test(text), OPEN.test(text)];
  if (!(isRun || isOpened) || isTakenBack(text) || (sentence.isFirst && DESCRIBED.test(text))) return null;
  const isPage = own.isWebPage || /\bbrowser\b/i.test(text);
  const told = ownPaths(text, own).find(
    (path) => ((isRun ? SOURCE : NOTEBOOK).test(path) || (isPage && PAGE.test(path))) && !NO_STEP.test(path),
  );
  return told ?? withoutEnding(text, own);
}

/** The paths in a text that end in the name of a file of the repository. */
const ownPaths = (text: string, own: OwnNames): readonly string[] =>
  (text.match(PATH) ?? [])
    .map((path) => path.replace(/[.,;:]+$/, ''))
    .filter((path) => own.files.has(fileName(path).toLowerCase()));

/** Whether a text in any language names a file that a step may be about. */
export const namesStepFile = (text: string, own: OwnNames): boolean =>
  ownPaths(text.slice(0, 2_000), own).some((path) => SOURCE.test(path) || SPECS.some(({ form }) => form.test(path)));

/** The notebook of the repository that a link opens in Colab or Binder, or null. */
function onlineNotebook(text: string, own: OwnNames): string | null {
  const path =
    /\b(?:colab\.research\.google\.com\/github|mybinder\.org\/v2)\/([^\s()]{1,300}\.ipynb)\b/i.exec(text)?.[1] ?? '';
  const name = fileName(path.replace(/%2F|=/gi, '/').replaceAll('%20', ' ')).toLowerCase();
  return own.files.has(name) ? name : null;
}

const NO_STEP = /(?:^|\/)(?:setup\.py|install\w*\.\w+|__init__\.py|node\.js|next\.js|vue\.js|three\.js|d3\.js)$/i;

const MAKEFILES: Readonly<Record<string, string>> = { make: 'makefile', snakemake: 'snakefile', just: 'justfile' };

/** "Run the trends notebook", "open the notebook" where there is one, "run the scripts in `src`", "type make", "run `main`" of MATLAB. */
function withoutEnding(text: string, own: OwnNames): string | null {
  if (own.notebooks > 0 && /\b(?:run|execute|open|work through|go through)\b.{0,60}\bnotebooks\b/i.test(text))
    return 'notebooks';
  const word = /\b(?:type|run|execute|call|enter)\b (?:the )?(?:command |function |script |file )?(\w{1,60})/i.exec(
    text,
  )?.[1];
  for (const file of [MAKEFILES[word ?? ''], `${word?.toLowerCase()}.m`])
    if (file !== undefined && own.files.has(file)) return file;
  const notebook = /\b(?:run|open|execute)\b.{0,80}?\b([\w-]{3,80}) (?:jupyter )?notebook\b/i.exec(text)?.[1];
  const name = notebook?.toLowerCase();
  if (name !== undefined && (own.files.has(`${name}.ipynb`) || (name === 'the' && own.notebooks === 1))) return name;
  const folder =
    /\b(?:run|execute)\b.{0,80}\b(?:notebooks|scripts)\b.{0,40}\b(?:in|from|under|of) (?:the )?([\w./-]{1,100})/i
      .exec(text)?.[1]
      ?.replace(/[/.]+$/, '') ?? '';
  return own.folders.has(fileName(folder).toLowerCase()) ? folder : null;
}

const TO_REPRODUCE =
  /\b(?:to|how to|order to) (?:re-?)?(?:produce|plicate|run|create|generate|obtain|compute)\b|\brepro|\breplicat|\brun(?:ning)? the|^run(?:ning)?\b(?!\.)|\bsteps\b|\busage\b/i;

/** The file of a list under "to reproduce": `sentence` begins an item with a file of code. */
export function listedToRun(sentence: Sentence, before: string, own: OwnNames): string | null {
  const name = /^[\d.)\s"'*-]*([\w./-]{1,200}\.\w{1,5})(?![\w/])/.exec(sentence.text)?.[1];
  if (!sentence.isFirst || name === undefined || !SOURCE.test(name) || !own.files.has(fileName(name).toLowerCase()))
    return null;
  return TO_REPRODUCE.test(before) || TO_REPRODUCE.test(sentence.section) ? name : null;
}

const INSTALL =
  /\b(?:(?:re-?)?install(?:ing)?|creat(?:e|ing)|build(?:ing)?|pull(?:ing)?|us(?:e|ing)|launch(?:ing)?|set(?:ting)? ?up|recreat(?:e|ing)|load(?:ing)?|import(?:ing)?|clon(?:e|ing)|run(?:ning)?(?![.\w/])|activat(?:e|ing)|(?:be|are) installed (?:with|from|by|via|using|through|as))\b/i;
const CHECKED_ONLY =
  /\b(?:refer to|check|see|look at|consult)\b.{0,120}\b(?:to (?:check|see|make sure|verify|know)|if|whether)\b|\bused (?:to|for|by|in)\b|\b(?:beyond|besides) the\b/i;
const SPECS: readonly { readonly tool: EnvironmentTool; readonly form: RegExp }[] = [
  { tool: 'conda', form: /(?<![\w])[\w./-]{0,120}env(?:ir\w{0,12})?[\w-]{0,40}\.ya?ml\b|\bconda[\w-]{0,40}\.ya?ml\b/i },
  {
    tool: 'pip',
    form: /(?<![\w])[\w./-]{0,120}requi\w{0,12}[\w-]{0,40}\.(?:txt|in)\b|\b(?:pyproject\.toml|Pipfile|setup\.(?:py|cfg))/i,
  },
  {
    tool: 'other',
    form: /\b(?:uv\.lock|poetry\.lock|pixi\.(?:toml|lock)|conda-lock\.yml|renv\.lock|Manifest\.toml|Project\.toml|(?:install|libraries|requirements|packages|dependencies)\.R|apt\.txt|package\.json)\b/,
  },
  { tool: 'docker', form: /\bDockerfile\b|\b(?:docker-)?compose\.ya?ml\b|\bdevcontainer(?:\.json)?\b/i },
];
const IMAGE = /\b(?:docker|image|container)\b/i;
const IMAGE_NAME = /(?<![\w./:@-])[a-z0-9][\w.-]{1,60}\/[a-z0-9][\w.-]{1,60}(?::[\w.-]{1,60})?(?![\w/])/;
const ABOUT_ENVIRONMENT =
  /\b(?:environments?|set-?\s?up|install\w*|docker\w*|containers?|requirements?|dependenc\w+|prerequisites?|getting started|quick ?start)\b/i;
const INCLUDED =
  /\b(?:included|provided|attached|accompanying|supplied)\s+(?:docker\s?(?:image|container|file)|container|image|(?:conda )?environment file|requirements file)\b/i;
const ONLINE =
  /\b(?:(?:[\w-]+\.)?mybinder\.org\/v2\/|codespaces\.new\/|github\.com\/codespaces\/(?:new|badge)|vscode\.dev\/redirect\?url=vscode:\/\/ms-vscode-remote)/i;

const NAMES_ENVIRONMENT =
  /\.(?:ya?ml|txt|in|toml|lock|cfg|py|R|json)\b|file\b|docker|image|container|mybinder|colab|codespaces|vscode|ghcr/i;

const REOPEN =
  /\b(?:re)?open(?:ed|ing)?\b.{0,60}\bin (?:a |the )?container\b|\b(?:open|use|start|build|launch)\b.{0,60}\bdev ?containers?\b/i;

/** The tool by which a sentence tells to recreate the environment, or null. */
export function toldToRecreate(sentence: Sentence, own: OwnNames): EnvironmentTool | null {
  const { text, section } = sentence;
  if (text.length > 2_000 || !NAMES_ENVIRONMENT.test(text)) return null;
  if (ONLINE.test(text) || onlineNotebook(text, own) !== null) return 'other';
  if (REOPEN.test(text) && own.files.has('devcontainer.json') && !isTakenBack(text)) return 'docker';
  const hasImage = findImageMentions(text).length > 0;
  const isTold = (hasImage && ABOUT_ENVIRONMENT.test(section)) || (INSTALL.test(text) && !CHECKED_ONLY.test(text));
  if (!isTold || isTakenBack(text)) return null;
  if (hasImage || INCLUDED.test(text) || (IMAGE.test(text) && IMAGE_NAME.test(text))) return 'docker';
  if (sentence.isFirst && DESCRIBED.test(text)) return null;
  const tool = SPECS.find(({ form }) => form.test(text))?.tool ?? null;
  return tool === 'pip' && /\bconda\b/i.test(text) ? 'conda' : tool;
}
