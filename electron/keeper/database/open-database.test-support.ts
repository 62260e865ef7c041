import type { Result } from '../../../shared/result.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { type Database, finishDatabase, type OpenFailure, prepareDatabase } from './open-database.ts';

/** Opens a database, and brings it to this version at once. Apart, because a child process needs no vitest. */
export function openDatabase(which: {
  readonly path: string;
  readonly schema: DatabaseSchema;
}): Result<Database, OpenFailure> {
  const prepared = prepareDatabase(which);
  return prepared.ok ? finishDatabase(prepared.value) : prepared;
}
