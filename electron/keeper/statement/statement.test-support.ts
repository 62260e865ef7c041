import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { StatementPaper } from '../../../shared/contract/paper.ts';
import type { Statement, StatementPlace } from '../../../shared/statement/statement.ts';
import { statementFileSchema } from '../../../shared/statement/statement-file.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import type { ScriptedCore } from '../start/scripted-core.test-support.ts';

/** A statement as somebody has it: on the paper, and in its file. */
export interface SavedStatement {
  readonly paper: StatementPaper;
  readonly digest: string;
  readonly text: string;
  readonly statement: Statement;
}

/** A supervisor has a statement made, and takes it away on a stick. */
export async function stateAndSave(core: ScriptedCore, exportFolder: string): Promise<SavedStatement> {
  expect((await core.call('signIn', SUPERVISOR)).ok).toBe(true);
  const made = await core.call('makeStatement', {});
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const saved = await core.call('saveStatement', { digest: made.value.digest });
  if (!saved.ok) throw new Error(saved.error.kind);
  const text = readFileSync(join(exportFolder, saved.value.file), 'utf8');
  const { statement } = statementFileSchema.parse(JSON.parse(text));
  if (statement.format !== 'counterfoil custody statement 3') throw new Error('an old format');
  return { ...made.value, text, statement };
}

/** What it says of one of the folders. */
export function placeNamed(
  { places }: Pick<Statement, 'places'>,
  name: StatementPlace['place'],
): StatementPlace {
  const found = places.find(({ place }) => place === name);
  if (found === undefined) throw new Error(`no place ${name}`);
  return found;
}

/** How many rows it counts in a table of the vault. */
export function rowsIn({ statement }: SavedStatement, table: string): number | undefined {
  return statement.tables.vault.find((each) => each.table === table)?.rows;
}

/** Every line of one section of its paper, as a reader has it. */
export function sectionOf({ paper }: SavedStatement, label: string): readonly string[] {
  const section = paper.sections.find((each) => each.label === label);
  if (section === undefined) throw new Error(`no section ${label}`);
  return [...section.rows.map((row) => `${row.label}: ${row.value}`), ...section.lines];
}
