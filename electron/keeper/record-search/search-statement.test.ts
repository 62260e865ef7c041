import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sampleStatement } from '../../../shared/record-search/statement.test-support.ts';
import { digestedText } from '../../../shared/record-search/terms.ts';
import { digestOfAnswer } from './search-statement.ts';

const digestOfName = (salt: string) =>
  createHash('sha256').update(digestedText(salt, 'Zephyrina Vandersloot')).digest('hex');

it('what the ledger has of an answer tells neither name nor answer to whoever lacks the salt of the paper', () => {
  const known = sampleStatement({ name: digestOfName('00'.repeat(16)) });
  const digest = digestOfAnswer(known);
  // The control: with the salt, and all else that the answer says, it can be made anew.
  expect(digestOfAnswer({ ...known, name: digestOfName('00'.repeat(16)) })).toBe(digest);
  // All else is the same, and only one bit of the salt is not known.
  const guessed = digestOfName(`${'00'.repeat(15)}01`);
  expect(digestOfAnswer({ ...known, name: guessed })).not.toBe(digest);
});

it('what the ledger has of an answer is of all that was signed, and of nothing else', () => {
  const answer = sampleStatement({});
  const digest = digestOfAnswer(answer);
  const { signature: _, publicKey, ...signed } = answer;
  expect(digestOfAnswer({ ...signed, ...{ signature: 'AA==', publicKey } })).toBe(digest);
  const others = {
    ...{ kiosk: '1f'.repeat(16), kioskName: 'Counter 4', build: 'release', program: '0.1.1' },
    ...{ policy: 'cb'.repeat(32), began: '2026-11-24T16:00:00.001Z', dateInDoubt: true },
    ...{ ended: '2026-11-24T16:01:00.001Z', by: 'd'.repeat(32), second: 'd'.repeat(32) },
    ...{ reason: 'own-request', name: 'ce'.repeat(32), inputs: ['name'], spellings: ['as-typed'] },
    ...{ staffSources: [], staffTexts: null },
    ...{ verdict: 'not-known', searched: 13, unsearchable: 2, failed: 9, beingErased: 3, erasedMeanwhile: 5 },
    ...{ matches: [], holds: [], ledger: { sequence: 8, hash: 'ef'.repeat(32) } },
  };
  expect(Object.keys(others).toSorted()).toEqual(
    Object.keys(signed)
      .filter((name) => name !== 'format')
      .toSorted(),
  );
  for (const [name, other] of Object.entries(others))
    expect(digestOfAnswer(sampleStatement({ [name]: other })), name).not.toBe(digest);
});
