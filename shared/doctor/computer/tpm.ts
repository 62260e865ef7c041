import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass } from '../finding.ts';
import { type Reading, valueIn } from '../reading.ts';

export const tpm = declareCheck({
  id: 'tpm',
  title: 'TPM',
  why: 'A chip that keeps keys would make a copied disk worthless; no custody of this release uses one yet.',
  goLive: { kind: 'advice' },
  remedies: {},
});

/** `version`: /sys/class/tpm/tpm0/tpm_version_major */
export function judgeTpm(version: Reading): Finding {
  const value = valueIn(version);
  return value === '2'
    ? pass('There is a TPM 2.0; the kiosk doesn’t use it yet.')
    : notRun(
        value === null ? 'There is no TPM that this kernel knows.' : 'There is a TPM, of an older version.',
      );
}
