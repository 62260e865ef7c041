import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { exportHead } from '../../../shared/ledger/export-lines.ts';
import { tellCore } from './core-calls.ts';

const line = z.strictObject({
  sequence: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ExportedEntry = z.output<typeof line>;

/** Every entry of an export as NDJSON, behind the line of its signatures. Throws on a line that is none. */
export function readExport(path: string): readonly ExportedEntry[] {
  const text = readFileSync(path, 'utf8');
  if (!text.endsWith('\n')) throw new Error('the export stops in the middle of a line');
  const [first = '', ...lines] = text.trimEnd().split('\n');
  exportHead.parse(JSON.parse(first));
  return lines.map((each) => line.parse(JSON.parse(each)));
}

/** Past the buttons: has a supervisor who is signed in export the ledger, and reads it. */
export async function ledgerOf(page: Page, exportFolder: string): Promise<readonly ExportedEntry[]> {
  const { file } = z
    .object({ file: z.string() })
    .parse(await tellCore(page, 'exportLedger', { format: 'ndjson' }));
  return readExport(join(exportFolder, file));
}

/** Opens the counter's day and closes it: entries about applicants wait until then. Whoever is signed in is a supervisor. */
export async function closeTheDay(page: Page): Promise<void> {
  await tellCore(page, 'openDay', { blanks: 10 });
  await tellCore(page, 'closeDay', {
    ...{ blanks: 10, expected: 10, paid: 0, blanksDifference: 'none' },
    ...{ drawerCents: null, drawerDifference: 'none' },
  });
}

/** The ledger with the entries about applicants of today. */
export async function ledgerOfClosedDay(page: Page, exportFolder: string): Promise<readonly ExportedEntry[]> {
  await closeTheDay(page);
  return ledgerOf(page, exportFolder);
}
