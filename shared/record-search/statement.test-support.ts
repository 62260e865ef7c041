import { textInputs } from '../application/fields.ts';
import { nameMatches } from './match-names.ts';
import { staffTextSources } from './staff-texts.ts';
import {
  type ReadSearchStatement,
  readSearchStatement,
  type SearchStatement,
  searchStatement,
} from './statement.ts';

/** An answer as a kiosk gives it, with anything changed. Its signature is none. */
export function sampleStatement(change: Readonly<Record<string, unknown>>): SearchStatement {
  return searchStatement.parse({
    format: 'counterfoil record search 3',
    kiosk: '0f'.repeat(16),
    kioskName: 'Counter 3',
    build: 'evaluation',
    program: '0.1.0',
    policy: 'ab'.repeat(32),
    began: '2026-11-24T16:00:00.000Z',
    dateInDoubt: false,
    ended: '2026-11-24T16:01:00.000Z',
    by: 'b'.repeat(32),
    second: 'c'.repeat(32),
    reason: 'subpoena',
    name: 'cd'.repeat(32),
    inputs: [...textInputs],
    spellings: [...nameMatches],
    staffSources: [...staffTextSources],
    verdict: 'found',
    searched: 12,
    unsearchable: 1,
    failed: 3,
    beingErased: 2,
    erasedMeanwhile: 4,
    matches: [{ ticket: 3, day: '2026-11-23', found: [{ input: 'name', match: 'other-spelling' }] }],
    staffTexts: [],
    holds: [{ scope: 'all', reason: 'subpoena', since: '2026-11-20T09:00:00.000Z' }],
    ledger: { sequence: 7, hash: 'ef'.repeat(32) },
    signature: Buffer.alloc(64).toString('base64'),
    publicKey: Buffer.alloc(44).toString('base64'),
    ...change,
  });
}

/** The same in the second format, which searched no texts of staff. */
export function sampleOfSecondFormat(): ReadSearchStatement {
  const { staffTexts: _, staffSources: __, ...before } = sampleStatement({});
  return readSearchStatement.parse({ ...before, format: 'counterfoil record search 2' });
}

/** The same in the first format, which did not tell those that failed from those that nobody can open. */
export function sampleOfFirstFormat(): ReadSearchStatement {
  const { failed, unsearchable, staffTexts: _, staffSources: __, ...inBoth } = sampleStatement({});
  return readSearchStatement.parse({
    ...inBoth,
    ...{ format: 'counterfoil record search 1', unsearchable: unsearchable + failed },
  });
}
