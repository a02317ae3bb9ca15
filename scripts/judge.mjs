// `npm run judge -- SUBJECT`: judges one subject on the command line.
import { runProgram } from './run-program.mjs';

await runProgram('cli');
