import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { repository } from '../vite/repository.ts';

const FOLDERS = ['electron', 'renderer', 'shared', 'build/programmes'];

/** Whether a kiosk is made of it: not tests, not what editors and compilers leave beside a file. */
export function isSource(path: string): boolean {
  return (
    /\.(ts|tsx|css|html|json|po|svg)$/.test(path) &&
    !/\.(test|test-support)\.tsx?$/.test(path) &&
    !/(^|\/)i18n\/(residents\/)?[a-z]{2}(-[A-Z]\w+)?\.ts$/.test(path)
  );
}

/** Tells of every saved source file below `root`, until it is closed by what this answers. */
export function watchSources(changed: (path: string) => void, root = repository): () => void {
  const watchers = FOLDERS.map((folder) =>
    watch(fileURLToPath(new URL(`${folder}/`, root)), { recursive: true }, (_event, name) => {
      if (name !== null && isSource(name)) changed(`${folder}/${name}`);
    }),
  );
  return () => {
    for (const watcher of watchers) watcher.close();
  };
}
