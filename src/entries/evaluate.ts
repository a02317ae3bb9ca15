import packageFile from '../../package.json' with { type: 'json' };
import { runEvaluate } from '../command-line/evaluate-command.ts';

const { output, errors, exitCode } = await runEvaluate(process.argv.slice(2), packageFile.version);
process.exitCode = exitCode;
if (output !== '') process.stdout.write(`${output}\n`);
if (errors !== '') process.stderr.write(`${errors}\n`);
