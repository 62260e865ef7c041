import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { breakReasons } from '../../shared/ledger/reasons.ts';
import { readKept } from '../ledger/read-checkpoint.ts';
import { readFingerprint } from '../ledger/read-fingerprint.ts';
import { openLedgerOrExport } from '../ledger/read-ledger.ts';
import { judgeReceipt } from '../receipt/judge-receipt.ts';
import { receiptOfText } from '../receipt/read-receipt.ts';
import { ledgerVectors } from './ledger-vectors.ts';
import { receiptVectors } from './receipt-vectors.ts';
import { vectorsFolder } from './write-vectors.ts';

const ledgerCases = z.object({
  cases: z.array(
    z.object({
      file: z.string(),
      checkpoint: z.string().optional(),
      fingerprint: z.string().optional(),
      verdict: z.enum(['valid', 'broken', 'refused']),
      entry: z.int().optional(),
      reason: z.enum(breakReasons).optional(),
    }),
  ),
});
const receiptCases = z.object({
  cases: z.array(
    z.object({
      ...{ receipt: z.string(), ledger: z.string().optional(), verdict: z.string() },
      ...{ checkpoint: z.string().optional(), fingerprint: z.string().optional() },
    }),
  ),
});

const read = (name: string): string => readFileSync(`${vectorsFolder}${name}`, 'utf8');

it('docs/vectors is what the program makes: npm run ledger -- vectors and npm run receipt -- vectors write it', () => {
  const made = [...ledgerVectors(), ...receiptVectors()];
  for (const { name, text } of made) expect(read(name), name).toBe(text);
  expect(readdirSync(vectorsFolder).toSorted()).toEqual(made.map(({ name }) => name).toSorted());
});

it('each tampered ledger has the verdict that stands beside it, and each reason is there', () => {
  const { cases } = ledgerCases.parse(JSON.parse(read('ledger.json')));
  for (const { file, checkpoint, fingerprint, verdict, entry, reason } of cases) {
    const ledger = openLedgerOrExport(`${vectorsFolder}${file}`);
    const kept = checkpoint === undefined ? undefined : readKept(checkpoint);
    const pinned = fingerprint === undefined ? undefined : readFingerprint(fingerprint);
    if (!ledger.ok || kept?.ok === false || pinned?.ok === false) {
      expect(verdict, file).toBe('refused');
      continue;
    }
    const said = ledger.value.verify({ checkpoint: kept?.value, fingerprint: pinned?.value });
    ledger.value.close();
    const told = said.ok
      ? { verdict: 'valid' }
      : { verdict: 'broken', entry: said.error.sequence, reason: said.error.reason };
    expect(told, file).toEqual({
      verdict,
      ...(entry === undefined ? {} : { entry }),
      ...(reason === undefined ? {} : { reason }),
    });
  }
  expect(new Set(cases.map(({ reason }) => reason))).toEqual(new Set([undefined, ...breakReasons]));
});

it('each receipt has the verdict that stands beside it', () => {
  const { cases } = receiptCases.parse(JSON.parse(read('receipts.json')));
  for (const { receipt, ledger: file, checkpoint, fingerprint, verdict } of cases) {
    const ledger = file === undefined ? null : openLedgerOrExport(`${vectorsFolder}${file}`);
    if (ledger?.ok === false) throw new Error(ledger.error);
    const kept = checkpoint === undefined ? undefined : readKept(checkpoint);
    if (kept?.ok === false) throw new Error(kept.error);
    const found = receiptOfText(receipt);
    const known = { checkpoint: kept?.value, fingerprint };
    expect(found.ok ? judgeReceipt(found.value, ledger?.value ?? null, known).kind : found.error).toBe(
      verdict,
    );
    ledger?.value.close();
  }
  const verdicts = [
    ...['bad-signature', 'broken-ledger', 'foreign-key', 'no-receipt'],
    ...['not-known', 'other-kiosk', 'too-late', 'valid'],
  ];
  expect([...new Set(cases.map(({ verdict }) => verdict))].toSorted()).toEqual(verdicts);
});
