import { describe, expect, it } from 'vitest';
import type { PowerSupply } from '../../power/power-source.ts';
import { forbidden, missing, text } from '../readings.test-support.ts';
import { hasProfile, judgeAppArmor } from './app-armor.ts';
import { judgeCamera, type VideoDevice } from './camera.ts';
import { type ClockFacts, isLocal, judgeClock } from './clock.ts';
import { judgePower } from './power.ts';
import { judgeSleep } from './sleep.ts';
import { judgeTimeZone } from './time-zone.ts';
import { judgeTpm } from './tpm.ts';

const now = Date.UTC(2026, 10, 30, 8);
const seconds = (offset: number): string => `${now / 1000 + offset}\n`;

describe('the clock', () => {
  const good: ClockFacts = {
    now,
    newestFile: now - 1000,
    hardwareClock: text(seconds(1)),
    adjtime: text('0.000000 1764489600 0.000000\n1764489600\nUTC\n'),
    isSynchronized: true,
  };

  it.each<readonly [string, Partial<ClockFacts>, string]>([
    ['that another clock has set passes', {}, 'pass'],
    [
      'that nothing speaks against, and no other clock has set, is not known',
      { isSynchronized: false },
      'not-run',
    ],
    ['that stands at the beginning of all time fails', { now: 0, newestFile: null }, 'fail'],
    ['of another century fails', { now: Date.UTC(2126, 0), newestFile: null }, 'fail'],
    ['that is no number fails', { now: Number.NaN, newestFile: null }, 'fail'],
    ['behind the newest file fails', { newestFile: now + 3_600_000 }, 'fail'],
    ['a few seconds behind the newest file passes', { newestFile: now + 30_000 }, 'pass'],
    ['without any file to compare with passes', { newestFile: null }, 'pass'],
    ['beside a hardware clock that is off is warned about', { hardwareClock: text(seconds(-600)) }, 'warn'],
    [
      'beside a hardware clock that began anew is warned about',
      { hardwareClock: text('946684800\n') },
      'warn',
    ],
    ['without a hardware clock is warned about', { hardwareClock: missing }, 'warn'],
    ['beside one in local time was not compared', { adjtime: text('0.0 0 0.0\n0\nLOCAL\n') }, 'not-run'],
    ['beside one that can’t be read was not compared', { hardwareClock: forbidden }, 'not-run'],
    ['beside one that says nonsense was not compared', { hardwareClock: text('soon') }, 'not-run'],
    ['without adjtime takes the hardware clock for UTC', { adjtime: missing }, 'pass'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeClock({ ...good, ...change }).verdict).toBe(verdict);
  });

  it('is compared with another one by whoever opens a day, or had from one without a battery', () => {
    expect(judgeClock({ ...good, isSynchronized: false }).found).toBe(
      'The clock says 2026-11-30 08:00 UTC. No other clock sets it: compare it with one when a day is opened.',
    );
    expect(judgeClock({ ...good, hardwareClock: missing })).toMatchObject({
      remedies: [expect.stringContaining('Attach a clock module')],
    });
    expect(judgeClock({ ...good, hardwareClock: text('946684800\n') })).toMatchObject({
      remedies: [expect.stringContaining('battery of the mainboard')],
    });
  });

  it('says by how much it is behind', () => {
    expect(judgeClock({ ...good, newestFile: now + 365 * 86_400_000 }).found).toContain('365 days behind');
    expect(judgeClock({ ...good, newestFile: now + 7_200_000 }).found).toContain('120 minutes behind');
  });

  it.each([
    [text('0.0 0 0.0\n0\nLOCAL\n'), true],
    [text('0.0 0 0.0\n0\nUTC\n'), false],
    [text(''), false],
    [missing, false],
  ])('%j is in local time: %j', (adjtime, local) => expect(isLocal(adjtime)).toBe(local));
});

describe('the time zone', () => {
  it.each([
    [{ ofComputer: 'America/New_York', ofPolicy: 'America/New_York', areSame: true }, 'pass'],
    [{ ofComputer: 'US/Eastern', ofPolicy: 'America/New_York', areSame: true }, 'pass'],
    [{ ofComputer: 'UTC', ofPolicy: 'America/New_York', areSame: false }, 'warn'],
    [{ ofComputer: 'UTC', ofPolicy: null, areSame: false }, 'not-run'],
  ])('%j', (facts, verdict) => expect(judgeTimeZone(facts).verdict).toBe(verdict));
});

