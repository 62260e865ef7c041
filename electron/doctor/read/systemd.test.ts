import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areMasked, isEnabled, swapUnits, systemdSettings, unitFiles, unitSettings } from './systemd.ts';

/** One that every system with systemd has. */
const UNIT = 'systemd-journald.service';

describe.runIf(process.platform === 'linux')('what systemd is told on this machine', () => {
  it('is nothing of what is not there', () => {
    expect(unitSettings('no-such-kiosk.service')).toEqual([]);
    expect(systemdSettings('no-such.conf')).toEqual([]);
    expect(unitFiles('no-such-kiosk.service')?.main).toBeNull();
    expect(areMasked(['no-such.target'])).toBe(false);
    expect(isEnabled('no-such-kiosk.service')).toBe(false);
    expect(swapUnits() ?? []).not.toContain('no-such.swap');
  });

  it.runIf(existsSync(`/usr/lib/systemd/system/${UNIT}`))('is the text of a unit that is', () => {
    expect(unitSettings(UNIT)?.join('\n')).toContain('\n[Service]\n');
    expect(unitFiles(UNIT)?.main?.path).toMatch(/^\/.*\/systemd-journald\.service$/);
  });
});
