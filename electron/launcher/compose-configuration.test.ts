import { describe, expect, it } from 'vitest';
import { configuration } from '../../shared/contract/configuration.ts';
import { readSettings } from '../../shared/settings/read-settings.ts';
import { composeConfiguration } from './compose-configuration.ts';

const place = {
  top: '/opt/kiosk',
  programs: '/opt/kiosk/resources/programs',
  node: '/opt/kiosk/resources/node',
};
const release = { evaluation: false, runtime: 'production' } as const;
const rehearsal = { evaluation: false, runtime: 'evaluation' } as const;
const evaluation = { evaluation: true, runtime: 'evaluation' } as const;

/** What the keeper itself will parse, of a file with these lines. */
function composed(lines = '', build: typeof release | typeof rehearsal | typeof evaluation = release) {
  const settings = readSettings(Buffer.from(`data-folder = "/srv/kiosk"\n${lines}`), 'other');
  if (!settings.ok) throw new Error(settings.error[0]?.what);
  return configuration.parse(composeConfiguration(settings.value, place, build, false));
}

describe('the configuration of a keeper', () => {
  it('has the folders that the settings name, and none where they name none', () => {
    expect(composed()).toMatchObject({ dataFolder: '/srv/kiosk', exportFolder: null });
    expect(composed('usb-drive = "/media/x"').exportFolder).toBe('/media/x');
  });

  it('has one name for one folder: what leads to the same is the same', () => {
    const settings = readSettings(Buffer.from('data-folder = "/srv/a/../kiosk/"'), 'linux');
    if (!settings.ok) throw new Error('refused');
    expect(composeConfiguration(settings.value, place, release, false).dataFolder).toBe('/srv/kiosk');
  });

  it('has the policy that was told, then that of the city, or of the package where that is no release', () => {
    expect(composed('policy-file = "/srv/policy.json"').policyPath).toBe('/srv/policy.json');
    expect(composed().policyPath).toBe('/etc/counterfoil/policy.json');
    for (const build of [rehearsal, evaluation])
      expect(composed('', build).policyPath).toBe('/opt/kiosk/resources/policy.json');
  });

  it('has the policy of its provisioning where it is provisioned, whatever the package', () => {
    for (const build of [release, rehearsal, evaluation]) {
      expect(composed('provisioned = true', build)).toMatchObject({
        ...{ provisioned: true, policyPath: '/etc/counterfoil/policy.json' },
      });
      expect(composed('', build).provisioned).toBe(false);
    }
  });

  it('has the card printer that IT chose, with the certificate that it is known by, or none', () => {
    expect(composed().cardPrinter).toBeNull();
    expect(composed('[card-printer]\naddress = "ipp://192.0.2.17"').cardPrinter).toEqual({
      ...{ address: 'ipp://192.0.2.17', pin: null },
    });
    const pin = 'ab'.repeat(32);
    expect(
      composed(`[card-printer]\naddress = "ipps://192.0.2.17/ipp/print"\ncertificate = "${pin}"`).cardPrinter,
    ).toEqual({ address: 'ipps://192.0.2.17/ipp/print', pin });
  });

  it('has the built-in printer, unless it is a queue of the system', () => {
    expect(composed().printer).toEqual({ driver: 'virtual', secondsPerFace: 8, folder: null });
    const told = composed('[built-in-printer]\nseconds-per-face = 0.5\nfolder = "/cards"');
    expect(told.printer).toEqual({ driver: 'virtual', secondsPerFace: 0.5, folder: '/cards' });
    expect(composed('print-queue = "Card Maker 9"').printer).toEqual({ driver: 'os', name: 'Card Maker 9' });
  });

  it('has the sandbox for everybody but root', () => {
    const settings = readSettings(Buffer.from('data-folder = "/srv/kiosk"'), 'linux');
    if (!settings.ok) throw new Error('refused');
    const switches = (root: boolean) =>
      composeConfiguration(settings.value, place, evaluation, root).electron.arguments;
    expect(switches(false)).toEqual([]);
    expect(switches(true)).toEqual(['--no-sandbox']);
  });
});
