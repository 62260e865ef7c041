import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicationId, type HoldId } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createHolds, type Holds } from './holds.ts';

const [held, other] = ['a', 'b'].map((digit) => applicationId.parse(digit.repeat(32)));
if (held === undefined || other === undefined) throw new Error('no ids');

const newHolds = (path?: string): Holds => createHolds(newVault(path), () => ({ wipeBegun: 'complete' }));

function setHold(holds: Holds, scope: 'all' | 'tickets', applications = [held]): HoldId {
  const frozen = applications.flatMap((id) => (id === undefined ? [] : [id]));
  return holds.set({ scope, reason: 'subpoena', since: 5, by: 'Marisol Tidewater', applications: frozen });
}

describe('holds', () => {
  it('stop intake until it is resumed under every one of them', () => {
    const holds = newHolds();
    const [one, two] = [setHold(holds, 'all'), setHold(holds, 'tickets')];
    holds.resume(one, 'Counsel 4711');
    expect(holds.intake().isStopped).toBe(true);
    holds.resume(two, 'Counsel 4712');
    expect(holds.intake().isStopped).toBe(false);
    expect(holds.find(one)?.reference).toBe('Counsel 4711');
  });

  it.each([
    { inForce: [], keepsNewOnes: false },
    { inForce: ['tickets'], keepsNewOnes: false },
    { inForce: ['tickets', 'all'], keepsNewOnes: true },
  ] as const)('on $inForce keep whatever begins now: $keepsNewOnes', ({ inForce, keepsNewOnes }) => {
    const holds = newHolds();
    for (const scope of inForce) setHold(holds, scope);
    expect(holds.intake()).toEqual({ isStopped: inForce.length > 0, keepsNewOnes });
  });

  it('count what they froze and what could not be sealed', () => {
    const holds = newHolds();
    const hold = setHold(holds, 'all', [held, other]);
    holds.noteSealed(hold, held);
    expect(holds.find(hold)).toMatchObject({ frozen: 2, unsealed: 1 });
  });

  it('keep nothing once lifted, while another still keeps its own', () => {
    const holds = newHolds();
    const [one, two] = [setHold(holds, 'all', [held, other]), setHold(holds, 'tickets')];
    holds.lift(one);
    expect(holds.find(one)).toBeNull();
    expect(holds.verdict(held, null).kind).toBe('frozen');
    expect(holds.verdict(other, null).kind).toBe('free');
    holds.lift(two);
    expect(holds.all()).toEqual([]);
    expect(holds.verdict(held, null).kind).toBe('free');
    expect(holds.intake().isStopped).toBe(false);
  });

  it('go on counting what was forgotten, under no name', () => {
    const holds = newHolds();
    const hold = setHold(holds, 'tickets');
    holds.disown(held);
    expect(holds.verdict(held, null).kind).toBe('free');
    expect(holds.find(hold)?.frozen).toBe(1);
  });

  it('outlive a restart', () => {
    const path = join(workingFolder(), 'vault.db');
    const opened = newVault(path);
    setHold(
      createHolds(opened, () => ({ wipeBegun: 'complete' })),
      'tickets',
    );
    opened.database.close();
    expect(newHolds(path).verdict(held, null).kind).toBe('frozen');
  });
});
