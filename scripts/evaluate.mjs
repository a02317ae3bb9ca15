// `npm run evaluate -- LABELS.json REPOSITORIES_DIR`: compares verdicts with labels.
import { runProgram } from './run-program.mjs';

await runProgram('evaluate');
