import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createChosenPrinter } from './chosen-printer.ts';

const builtIn = { driver: 'virtual', folder: null, secondsPerFace: 0 } as const;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

it('the ledger names a choice of a printer: its test card by the same hash, the next choice by another, none by that of nothing', () => {
  const printer = createChosenPrinter(newVault().database, builtIn, 'evaluation');
  printer.choose(CARD_PRINTER);
  const chosen = printer.hashInLedger('card');
  expect(chosen).not.toBe(sha256(CARD_PRINTER.address));
  printer.testCardConfirmed();
  expect(printer.hashInLedger('card')).toBe(chosen);
  expect(printer.now()).toEqual(CARD_PRINTER);
  printer.choose(CARD_PRINTER);
  expect(printer.hashInLedger('card')).not.toBe(chosen);
  printer.choose(null);
  expect(printer.hashInLedger('card')).toBe(sha256(''));
});

it('a printer that a program without salts chose is named as it was, until another is chosen', () => {
  const { database } = newVault();
  const printer = createChosenPrinter(database, builtIn, 'evaluation');
  printer.choose(CARD_PRINTER);
  database.prepare('UPDATE printer SET settings = ?').run(JSON.stringify(CARD_PRINTER));
  expect(printer.hashInLedger('card')).toBe(sha256(CARD_PRINTER.address));
  printer.testCardConfirmed();
  expect(printer.hashInLedger('card')).toBe(sha256(CARD_PRINTER.address));
});
