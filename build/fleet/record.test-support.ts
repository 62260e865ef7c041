import { signCheckpoint } from '../../electron/keeper/ledger/signatures.ts';
import { randomGuardedKey, type SigningKey } from '../../electron/keeper/signing/signing-key.ts';
import { policyHash } from '../../shared/contract/ids.ts';
import type { HealthRecord } from '../../shared/health/health-record.ts';

/** The key of an invented kiosk. */
export function newKioskKey(): SigningKey {
  return randomGuardedKey();
}

/** Where a kiosk's ledger stands; two heads of one number differ by their `fork`. */
export interface HeadGiven {
  readonly kiosk: string;
  readonly sequence: number;
  readonly key: SigningKey;
  readonly fork?: string;
}

/** A head that this key has really signed. */
function headOf({ kiosk, sequence, key, fork = '5' }: HeadGiven): HealthRecord['head'] {
  const hash = `${sequence}`.padEnd(64, fork);
  const content = { kiosk: Buffer.from(kiosk, 'hex'), sequence, hash: Buffer.from(hash, 'hex') };
  return {
    ...{ format: 'counterfoil checkpoint 1', kiosk, sequence, hash },
    signature: Buffer.from(signCheckpoint(key, 'head', content)).toString('base64'),
    publicKey: Buffer.from(key.publicKey).toString('base64'),
  };
}

/** The record of a counter that is in order, but for what is given. */
export function recordOf(given: HeadGiven, change: Partial<HealthRecord> = {}): HealthRecord {
  return {
    ...{ schema: 1, utc: '2026-11-24T18:00:00.000Z' },
    kiosk: { identifier: given.kiosk, name: 'Harbor Library 1' },
    ...{ program: null, use: 'residents', version: '0.1.0' },
    policy: { id: 'harbor-city', version: 3, hash: policyHash.parse('ab'.repeat(32)) },
    doctor: {
      ...{ kind: 'ran', utc: '2026-11-24T09:00:00.000Z', exitCode: 0 },
      checks: [
        ['swap', 'pass'],
        ['clock', 'pass'],
      ],
    },
    ...{ blanks: null, ribbon: { fittedSince: null, held: 0 }, head: headOf(given) },
    ...change,
  };
}
