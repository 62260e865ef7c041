import { accessSync, constants, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { appArmor, judgeAppArmor } from '../../../shared/doctor/computer/app-armor.ts';
import { camera, judgeCamera, type VideoDevice } from '../../../shared/doctor/computer/camera.ts';
import { clock, judgeClock } from '../../../shared/doctor/computer/clock.ts';
import { judgeNetwork, network } from '../../../shared/doctor/computer/network.ts';
import { judgePower, power } from '../../../shared/doctor/computer/power.ts';
import { judgeSleep, sleep } from '../../../shared/doctor/computer/sleep.ts';
import { judgeTimeZone, timeZone } from '../../../shared/doctor/computer/time-zone.ts';
import { judgeTpm, tpm } from '../../../shared/doctor/computer/tpm.ts';
import { forbidsSuspend } from '../../../shared/doctor/parse/sleep-settings.ts';
import { valueIn } from '../../../shared/doctor/reading.ts';
import { orNull } from '../../lib/file-systems/attempt.ts';
import { readPolicyFile } from '../../lib/policy-file/policy-file.ts';
import { readPowerSupplies } from '../../lib/power/power-supplies.ts';
import type { Check } from '../check.ts';
import { lstatAt, namesIn, readText, statAt } from '../read/files.ts';
import { areMasked, systemdSettings } from '../read/systemd.ts';
import { accountWords, inPackage, type Subject } from '../subject.ts';

/** The computer around the kiosk. */
export const computerChecks: readonly Check[] = [
  {
    declaration: clock,
    look: (subject) =>
      judgeClock({
        now: subject.now,
        newestFile: newestFile(subject),
        hardwareClock: readText('/sys/class/rtc/rtc0/since_epoch'),
        adjtime: readText('/etc/adjtime'),
        isSynchronized: lstatAt('/run/systemd/timesync/synchronized') !== null,
      }),
  },
  {
    declaration: timeZone,
    look(subject) {
      const { now } = subject;
      const ofComputer = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const ofPolicy = timeZoneOf(subject);
      return judgeTimeZone({
        ofComputer,
        ofPolicy,
        areSame: ofPolicy !== null && areSameZone(ofComputer, ofPolicy, now),
      });
    },
  },
  {
    declaration: camera,
    look: (subject) =>
      judgeCamera({
        devices: videoDevices(),
        account: accountWords(subject),
        wanted: subject.configuration.preset.camera,
      }),
  },
  { declaration: power, look: () => judgePower(readPowerSupplies()) },
  {
    declaration: sleep,
    look: () =>
      judgeSleep({
        state: readText('/sys/power/state'),
        isForbidden:
          forbidsSuspend(systemdSettings('sleep.conf') ?? []) ||
          areMasked(['suspend.target']) ||
          areMasked(['sleep.target']),
      }),
  },
  {
    declaration: network,
    look: () =>
      judgeNetwork({
        groups: readText('/proc/1/net/igmp'),
        routes: readText('/proc/1/net/route'),
        routes6: readText('/proc/1/net/ipv6_route'),
      }),
  },
  {
    declaration: appArmor,
    look: () =>
      judgeAppArmor({
        enabled: readText('/sys/module/apparmor/parameters/enabled'),
        profiles: readText('/sys/kernel/security/apparmor/profiles'),
      }),
  },
  { declaration: tpm, look: () => judgeTpm(readText('/sys/class/tpm/tpm0/tpm_version_major')) },
];

/** The newest of what was there before: the program as it was installed, and what the kiosk last wrote. */
function newestFile(subject: Subject): number | null {
  const { configuration } = subject;
  const paths = [
    configuration.electron.executable,
    configuration.node,
    inPackage(subject, 'resources', 'app.asar'),
    configuration.policyPath,
    ...(namesIn(configuration.dataFolder) ?? []).map((name) => `${configuration.dataFolder}/${name}`),
  ];
  const times = paths.flatMap((path) => statAt(path)?.mtimeMs ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

/** The kiosk's; for a command that of the policy file. Null: neither can be read. */
function timeZoneOf({ configuration, knows }: Subject): string | null {
  if (knows !== null) return knows.timeZone;
  const policy = readPolicyFile(configuration.policyPath);
  return policy.ok ? policy.value.rules.timeZone : null;
}

const HALF_A_YEAR_MILLISECONDS = 182 * 24 * 60 * 60 * 1000;

function areSameZone(one: string, other: string, now: number): boolean {
  const shows = (zone: string): string =>
    [now, now + HALF_A_YEAR_MILLISECONDS]
      .map((time) => new Date(time).toLocaleString('en-US', { timeZone: zone }))
      .join();
  return shows(one) === shows(other);
}

function videoDevices(): readonly VideoDevice[] | null {
  const names = namesIn('/dev')?.filter((name) => /^video\d+$/.test(name)) ?? null;
  return (
    names?.map((name) => {
      const path = `/dev/${name}`;
      const isAccessible = orNull(() => {
        accessSync(path, constants.R_OK | constants.W_OK);
        return true;
      });
      const folder = `/sys/class/video4linux/${name}`;
      const driver = orNull(() => basename(readlinkSync(`${folder}/device/driver`)));
      const index = valueIn(readText(`${folder}/index`));
      return { path, driver, index, labels: cameraLabels(name), isAccessible: isAccessible === true };
    }) ?? null
  );
}

/**
 * As Chromium labels a camera (device_provider of its V4L2 factory): by the text of its USB interface or the name of its driver, and
 * its vendor and product in brackets where it has them.
 */
function cameraLabels(name: string): readonly string[] {
  const folder = `/sys/class/video4linux/${name}`;
  const value = (path: string): string | null => valueIn(readText(`${folder}/${path}`));
  const [vendor, product] = [value('device/../idVendor'), value('device/../idProduct')];
  const numbers = vendor === null || product === null ? '' : ` (${vendor}:${product})`;
  return [value('device/interface'), value('name')].flatMap((text) =>
    text === null || text === '' ? [] : [`${text}${numbers}`],
  );
}
