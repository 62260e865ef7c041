import { expect, it } from 'vitest';
import { acrossProcesses } from './process-boundaries.ts';

function found(path: string, text: string): readonly string[] {
  return acrossProcesses([{ path, text }]);
}

it.each([
  // What proves that the keeper never sees a person: these open sealed parts.
  [
    'electron/keeper/production/held-record.ts',
    "import { makeRecord } from '../../production/make-record.ts';",
  ],
  ['electron/keeper/production/held-record.ts', "export * from '../../production/seal-record.ts';"],
  ['electron/keeper/start/run-keeper.ts', "await import('../../record-search/search-application.ts');"],
  ['electron/keeper/start/run-keeper.ts', "import type { X } from '../../launcher/environment.ts';"],
  ['electron/lib/frames.ts', "import { open } from '../keeper/vault/vault.ts';"],
  ['electron/launcher/main.ts', "import { x } from '../core/keeper-client.ts';"],
  ['electron/production/worker.ts', "import { x } from '../print/run-worker.ts';"],
  ['electron/record-search/worker.ts', "import { x } from '../production/seal-record.ts';"],
  ['electron/core/main.ts', "import { x } from '../record-search/search-application.ts';"],
  ['electron/session/main.ts', "import { x } from '../launcher/environment.ts';"],
])('finds that %s names a file of another process: %s', (path, text) => {
  expect(found(path, text)).toEqual([
    expect.stringMatching(`^${path} takes .* which is of another process$`),
  ]);
});

it.each([
  ['electron/production/worker.ts', "import Database from 'better-sqlite3';", 'electron/keeper'],
  ['electron/lib/frames.ts', "import { app } from 'electron';", 'electron/session and electron/preload'],
  ['electron/launcher/main.ts', "await import('electron');", 'electron/session and electron/preload'],
])('finds that %s loads what is not its own: %s', (path, text, owners) => {
  expect(found(path, text)).toEqual([expect.stringMatching(`${owners} alone may$`)]);
});

it.each([
  // A feature of the keeper that is called like the process which it starts, at any depth.
  ['electron/keeper/counter-day/work.ts', "import { x } from '../record-search/record-searches.ts';"],
  ['electron/keeper/vault/migrations/one.ts', "import { x } from '../../production/production-calls.ts';"],
  ['electron/keeper/vault/vault.ts', "import Database from 'better-sqlite3';"],
  ['electron/session/main.ts', "import { app } from 'electron';"],
  ['electron/production/worker.ts', "import { open } from '../lib/sealing/seal.ts';"],
  ['electron/print/worker.ts', "import { x } from '../../shared/contract/worker.ts';"],
  ['electron/keeper/start/files.test.ts', "import { x } from '../../core/main.ts';"],
])('lets %s take %s', (path, text) => {
  expect(found(path, text)).toEqual([]);
});
