import { describe, expect, it } from 'vitest';
import { configuration } from '../../shared/contract/configuration.ts';
import { custodyKinds } from '../../shared/contract/custody.ts';
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
  return configuration.parse({
    ...composeConfiguration(settings.value, place, build, false),
    settingsFile: null,
  });
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
    }
  });

  it('waits for its provisioning if it is a release, unless root says otherwise; others are set up by hand', () => {
    expect(composed().provisioned).toBe(true);
    expect(composed('provisioned = false').provisioned).toBe(false);
    for (const build of [rehearsal, evaluation]) expect(composed('', build).provisioned).toBe(false);
  });

  it('has the built-in printer, unless it is a queue of the system', () => {
    expect(composed().printer).toEqual({ driver: 'virtual', secondsPerFace: 8, folder: null });
    const told = composed('[built-in-printer]\nseconds-per-face = 0.5\nfolder = "/cards"');
    expect(told.printer).toEqual({ driver: 'virtual', secondsPerFace: 0.5, folder: '/cards' });
    expect(composed('print-queue = "Card Maker 9"').printer).toEqual({ driver: 'os', name: 'Card Maker 9' });
  });

  it('says when the screen locks, which nobody decides without limits', () => {
    expect(composed().lockAfterMinutes).toBe(5);
    for (const minutes of [2, 30])
      expect(composed(`lock-after-minutes = ${minutes}`).lockAfterMinutes).toBe(minutes);
    for (const minutes of ['1', '31', '2.5', '"5"'])
      expect(() => composed(`lock-after-minutes = ${minutes}`)).toThrow(`lock-after-minutes is ${minutes}`);
  });

  it('says which camera is this kiosk’s, by some of its name', () => {
    expect(composed().preset.camera).toBeNull();
    expect(composed('camera = "C920"').preset.camera).toBe('C920');
    expect(() => composed('camera = " "')).toThrow('camera is " "');
  });

  it('says where printers are, as an inspection says it, and by which certificate they are known', () => {
    expect(composed().preset).toMatchObject({ cardPrinter: null, ordinaryPrinter: null });
    const pin = 'AB:'.repeat(31).concat('AB');
    const lines = `[card-printer]\naddress = "ipps://192.0.2.17"\ncertificate = "${pin}"\n[ordinary-printer]\naddress = "192.0.2.18"`;
    expect(composed(lines).preset).toMatchObject({
      cardPrinter: { address: 'ipps://192.0.2.17:631/ipp/print', pin: 'ab'.repeat(32) },
      ordinaryPrinter: { address: 'ipp://192.0.2.18:631/ipp/print', pin: null },
    });
    for (const [address, certificate] of [
      ['printer.city.example', 'ab'.repeat(32)],
      ['ipps://192.0.2.17', 'ab'.repeat(31)],
      // In clear nothing shows a certificate.
      ['ipp://192.0.2.17', 'ab'.repeat(32)],
    ])
      expect(() =>
        composed(`[card-printer]\naddress = "${address}"\ncertificate = "${certificate}"`),
      ).toThrow(/(address|certificate) in \[card-printer\] is "/);
  });

  it('says how large the display is, in both directions or in none', () => {
    expect(composed().preset.display).toBeNull();
    expect(composed('[display]\nwidth = 1920\nheight = 1080').preset.display).toEqual({
      width: 1920,
      height: 1080,
    });
    expect(() => composed('[display]\nwidth = 1920')).toThrow('height in [display] is missing');
  });

  it('says where keys are kept if the settings do', () => {
    expect(composed().preset.custody).toBeNull();
    for (const custody of custodyKinds)
      expect(composed(`custody = "${custody}"`).preset.custody).toBe(custody);
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
