import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type ExportModel, modelOf } from '../../build/vectors/export-model.ts';
import { writeVectorLedger, writtenLedger } from '../../build/vectors/vector-ledger.ts';
import { type MadeOtherwise, PAGE_SQL, writeFromPage } from './database-of-page.test-support.ts';
import { ourAnswer } from './our-verdict.test-support.ts';

// Files that somebody else's program made of a ledger's rows, from docs/ledger.md.

const whole = writtenLedger(writeVectorLedger, ({ ledger }) =>
  modelOf([...ledger.export('ndjson')].join('')),
);

function verdictOn(otherwise: MadeOtherwise, model: ExportModel = whole) {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'ledger.db');
  writeFromPage(path, model, otherwise);
  return ourAnswer({ ledger: path });
}

it('a file made from the declaration of the page holds, however its white space is', () => {
  expect(verdictOn({})).toEqual({ verdict: 'valid' });
  expect(verdictOn({ sql: PAGE_SQL.replaceAll(/\n\s*(?!CREATE)/g, '\t\r\n  ') })).toEqual({
    verdict: 'valid',
  });
});

it('one that declares something else is refused, also where that looks like white space', () => {
  for (const sql of [
    PAGE_SQL.replace('BEFORE DELETE ON rolls', 'AFTER DELETE ON rolls'),
    PAGE_SQL.replace('no update', 'no\u00a0update'),
    PAGE_SQL.replace('no update', 'noupdate'),
    PAGE_SQL.replace('entry BLOB', 'entry /* */ BLOB'),
  ]) {
    expect(sql).not.toBe(PAGE_SQL);
    expect(verdictOn({ sql })).toEqual({ verdict: 'refused' });
  }
});

it('one whose texts are not in UTF-8 is refused', () => {
  expect(verdictOn({ encoding: 'UTF-16le' })).toEqual({ verdict: 'refused' });
});

it('a signature of no change of keys is told behind the last entry, whatever number it has', () => {
  const last = whole.entries.length;
  for (const number of [`${last + 1}`, '9007199254740993', '9223372036854775807'])
    expect(verdictOn({ more: `INSERT INTO rolls VALUES (${number}, zeroblob(64))` })).toEqual({
      ...{ verdict: 'broken', entry: last + 1, reason: 'bad-signature' },
    });
});

it('an entry below every number is out of order', () => {
  for (const number of ['-9007199254740991', '-9223372036854775808', '0'])
    expect(
      verdictOn({ more: `INSERT INTO entries SELECT ${number}, entry, hash FROM entries LIMIT 1` }),
    ).toEqual({ verdict: 'broken', entry: 1, reason: 'out-of-order' });
});
