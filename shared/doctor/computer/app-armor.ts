import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';
import { type Reading, valueIn } from '../reading.ts';
import { kernelWordRemedy } from '../remedy-commands.ts';

export const appArmor = declareCheck({
  id: 'apparmor',
  title: 'AppArmor',
  why: 'A profile that confines the kiosk would be one more wall around a page that breaks out of Chromium’s sandbox.',
  goLive: { kind: 'advice' },
  remedies: {
    enable: kernelWordRemedy('apparmor=1 security=apparmor'),
    load: 'Run `systemctl reload apparmor` as root; the package brings its profile to `/etc/apparmor.d`.',
  },
});

export interface AppArmorFacts {
  /** /sys/module/apparmor/parameters/enabled */
  readonly enabled: Reading;
  /** /sys/kernel/security/apparmor/profiles: root alone may read it. */
  readonly profiles: Reading;
}

export function judgeAppArmor({ enabled, profiles }: AppArmorFacts): Finding {
  if (enabled.kind !== 'read') return notRun('This kernel has no AppArmor.');
  if (valueIn(enabled) !== 'Y')
    return warn('This kernel has AppArmor, but it is turned off.', appArmor.remedies.enable);
  if (profiles.kind !== 'read')
    return notRun('AppArmor is on; only root can see whether the kiosk’s profile is loaded.');
  if (!hasProfile(profiles.text))
    return warn('AppArmor is on, but no profile of the kiosk is loaded.', appArmor.remedies.load);
  // The package's own has `flags=(unconfined)`: what the kiosk may do, its unit says.
  return ownProfiles(profiles.text).some((line) => line.endsWith('(enforce)'))
    ? pass('AppArmor is on, and a profile confines the kiosk.')
    : notRun('AppArmor is on. The kiosk’s profile allows user namespaces, and confines nothing.');
}

/** Whether a profile of the kiosk's is among those that are loaded, whatever it does. */
export function hasProfile(profiles: string): boolean {
  return ownProfiles(profiles).length > 0;
}

/** Lines such as `counterfoil (unconfined)` or `/opt/counterfoil/counterfoil-session (enforce)`. */
function ownProfiles(profiles: string): readonly string[] {
  return profiles
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /(?:^|\/)counterfoil/.test(line));
}
