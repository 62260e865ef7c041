// Run by tests as a process of its own: another opener, to be refused or killed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './open-database.test-support.ts';
import { prepareDatabase } from './open-database.ts';
import { nextSchema, sampleSchema as schema } from './sample-schema.test-support.ts';

const [path = '', action] = process.argv.slice(2);

function answer(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Keeps the process until it is killed or its parent closes the pipe. */
process.stdin.resume();

if (action === 'create-many') {
  mkdirSync(path);
  answer({ ok: true });
  for (let count = 0; ; count += 1) openDatabase({ path: join(path, `${count}.db`), schema });
}
const isUpdate = action === 'update' || action === 'growing-update';
if (action === 'prepare-update') {
  const prepared = prepareDatabase({ path, schema: nextSchema(false) });
  answer(prepared.ok ? { ok: true } : prepared);
  // It keeps the file as it is until it is killed.
  await new Promise(() => undefined);
}
const opened = openDatabase({ path, schema: isUpdate ? nextSchema(action === 'growing-update') : schema });
if (opened.ok && action === 'transaction') {
  // A cache of a few pages makes SQLite write into the file before the commit, so that the journal is hot.
  opened.value.pragma('cache_size=4');
  opened.value.exec('BEGIN');
  const change = opened.value.prepare('UPDATE notes SET body = zeroblob(4000) WHERE id = ?');
  for (let id = 1; id <= 200; id += 1) change.run(id);
}
answer(opened.ok ? { ok: true } : opened);
