// `npm start`: sets itself up, builds, and opens a browser with Reprise on the bundled sample class. Options: see README.
import { runTool } from './run-tool.mjs';

const words = process.argv.slice(2);
const browser = words.some((word) => /^(--browser=)?firefox$/.test(word)) ? 'firefox' : 'chrome';
await runTool(browser, 'open-sample-class', ({ openSampleClass }) => openSampleClass(words));
