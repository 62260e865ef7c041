import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { err, ok } from '../../../shared/result.ts';
import {
  createRecoveryCode,
  formatRecoveryCode,
  readRecoveryCode,
} from '../../../shared/staff/recovery-code.ts';
import { THIS_MORNING } from '../fixtures/fixture.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';

type RecoveryActs = Pick<
  Handlers<typeof screenCalls>,
  | 'declineRecoveryCodes'
  | 'drawFirstRecoveryCode'
  | 'drawSecondRecoveryCode'
  | 'confirmRecoveryCode'
  | 'recoverStaff'
>;

/** The same each time, so that it can be typed from a picture. */
const CODES = [1, 2].map((seed) => createRecoveryCode((count) => new Uint8Array(count).fill(7 * seed)));

/** Calls about recovery codes. Any code that can be one at all is right. */
export function recoveryActs({ changeStatus }: FixtureKiosk): RecoveryActs {
  const draw = (code = CODES[0]) =>
    code === undefined ? err({ kind: 'not-now' } as const) : ok({ code: formatRecoveryCode(code) });
  return {
    declineRecoveryCodes: () => changeStatus({ recovery: { kind: 'none', since: THIS_MORNING } }),
    drawFirstRecoveryCode: () => draw(),
    drawSecondRecoveryCode: () => draw(CODES[1]),
    confirmRecoveryCode: ({ place }) =>
      place === 1 ? ok({}) : changeStatus({ recovery: { kind: 'codes', since: THIS_MORNING } }),
    recoverStaff: ({ first, second }) =>
      [first, second].every(({ code }) => readRecoveryCode(code).ok)
        ? changeStatus({ recovery: { kind: 'used', since: THIS_MORNING } })
        : err({ kind: 'wrong-recovery-codes', waitSeconds: 2 }),
  };
}
