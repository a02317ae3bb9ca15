// `npm run pictures`: makes the pictures of the README in docs/pictures, with Chromium on the bundled sample class.
import { runTool } from './run-tool.mjs';

await runTool('chrome', 'take-pictures', ({ takePictures }) => takePictures('docs/pictures'));
