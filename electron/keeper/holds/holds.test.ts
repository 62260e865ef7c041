import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicationId, type HoldId } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { openVault } from '../vault/vault.ts';
import { createHolds, type Holds } from './holds.ts';

const [held, other, later] = ['a', 'b', 'c'].map((digit) => applicationId.parse(digit.repeat(32)));
if (held === undefined || other === undefined || later === undefined) throw new Error('no ids');

function setHold(holds: Holds, scope: 'all' | 'tickets', applications = [held]): HoldId {
  const frozen = applications.flatMap((id) => (id === undefined ? [] : [id]));
  return holds.set({ scope, reason: 'subpoena', since: 5, by: 'Marisol Tidewater', applications: frozen });
}

describe('a hold on tickets', () => {
  it('freezes and keeps what it names, and nothing that begins later', () => {
    const holds = createHolds(newVault().database);
    const hold = setHold(holds, 'tickets');
    expect([held, other].map((id) => holds.freezes(id))).toEqual([true, false]);
    expect(holds.keeping(held)?.identifier).toBe(hold);
    expect(holds.keeping(later)).toBeNull();
    expect(holds.keepingNewOnes()).toBeNull();
    expect(holds.stopsIntake()).toBe(true);
  });
});

describe('a hold on everything', () => {
  it('keeps also what begins later, but freezes only what was there', () => {
    const holds = createHolds(newVault().database);
    const hold = setHold(holds, 'all');
    expect(holds.freezes(later)).toBe(false);
    expect(holds.keeping(later)?.identifier).toBe(hold);
    expect(holds.keepingNewOnes()?.identifier).toBe(hold);
  });
});

describe('holds', () => {
  it('stop intake until it is resumed under every one of them', () => {
    const holds = createHolds(newVault().database);
    const [one, two] = [setHold(holds, 'all'), setHold(holds, 'tickets')];
    holds.resume(one, 'Counsel 4711');
    expect(holds.stopsIntake()).toBe(true);
    holds.resume(two, 'Counsel 4712');
    expect(holds.stopsIntake()).toBe(false);
    expect(holds.find(one)?.reference).toBe('Counsel 4711');
  });

  it('count what they froze and what could not be sealed', () => {
    const holds = createHolds(newVault().database);
    const hold = setHold(holds, 'all', [held, other]);
    holds.noteSealed(hold, held);
    expect(holds.find(hold)).toMatchObject({ frozen: 2, unsealed: 1 });
  });

  it('keep nothing once lifted, while another still keeps its own', () => {
    const holds = createHolds(newVault().database);
    const [one, two] = [setHold(holds, 'all', [held, other]), setHold(holds, 'tickets')];
    holds.lift(one);
    expect(holds.find(one)).toBeNull();
    expect(holds.freezes(held)).toBe(true);
    expect(holds.keeping(other)).toBeNull();
    holds.lift(two);
    expect(holds.all()).toEqual([]);
    expect(holds.freezes(held)).toBe(false);
    expect(holds.stopsIntake()).toBe(false);
  });

  it('outlive a restart', () => {
    const path = join(workingFolder(), 'vault.db');
    const opened = openVault(path);
    if (!opened.ok) throw new Error('no vault');
    setHold(createHolds(opened.value.database), 'tickets');
    opened.value.database.close();
    expect(createHolds(newVault(path).database).freezes(held)).toBe(true);
  });
});
