import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ribbonId } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { openVault } from '../vault/open-vault.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createRibbons } from './ribbons.ts';

const NOTHING = { fitted: null, held: [] };

describe('ribbons', () => {
  it('are none until one is noted', () => {
    expect(createRibbons(newVault().database).held()).toEqual(NOTHING);
  });

  it('are in the printer, then held, then gone', () => {
    const ribbons = createRibbons(newVault().database);
    const ribbon = ribbons.fit(1_000);
    expect(ribbons.held()).toEqual({ fitted: { ribbon, since: 1_000 }, held: [] });
    expect(ribbons.remove(2_000)).toBe(ribbon);
    expect(ribbons.held()).toEqual({ fitted: null, held: [{ ribbon, removed: 2_000 }] });
    ribbons.destroy(ribbon);
    expect(ribbons.held()).toEqual(NOTHING);
  });

  it('are held in the order in which they came out, also by a clock that goes back', () => {
    const ribbons = createRibbons(newVault().database);
    const used = [7, 7, 6, 5, 8, 4, 4, 9].map((time) => {
      ribbons.fit(time);
      return ribbons.remove(time);
    });
    expect(new Set(used).size).toBe(8);
    expect(ribbons.held().held.map(({ ribbon }) => ribbon)).toEqual(used);
    const inside = ribbons.fit(6);
    ribbons.destroy(ribbonId.parse(used[3]));
    expect(ribbons.held()).toMatchObject({ fitted: { ribbon: inside } });
    expect(ribbons.held().held.map(({ ribbon }) => ribbon)).toEqual(used.toSpliced(3, 1));
  });

  it('are never two in the printer, nor taken out or destroyed when they are not there', () => {
    const ribbons = createRibbons(newVault().database);
    const absent = ribbonId.parse('0'.repeat(32));
    expect(() => ribbons.remove(1)).toThrow('no ribbon');
    const ribbon = ribbons.fit(1);
    expect(() => ribbons.fit(2)).toThrow('UNIQUE');
    for (const one of [ribbon, absent]) expect(() => ribbons.destroy(one)).toThrow('no used ribbon');
    expect(ribbons.held()).toEqual({ fitted: { ribbon, since: 1 }, held: [] });
  });

  it('outlive a restart', () => {
    const path = join(workingFolder(), 'vault.db');
    const opened = openVault(path);
    if (!opened.ok) throw new Error('no vault');
    const before = createRibbons(opened.value.database);
    before.fit(1);
    before.remove(2);
    before.fit(3);
    const held = before.held();
    opened.value.database.close();
    expect(createRibbons(newVault(path).database).held()).toEqual(held);
  });
});
