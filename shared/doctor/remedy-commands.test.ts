import { describe, expect, it } from 'vitest';
import { CHECK_GROUPS } from './catalogue.ts';
import { remedyInGeneral } from './check.ts';
import { asPackaged } from './remedy-commands.ts';
import { LOOK_FROM_INSIDE } from './seen-from.ts';

describe('a remedy of a rehearsal', () => {
  const rehearsal = (text: string): string => asPackaged(text, 'counterfoil-rehearsal');

  it.each([
    ['Run `counterfoil-cups` as root.', 'Run `counterfoil-rehearsal-cups` as root.'],
    [
      'Run `systemctl enable --now counterfoil-display.service counterfoil.service` as root.',
      'Run `systemctl enable --now counterfoil-rehearsal-display.service counterfoil-rehearsal.service` as root.',
    ],
    ['`namei -l /opt/counterfoil`.', '`namei -l /opt/counterfoil-rehearsal`.'],
    ['`./counterfoil_VERSION_ARCH.deb`', '`./counterfoil-rehearsal_VERSION_ARCH.deb`'],
    [
      '`cp /usr/share/counterfoil/apparmor/counterfoil /etc/apparmor.d/`',
      '`cp /usr/share/counterfoil-rehearsal/apparmor/counterfoil-rehearsal /etc/apparmor.d/`',
    ],
    [
      '`apparmor_parser -r /etc/apparmor.d/counterfoil`',
      '`apparmor_parser -r /etc/apparmor.d/counterfoil-rehearsal`',
    ],
  ])('names its own package: %s', (text, named) => {
    expect(rehearsal(text)).toBe(named);
  });

  it.each([
    'makes the account `counterfoil`',
    '`/etc/counterfoil/settings.toml`',
    '`chown -R counterfoil: /var/lib/counterfoil`',
    '`/etc/sysctl.d/90-counterfoil-local.conf`',
    // What was found is that package's already.
    '/opt/counterfoil-rehearsal can be changed.',
    '/etc/systemd/system/counterfoil-rehearsal.service.d',
  ])('leaves what every package has: %s', (text) => {
    expect(rehearsal(text)).toBe(text);
  });

  it('has none of the names that only a release has', () => {
    const remedies = CHECK_GROUPS.flatMap(({ checks }) => checks).flatMap((check) =>
      Object.values(check.remedies),
    );
    const texts = [...remedies.map(remedyInGeneral), LOOK_FROM_INSIDE];
    const ofRelease =
      /counterfoil-(?:cups|display|doctor)|counterfoil\.service|\/opt\/counterfoil(?!-)|counterfoil_VERSION/;
    expect(texts.filter((text) => ofRelease.test(text)).length).toBeGreaterThan(8);
    expect(texts.map(rehearsal).filter((text) => ofRelease.test(text))).toEqual([]);
  });
});

it('a release, and what runs from a folder of another name, is told as it is written', () => {
  const text = 'Run `counterfoil-doctor` as root, and look at `/opt/counterfoil`.';
  for (const slug of ['counterfoil', 'counterfoil-evaluation-0.1.0-linux-x64', 'app'])
    expect(asPackaged(text, slug)).toBe(text);
  expect(asPackaged(text, 'counterfoil-evaluation')).not.toBe(text);
});
