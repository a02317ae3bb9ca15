import { build } from 'vite';
import { changedLibraries } from '../../vite.config.ts';

/** The tables with their parsers as one script, made by the product's own build; it leaves its result in `globalThis.ran`. */
export async function bundleTables(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [
      {
        name: 'tables',
        resolveId: (id) => (id === 'tables' ? '\0tables' : null),
        load: (id) =>
          id === '\0tables'
            ? `import { runTables } from '${new URL('run-tables.ts', import.meta.url).pathname}'; globalThis.ran = runTables();`
            : null,
      },
      changedLibraries(),
    ],
    build: {
      write: false,
      target: 'chrome123',
      lib: { entry: 'tables', formats: ['iife'], name: 'unused' },
      rolldownOptions: { input: 'tables' },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined || chunk.type !== 'chunk') throw new Error('the tables were not built');
  return chunk.code;
}
