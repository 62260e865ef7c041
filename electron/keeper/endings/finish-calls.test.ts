import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { createHolds } from '../holds/holds.ts';
import { isFinishRefused } from '../holds/refused-finish.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { createJobRows } from '../printing/job-rows.ts';
import { createDenials } from '../slips/denials.ts';
import { A_CLERK, staffStage } from '../staff/actor.test-support.ts';
import { createTrayChecks } from '../tray/tray-checks.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import { beginWipe } from './begin-wipe.ts';
import { finishCalls } from './finish-calls.ts';

const refused = (kind: string) => ({ ok: false, error: { kind } });
const ORDER = { roots: ['/somewhere'], names: [], days: [] };

/** A session with an application whose card lies in the tray. */
function stage() {
  const vault = newVault();
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 9) });
  const { outbox, entries } = outboxOn(vault, clock);
  const { id } = begin(vault, '2026-11-24', 1_800_000_000_000);
  vault.setState(id, reached({ kind: 'printed' }));
  const occupant = newOccupant();
  occupant.application = id;
  const jobRows = createJobRows(vault.database);
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const reports: unknown[] = [];
  const receipts: unknown[] = [];
  const denials = createDenials({ takeApproval: () => null });
  const names = { vault, jobRows, cardLookUp: { of: () => null } };
  const calls = finishCalls(
    {
      ...{ vault, jobRows },
      policies: { of: () => ({ rules: harborCity }) },
      denials,
      trayChecks: createTrayChecks(vault.database),
      sessionEndings: {
        async endInSession(who, _begun, fee) {
          who.finishing = true;
          receipts.push(fee);
          return ORDER;
        },
        searched: async (_application, report) => void reports.push(report),
      },
      beginWipe: (...order) => beginWipe({ ...names, clock, custody: { kindOf: () => 'memory' } }, ...order),
      isFinishRefused: (application) =>
        isFinishRefused({ holds, outbox, staff: staffStage().staff }, application),
    },
    occupant,
  );
  return { vault, id, occupant, denials, holds, entries, reports, receipts, calls };
}

describe('the end of an application', () => {
  it('begins its wipe and tells the session where to search', async () => {
    const { vault, id, calls, reports } = stage();
    expect(await calls.erased({ search: CLEAN })).toEqual(refused('not-now'));
    expect(await calls.finish({ outcome: 'issued' })).toEqual({ ok: true, value: ORDER });
    expect(vault.wipes.all()).toMatchObject([{ application: id, outcome: 'issued' }]);
    expect(await calls.erased({ search: CLEAN })).toMatchObject({ ok: true });
    expect(reports).toEqual([CLEAN]);
  });

  it('that its state does not allow, or that no application is there for, changes nothing', async () => {
    const { vault, id, occupant, calls } = stage();
    vault.setState(id, reached({ kind: 'queued' }));
    expect(await calls.finish({ outcome: 'issued' })).toEqual(refused('not-now'));
    occupant.application = null;
    expect(await calls.finish({ outcome: 'withdrawn' })).toEqual(refused('not-now'));
    expect([vault.wipes.all(), vault.find(id)?.state]).toEqual([[], 'queued']);
  });

  it('of a replacement that was paid for is counted, and its receipt says the amount', async () => {
    const { vault, calls, receipts } = stage();
    const counted = { again: { route: 'replacement', oldCard: 'none' }, fee: 'paid' } as const;
    expect(await calls.finish({ outcome: 'issued', counted, feeCents: 1000 })).toMatchObject({ ok: true });
    expect(vault.wipes.all()).toMatchObject([{ counted: { ...counted, denied: null } }]);
    expect(receipts).toEqual([{ route: 'replacement', settled: 'paid', cents: 1000, currency: 'USD' }]);
  });

  it.each([
    ['an amount that nobody pays there', { again: null, fee: 'paid' } as const, 1000],
    ['an amount of no fee', { again: { route: 'replacement', oldCard: 'none' }, fee: null } as const, 1000],
    [
      'a fee of no amount',
      { again: { route: 'replacement', oldCard: 'none' }, fee: 'paid' } as const,
      undefined,
    ],
    [
      'a route whose old card is taken in, without one',
      { again: { route: 'renewal', oldCard: 'none' }, fee: null } as const,
      undefined,
    ],
    [
      'an old card that nobody takes in',
      { again: { route: 'replacement', oldCard: 'destroyed' }, fee: null } as const,
      undefined,
    ],
  ])('with %s is refused: a figure could tell anything', async (_what, counted, feeCents) => {
    const { vault, calls } = stage();
    const input = feeCents === undefined ? { counted } : { counted, feeCents };
    expect(await calls.finish({ outcome: 'issued', ...input })).toEqual(refused('malformed'));
    expect(vault.wipes.all()).toEqual([]);
  });

  it('as denied needs a refusal that stands, and is counted with its review and without its reasons', async () => {
    const { vault, id, occupant, denials, calls } = stage();
    vault.setState(id, reached({ kind: 'draft' }));
    expect(await calls.finish({ outcome: 'denied' })).toEqual(refused('not-now'));
    expect(vault.wipes.all()).toEqual([]);
    const day = { year: 2026, month: 11, day: 24 };
    denials.stands(occupant, { reasons: ['too-young'], day, code: null, review: 'supervisor' });
    const counted = { again: { route: 'renewal', oldCard: 'none' }, fee: null } as const;
    expect(await calls.finish({ outcome: 'denied', counted })).toEqual(refused('malformed'));
    expect(await calls.finish({ outcome: 'denied' })).toEqual({ ok: true, value: ORDER });
    const [row] = vault.wipes.all();
    expect(row?.counted).toEqual({ again: null, fee: null, denied: { review: 'supervisor' } });
    expect(JSON.stringify(row)).not.toContain('too-young');
  });

  it('is refused under a hold, and the ledger has who tried and which hold', async () => {
    const { vault, id, holds, entries, calls } = stage();
    const hold = holds.set({
      ...{ scope: 'all', reason: 'subpoena', since: 5, by: 'Marisol Tidewater', applications: [] },
    });
    expect(await calls.finish({ outcome: 'issued' })).toEqual(refused('held'));
    expect(entries()).toMatchObject([{ kind: 'finish-refused', hold, by: A_CLERK.member }]);
    expect([vault.wipes.all(), vault.find(id)?.state]).toEqual([[], 'printed']);
  });
});
