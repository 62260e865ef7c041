import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordSearchId } from '../../../shared/contract/ids.ts';
import type { RecordSearchPaper } from '../../../shared/contract/paper.ts';
import { ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { fingerprint } from '../../../shared/ledger/checkpoint.ts';
import { sampleStatement } from '../../../shared/record-search/statement.test-support.ts';
import { type SearchStatement, searchStatement } from '../../../shared/record-search/statement.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { kindOfExport } from '../disk/export-names.ts';
import { searchAnswerCalls } from './search-answer-calls.ts';
import { digestOfAnswer } from './search-statement.ts';

/** The calls in a session whose search came to this answer, with a drive. */
function stage(statement: SearchStatement, exportFolder: string) {
  const occupant = newOccupant();
  const search = recordSearchId.parse('e'.repeat(32));
  const name = { search, key: Buffer.alloc(32), sealed: Buffer.from('sealed') };
  const printed: RecordSearchPaper[] = [];
  const calls = searchAnswerCalls(
    {
      recordSearches: { answerOf: () => ({ statement, name }), noteFile: () => undefined },
      clock: { timeZone: 'UTC' },
      pool: { shown: () => occupant.session },
      printer: { ordinary: () => ORDINARY_PRINTER },
      papers: { printSearch: (_printer, paper) => printed.push(paper) },
      exportFolder,
    },
    occupant,
  );
  return { calls, printed };
}

it('the paper of an answer has the first half of a SHA-256: of what its file says, as the ledger’s entry has it', async () => {
  const exportFolder = workingFolder();
  const { calls, printed } = stage(sampleStatement({}), exportFolder);
  expect(await calls.printRecordSearch({})).toEqual({ ok: true, value: { number: 1 } });
  const saved = await calls.saveRecordSearch({});
  if (!saved.ok) throw new Error(saved.error.kind);
  const text = readFileSync(join(exportFolder, saved.value.file), 'utf8');
  const digest = digestOfAnswer(searchStatement.parse(JSON.parse(text)));
  const row = printed[0]?.rows.find(({ label }) => label === 'SHA-256 of the answer');
  expect(row?.value).toBe(`${fingerprint(digest)} (its first half)`);
});

it('an answer is written over no other one: after the clock was set back two can have begun at one moment', async () => {
  const exportFolder = workingFolder();
  const [first, later] = [4, 9].map((sequence) => {
    const statement = sampleStatement({});
    return { ...statement, ledger: { ...statement.ledger, sequence } };
  });
  if (first === undefined || later === undefined) throw new Error('none');
  expect(later.began).toBe(first.began);
  // The first one twice: that is the same file.
  for (const answer of [first, later, first])
    expect(await stage(answer, exportFolder).calls.saveRecordSearch({})).toMatchObject({ ok: true });
  const saved = readdirSync(exportFolder).map((file) => {
    expect(kindOfExport(file)).toBe('record-search-answer');
    return searchStatement.parse(JSON.parse(readFileSync(join(exportFolder, file), 'utf8')));
  });
  expect(saved.map(({ ledger }) => ledger.sequence).toSorted()).toEqual([4, 9]);
});
