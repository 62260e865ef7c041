import { describe, expect, it } from 'vitest';
import type { ApplicationStateText } from '../../../shared/application/application-state.ts';
import { applicationSnapshot } from '../../../shared/contract/application/application-snapshot.ts';
import { applicationIn } from '../applications/open-record.ts';
import type { HoldVerdict } from '../holds/verdict.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import { A_CLERK, A_SUPERVISOR, ANOTHER } from '../staff/actor.test-support.ts';
import type { Approval } from '../staff/approvals.ts';
import { denialCalls } from './denial-calls.ts';
import type { StandingDenial } from './denials.ts';
import { applicationOnScreen, TODAY } from './slips.test-support.ts';
import { createDenialWriter } from './write-denial.ts';

const refused = (kind: string) => ({ ok: false, error: { kind } });
const REASONS = ['residency-not-proven', 'document-not-accepted'];

/** What the session is told: made by another feature. */
const SNAPSHOT = applicationSnapshot.parse({
  ...{ revision: 1, state: 'ready', stage: null, troubles: [], ending: null },
  ...{ hasPhoto: true, cardSent: false, tray: null, denial: null },
});

interface Kept {
  readonly who?: typeof A_CLERK | null;
  readonly state?: ApplicationStateText;
  readonly verdict?: HoldVerdict['kind'];
  readonly isDateInDoubt?: boolean;
  readonly isPracticing?: boolean;
}

/** Who refuses here; what the snapshot says is for others to test. `standing`: what stands afterwards. */
function stage(kept: Kept = {}) {
  const { occupant, port, stands } = applicationOnScreen();
  stands(kept.state ?? 'ready');
  const standing: (StandingDenial | null)[] = [];
  const key = randomGuardedKey();
  const calls = denialCalls(
    {
      ...{ vault: port.vault, policies: port.policies },
      holds: { verdict: () => ({ kind: kept.verdict ?? 'free' }) },
      staff: { signedIn: () => (kept.who === undefined ? A_SUPERVISOR : kept.who) },
      time: { doubt: () => (kept.isDateInDoubt === true ? 'set-back' : null) },
      denials: {
        stands: (_occupant, denial) => standing.push(denial),
        takeBack: () => standing.push(null),
      },
      snapshots: { of: () => SNAPSHOT },
      writeDenial: createDenialWriter({
        kiosk: { ...port.kiosk, isPracticing: () => kept.isPracticing ?? false },
        clock: port.clock,
        signingKey: () => key,
      }),
    },
    occupant,
  );
  return { occupant, standing, calls };
}

const told = { ok: true, value: SNAPSHOT };

describe('a refusal', () => {
  it('stands by a supervisor alone, with its day and reasons in the policy’s order', () => {
    const { calls, standing } = stage();
    expect(calls.deny({ reasons: REASONS.toReversed() }, null)).toEqual(told);
    expect(standing).toEqual([
      { reasons: REASONS, day: TODAY, code: expect.any(String), review: 'supervisor' },
    ]);
  });

  it.each<[string, Kept]>([
    ['stands no more where a legal hold keeps the application', { verdict: 'kept' }],
    ['nor where it is frozen', { verdict: 'frozen' }],
  ])('%s', (_, kept) => {
    const { calls, standing } = stage(kept);
    expect(calls.deny({ reasons: REASONS }, null)).toEqual(refused('held'));
    expect(standing).toEqual([]);
  });

  it.each<[string, Kept, string]>([
    ['while a card waits for its printer', { state: 'queued' }, 'not-now'],
    ['once the card is handed over', { state: 'handed-over' }, 'not-now'],
    ['while the date is in doubt', { isDateInDoubt: true }, 'date-unconfirmed'],
    ['by a clerk alone', { who: A_CLERK }, 'not-allowed'],
    ['by nobody', { who: null }, 'not-allowed'],
  ])('is not made %s', (_, kept, kind) => {
    const { calls, standing } = stage(kept);
    expect(calls.deny({ reasons: REASONS }, null)).toEqual(refused(kind));
    expect(standing).toEqual([]);
  });

  it.each([[['no-such-reason']], [['too-young', 'too-young']], [['Ottoline Featherstone']]])(
    'is for reasons of the policy, each once: %j',
    (reasons) => {
      expect(stage().calls.deny({ reasons }, null)).toEqual(refused('malformed'));
    },
  );

  it('of a clerk stands with an approval of these reasons, for this application as it is', () => {
    const { calls, occupant, standing } = stage({ who: A_CLERK });
    const about = { application: applicationIn(occupant), changes: occupant.changes };
    const approval: Approval = { ...ANOTHER, act: 'deny', reasons: REASONS, about };
    expect(calls.deny({ reasons: REASONS.slice(1) }, approval)).toEqual(refused('not-allowed'));
    expect(calls.deny({ reasons: REASONS }, approval)).toEqual(told);
    occupant.changes += 1;
    expect(calls.deny({ reasons: REASONS }, approval)).toEqual(refused('not-allowed'));
    expect(standing).toHaveLength(1);
  });

  it('has no code in practice: nothing is signed that an appeal could bring', () => {
    const { calls, standing } = stage({ isPracticing: true });
    calls.deny({ reasons: REASONS }, null);
    expect(standing).toMatchObject([{ code: null }]);
  });

  it('is taken back', () => {
    const { calls, standing } = stage();
    expect(calls.takeBackDenial({})).toEqual(told);
    expect(standing).toEqual([null]);
  });
});
