import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { z } from 'zod';
import { repository } from '../vite/repository.ts';
import { productPage } from './serve-pages.ts';

/** A page, and the scripts that it runs in this order: paths from the root of the screen, as Vite names entries. */
interface BuiltPage {
  readonly html: URL;
  readonly scripts: readonly string[];
}

/** Pages by the path at which they are served. */
type BuiltPages = Readonly<Record<string, BuiltPage>>;

const PAGE = '../build/dev/page/page.ts';
const LIST = '../build/dev/list/list.ts';
const MAIN = 'main.tsx';

/** The pages of `npm run dev`. */
const PAGES: BuiltPages = {
  list: { html: new URL('build/dev/list/list.html', repository), scripts: [LIST] },
  screen: { html: productPage, scripts: [PAGE, MAIN] },
};

const chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).optional(),
  css: z.array(z.string()).optional(),
});
const manifestSchema = z.record(z.string(), chunk);
type Manifest = z.infer<typeof manifestSchema>;

function stylesOf(manifest: Manifest, name: string, seen = new Set<string>()): readonly string[] {
  const found = manifest[name];
  if (found === undefined) throw new Error(`nothing was built of ${name}`);
  if (seen.has(name)) return [];
  seen.add(name);
  return [...(found.imports ?? []).flatMap((each) => stylesOf(manifest, each, seen)), ...(found.css ?? [])];
}

function htmlOf({ html, scripts }: BuiltPage, manifest: Manifest): string {
  const seen = new Set<string>();
  const styles = scripts.flatMap((script) => stylesOf(manifest, script, seen));
  const head = styles.map((file) => `<link rel="stylesheet" href="/${file}" />`);
  const body = scripts.map((script) => `<script type="module" src="/${manifest[script]?.file}"></script>`);
  return readFileSync(html, 'utf8')
    .replaceAll(/<script .*<\/script>/g, '')
    .replace('</head>', `${head.join('')}</head>`)
    .replace('</body>', `${body.join('')}</body>`);
}

/**
 * Builds the pages of `npm run dev` into `folder`, and `more` of them. For whoever opens a page hundreds of times: a
 * development server sends hundreds of modules to each, which takes four seconds of a processor.
 */
export async function buildPages(folder: string, more: BuiltPages = {}): Promise<void> {
  const pages = { ...PAGES, ...more };
  await asWhileDeveloped(() => buildScripts(folder, pages));
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  for (const [name, page] of Object.entries(pages))
    writeFileSync(join(folder, `${name}.html`), htmlOf(page, manifest));
}

/** React says what is wrong with an element only while it is developed, and Vite asks the environment for that. */
async function asWhileDeveloped<Value>(work: () => Promise<Value>): Promise<Value> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'development';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** A module of Node's that nothing uses is shaken off here, and ends the page as `npm run dev` serves it. */
const NO_MODULE_OF_NODE: Plugin = {
  name: 'no-module-of-node',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source.startsWith('node:')) throw new Error(`${importer} imports ${source}, which no page has`);
  },
};

function buildScripts(folder: string, pages: BuiltPages): Promise<unknown> {
  return build({
    configFile: fileURLToPath(new URL('build/vite/screens.config.ts', repository)),
    mode: 'development',
    logLevel: 'warn',
    plugins: [NO_MODULE_OF_NODE],
    build: {
      outDir: folder,
      emptyOutDir: true,
      manifest: 'manifest.json',
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: Object.values(pages).flatMap(({ scripts }) =>
          scripts.map((script) => fileURLToPath(new URL(`renderer/${script}`, repository))),
        ),
      },
    },
  });
}
