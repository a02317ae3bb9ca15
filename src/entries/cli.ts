import packageFile from '../../package.json' with { type: 'json' };
import { runJudge } from '../command-line/judge-command.ts';

const { output, errors, exitCode } = await runJudge(process.argv.slice(2), process.env, packageFile.version);
if (output !== '') process.stdout.write(`${output}\n`);
if (errors !== '') process.stderr.write(`${errors}\n`);
process.exitCode = exitCode;
