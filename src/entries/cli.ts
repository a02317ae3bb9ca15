import packageFile from '../../package.json' with { type: 'json' };
import { runJudge } from '../command-line/judge-command.ts';

const { output, errors, exitCode } = await runJudge(process.argv.slice(2), process.env, packageFile.version);
process.exitCode = exitCode;
// A reader that has seen enough (`| head`) is no fault; a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The report could not be written: ${error.message}\n`);
  process.exitCode = 2;
});
if (output !== '') process.stdout.write(`${output}\n`);
if (errors !== '') process.stderr.write(`${errors}\n`);
