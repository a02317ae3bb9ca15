import type { AnyCheck } from '../../src/core/checks/check-list.ts';
import { checks } from '../../src/core/checks/index.ts';
import type { Level, Rubric } from '../../src/core/model/rubric.ts';
import { rubrics } from '../../src/core/rubrics/index.ts';

const LEVELS: Readonly<Record<Level, string>> = { required: 'to fix', recommended: 'tip', information: 'information' };

const DECIDED: Readonly<Record<AnyCheck['decidedBy'], string>> = {
  'any-example': 'a pass stands, a failure does not: what is needed may be in the part that was not read',
  'any-counterexample': 'a failure stands, a pass does not: the part that was not read may hold a fault',
  everything: 'nothing is said: it is “not looked at”',
};

const asked = rubrics.filter(({ id }) => id !== 'every-check');

/** `docs/checks.md`: every check and every rubric as they stand in `src/core`. */
export const checksPage = (): string =>
  `${[
    '# What Reprise checks',
    '<!-- Made from src/core/checks and src/core/rubrics by `npm run docs`; a test holds that it is current. -->',
    'Each check reads what the repository or its image holds and gives one of four answers: it passes, it fails, it does not apply, or it was not looked at. A fault on the way (a limit, a broken connection, a file too large) is never a failure. No check says that something runs or works, because nothing is run.',
    'A rubric says which checks a course or lab asks for. A failure counts as **to fix** or as a **tip**; **information** counts as neither.',
    levelTable(),
    '## Rubrics',
    ...asked.map(rubricPart),
    '## Checks',
    ...checks.map(checkPart),
  ].join('\n\n')}\n`;

function levelTable(): string {
  const head = `| check | ${asked.map(({ title }) => title).join(' | ')} |\n|---|${asked.map(() => '---|').join('')}`;
  const lines = checks.map(
    ({ id }) => `| [${id}](#${id}) | ${asked.map((rubric) => levelIn(rubric, id)).join(' | ')} |`,
  );
  return [head, ...lines].join('\n');
}

function levelIn(rubric: Rubric, id: string): string {
  const found = rubric.rows.flatMap((row) => row.checks.filter(({ check }) => check === id));
  return found.length === 0 ? '–' : found.map(({ level }) => LEVELS[level]).join(', ');
}

function rubricPart({ id, title, description, rows, parameters }: Rubric): string {
  const { platform, command } = parameters;
  const lines = rows.map(
    (row) =>
      `| ${row.statement} | ${row.checks.map(({ check, level }) => `[${check}](#${check}) (${LEVELS[level]})`).join('<br>')} |`,
  );
  const wants = [
    ...(platform === null ? [] : [`Images are wanted for \`${platform}\`.`]),
    ...(command === null ? [] : [`Their command is to be \`${JSON.stringify(command)}\`.`]),
  ];
  const words = [`\`${id}\`. ${description}`, ...wants].join(' ');
  return [`### ${title}`, words, ['| row | what stands behind it |', '|---|---|', ...lines].join('\n')].join('\n\n');
}

function checkPart(check: AnyCheck): string {
  const { id, statement, why, lesson, fix, reads, decidedBy, examples } = check;
  const inRows = asked.flatMap((rubric) =>
    rubric.rows
      .filter((row) => row.checks.some((one) => one.check === id))
      .map((row) => `${rubric.title}: “${row.statement}” (${levelIn(rubric, id)})`),
  );
  const facts = [
    `- **Why**: ${oneLine(why)}`,
    ...(lesson === undefined ? [] : [`- **The lesson**: “${oneLine(lesson)}”`]),
    `- **What to do**: ${oneLine(fix)}`,
    `- **Reads**: ${reads.map(factWords).join(', ')}. Where a part of it could not be read, ${DECIDED[decidedBy]}.`,
    `- **Asked by**: ${inRows.length === 0 ? 'no built-in rubric' : inRows.join('; ')}.`,
  ];
  return [
    `### ${id}`,
    statement,
    facts.join('\n'),
    'Passes:',
    example(examples.pass),
    'Fails:',
    example(examples.fail),
  ].join('\n\n');
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

const example = (text: string): string => `~~~text\n${text}\n~~~`;

/** A fact's name as words: `condaEnvironment` is "the conda environment". */
const factWords = (name: string): string => `the ${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