describe('the camera', () => {
  const account = 'counterfoil';
  const usable: VideoDevice = {
    ...{ path: '/dev/video0', driver: 'uvcvideo', index: '0' },
    ...{ labels: ['HD Pro Webcam C920 (046d:082d)'], isAccessible: true },
  };
  const forbiddenOne = { ...usable, isAccessible: false };
  /** The second device of a USB camera, which only describes its pictures. */
  const metadata = { ...usable, path: '/dev/video1', index: '1' };
  /** Anybody may make one up: no device of the computer is behind it. */
  const loopback: VideoDevice = {
    ...{ path: '/dev/video9', driver: null, index: '0' },
    ...{ labels: ['Dummy video device (0x0000)'], isAccessible: true },
  };
  /** A decoder of a small computer's chip. */
  const codec = { ...loopback, driver: 'bcm2835-codec', labels: ['bcm2835-codec-decode'] };

  it.each<readonly [string, readonly VideoDevice[] | null, string]>([
    ['that may be used passes', [usable, metadata], 'pass'],
    ['beside one that may not be used passes', [forbiddenOne, { ...usable, path: '/dev/video2' }], 'pass'],
    ['that may not be used fails', [forbiddenOne, metadata], 'fail'],
    ['that is not there fails', [], 'fail'],
    ['of which there are only descriptions is not known', [metadata], 'not-run'],
    ['that is made up is not known', [loopback], 'not-run'],
    [
      'in whose place there are decoders is not known',
      [codec, { ...codec, path: '/dev/video10' }],
      'not-run',
    ],
    ['beside a decoder passes', [codec, usable], 'pass'],
    ['that can’t be listed is not known', null, 'not-run'],
  ])('%s', (_name, devices, verdict) => {
    expect(judgeCamera({ devices, account, wanted: null }).verdict).toBe(verdict);
  });

  it.each([
    ['C920', 'pass'],
    ['hd pro webcam c920 (046d:082d)', 'pass'],
    // There, but nobody knows what it is.
    ['dummy video', 'not-run'],
    ['Brio', 'fail'],
  ])('by settings that name %s', (wanted, verdict) => {
    const devices = [usable, metadata, loopback];
    expect(judgeCamera({ devices, account, wanted }).verdict).toBe(verdict);
  });

  it('tells what it found where it is none that the settings name', () => {
    expect(judgeCamera({ devices: [usable, metadata], account, wanted: 'Brio' })).toMatchObject({
      found: 'The settings name “Brio”. Here are HD Pro Webcam C920 (046d:082d).',
    });
    expect(judgeCamera({ devices: [{ ...usable, labels: [] }], account, wanted: 'Brio' })).toMatchObject({
      ...{ verdict: 'fail', found: 'The settings name “Brio”. No driver here tells a name.' },
    });
  });

  it('that is plugged in before its rule was there is given to the account by a command', () => {
    expect(judgeCamera({ devices: [forbiddenOne], account, wanted: null })).toMatchObject({
      found: 'counterfoil may not use /dev/video0.',
      remedies: [expect.stringContaining('udevadm trigger --action=change --subsystem-match=video4linux')],
    });
  });
});

describe('power', () => {
  const mains: PowerSupply = {
    ...{ type: 'Mains', online: '1', status: null, capacity: null, scope: null, present: null },
  };
  const battery: PowerSupply = {
    ...{ type: 'Battery', online: null, status: 'Full', capacity: '98', scope: null, present: '1' },
  };
  const mouse: PowerSupply = { ...battery, status: 'Discharging', capacity: '5', scope: 'Device' };

  it.each<readonly [readonly PowerSupply[] | null, string]>([
    [[], 'pass'],
    [[mains], 'pass'],
    [[mains, battery], 'pass'],
    [[mouse], 'pass'],
    [
      [
        { ...mains, online: '0' },
        { ...battery, status: 'Discharging' },
      ],
      'warn',
    ],
    [
      [
        { ...mains, online: '0' },
        { ...battery, status: 'Discharging', capacity: '19' },
      ],
      'warn',
    ],
    // Some chargers say that they are online and give too little.
    [[mains, { ...battery, status: 'Discharging' }], 'warn'],
    [[{ ...battery, status: 'Unknown', capacity: null }], 'warn'],
    [null, 'not-run'],
  ])('%j', (supplies, verdict) => expect(judgePower(supplies).verdict).toBe(verdict));

  it('says when it has too little for a card', () => {
    const low = judgePower([{ ...battery, status: 'Discharging', capacity: '19' }]);
    expect(low).toMatchObject({
      found: expect.stringContaining('19 percent'),
      remedies: [expect.stringContaining('20 percent')],
    });
  });
});

describe('sleep', () => {
  it.each([
    [{ state: text('freeze mem disk\n'), isForbidden: false }, 'warn'],
    [{ state: text('freeze mem disk\n'), isForbidden: true }, 'pass'],
    [{ state: text('disk\n'), isForbidden: false }, 'pass'],
    [{ state: text(''), isForbidden: false }, 'pass'],
    [{ state: missing, isForbidden: true }, 'not-run'],
  ] as const)('%j', (facts, verdict) => expect(judgeSleep(facts).verdict).toBe(verdict));
});

describe('AppArmor', () => {
  const profiles = 'firefox (unconfined)\n/usr/sbin/cupsd (enforce)\ncounterfoil (unconfined)\n';

  it.each([
    [{ enabled: missing, profiles: missing }, 'not-run'],
    [{ enabled: text('N\n'), profiles: missing }, 'warn'],
    [{ enabled: text('Y\n'), profiles: forbidden }, 'not-run'],
    // What the package brings allows something, and forbids nothing.
    [{ enabled: text('Y\n'), profiles: text(profiles) }, 'not-run'],
    [{ enabled: text('Y\n'), profiles: text('counterfoil (complain)\n') }, 'not-run'],
    [{ enabled: text('Y\n'), profiles: text(`${profiles}counterfoil (enforce)\n`) }, 'pass'],
    [{ enabled: text('Y\n'), profiles: text('/usr/sbin/cupsd (enforce)\n') }, 'warn'],
  ] as const)('%j', (facts, verdict) => expect(judgeAppArmor(facts).verdict).toBe(verdict));

  it('knows a profile by a name and by a path', () => {
    expect(hasProfile('/opt/counterfoil/counterfoil-session (enforce)\n')).toBe(true);
    expect(hasProfile('my-counterfoil (enforce)\n')).toBe(false);
    expect(hasProfile('')).toBe(false);
  });
});

describe('the TPM', () => {
  it.each([
    [text('2\n'), 'pass'],
    [text('1\n'), 'not-run'],
    [missing, 'not-run'],
    [forbidden, 'not-run'],
  ] as const)('%j', (version, verdict) => expect(judgeTpm(version).verdict).toBe(verdict));
});
