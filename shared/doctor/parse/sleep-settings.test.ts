import { describe, expect, it } from 'vitest';
import { forbidsHibernation, forbidsSuspend } from './sleep-settings.ts';

/** As the package brings it: sleep.conf.d/50-counterfoil.conf. */
const ofPackage = `[Sleep]
AllowSuspend=no
AllowHibernation=no
AllowSuspendThenHibernate=no
AllowHybridSleep=no
`;

describe('settings of sleep', () => {
  it('of the package forbid all of it, over the file that Debian ships', () => {
    const shipped = '[Sleep]\n#AllowSuspend=yes\n#AllowHibernation=yes\n';
    expect(forbidsSuspend([shipped])).toBe(false);
    expect(forbidsHibernation([shipped])).toBe(false);
    expect(forbidsSuspend([shipped, ofPackage])).toBe(true);
    expect(forbidsHibernation([shipped, ofPackage])).toBe(true);
  });

  it.each([
    ['AllowHibernation=no', true],
    ['AllowHibernation=no\nAllowHybridSleep=yes', false],
    ['AllowHibernation=no\nAllowSuspendThenHibernate=yes', false],
    ['AllowHibernation=no\nAllowHybridSleep=off', true],
    ['AllowHybridSleep=no\nAllowSuspendThenHibernate=no', false],
    ['', false],
  ])('%j forbids every way to a disk: %j', (lines, isForbidden) => {
    expect(forbidsHibernation([`[Sleep]\n${lines}\n`])).toBe(isForbidden);
  });

  it('may be taken back by a later file', () => {
    expect(forbidsSuspend([ofPackage, '[Sleep]\nAllowSuspend=yes\n'])).toBe(false);
  });
});
