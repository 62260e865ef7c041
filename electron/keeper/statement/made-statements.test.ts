import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  SAMPLE_STATEMENT,
  SMALLEST_STATEMENT,
} from '../../../shared/statement/sample-statement.test-support.ts';
import { createMadeStatements } from './made-statements.ts';
import { signStatement } from './sign-statement.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const [first, second] = [SAMPLE_STATEMENT, SMALLEST_STATEMENT].map((each) => signStatement(privateKey, each));

it('the last statement can be had as often as somebody asks, until another one is made', () => {
  if (first === undefined || second === undefined) throw new Error('no statements');
  const made = createMadeStatements();
  expect(made.find(first.digest)).toBeNull();
  made.keep(first);
  expect([made.find(first.digest), made.find(first.digest)]).toEqual([first, first]);
  made.keep(second);
  expect([made.find(first.digest), made.find(second.digest)]).toEqual([null, second]);
});
