import { importsOf, isOfTests, mentionedBy, type SourceFile } from './imports.ts';

/** What one process alone may load. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/session', 'electron/preload'],
  'better-sqlite3': ['electron/keeper'],
};

const BY_NAME = /(?:from|import|require\(|import\()\s*'([\w@][^'./]*)/g;

/**
 * What a process takes from another one, by the path that it comes to: the keeper has features that are called like the
 * processes which they start, so a pattern of the import's own text would not know them apart. A folder below electron/
 * is one process, but electron/lib/, which all share. Packages that belong to one process count as well.
 */
export function acrossProcesses(sources: readonly SourceFile[]): readonly string[] {
  const product = sources.filter(({ path }) => path.startsWith('electron/') && !isOfTests(path));
  return product.flatMap((source) => {
    const own = processOf(source.path);
    const files = new Set([...importsOf(source).map(({ to }) => to), ...mentionedBy(source)]);
    const packages = new Set([...source.text.matchAll(BY_NAME)].map(([, name = '']) => name));
    return [
      ...[...files]
        .filter((to) => /^(electron|renderer|build|tests)\//.test(to))
        .filter((to) => ![own, 'electron/lib'].includes(processOf(to)))
        .map((to) => `${source.path} takes ${to}, which is of another process`),
      ...[...packages]
        .filter((name) => PACKAGES[name]?.includes(own) === false)
        .map((name) => `${source.path} loads ${name}, which ${PACKAGES[name]?.join(' and ')} alone may`),
    ];
  });
}

function processOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
