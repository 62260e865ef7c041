import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass, together, warn } from '../finding.ts';
import { type Reading, valueIn } from '../reading.ts';

export const clock = declareCheck({
  id: 'clock',
  title: 'Clock',
  why: 'Ages, the validity of cards, and when an application expires are counted by the computer’s clock.',
  // A counter without a network has no other clock to compare it with.
  goLive: { kind: 'stops', whenUnknown: 'tolerated' },
  // timedatectl writes the hardware clock as well. hwclock lies in a package that Debian doesn't install by itself. Nothing is set
  // while another clock may set it; without a service for that the first command complains, and the second one counts.
  remedies: {
    set: 'Run `timedatectl set-ntp false; timedatectl set-time "YYYY-MM-DD hh:mm"` as root: it sets the hardware clock as well.',
    battery:
      'Replace the battery of the mainboard, then run `timedatectl set-ntp false; timedatectl set-time "YYYY-MM-DD hh:mm"` as root.',
    write:
      'Run `timedatectl set-ntp false; timedatectl set-time @$(date +%s)` as root, if the time on the screen is right.',
    add: 'Attach a clock module with a battery. Until then run `timedatectl set-time "YYYY-MM-DD hh:mm"` as root after each start.',
  },
});

export interface ClockFacts {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The newest file of the package or of the kiosk; null: there is none. The clock was there already. */
  readonly newestFile: number | null;
  /** /sys/class/rtc/rtc0/since_epoch: seconds since 1970, if it runs in UTC. */
  readonly hardwareClock: Reading;
  /** /etc/adjtime: its third line says whether the hardware clock runs in local time. */
  readonly adjtime: Reading;
  /** Whether systemd has heard the time from another clock since the start. */
  readonly isSynchronized: boolean;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Before this program was written. */
const FIRST_YEAR = 2026;
/** Certificates and cards end earlier. */
const LAST_YEAR = 2100;

export function judgeClock(facts: ClockFacts): Finding {
  return together(judgeTime(facts), judgeHardwareClock(facts));
}

function judgeTime({ now, newestFile, isSynchronized }: ClockFacts): Finding {
  const year = new Date(now).getUTCFullYear();
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR))
    return fail(`The clock says that it is the year ${year}.`, clock.remedies.set);
  if (newestFile !== null && now < newestFile - MINUTE) {
    const late = newestFile - now;
    const by = late > 2 * DAY ? `${Math.floor(late / DAY)} days` : `${Math.ceil(late / MINUTE)} minutes`;
    return fail(`The clock is ${by} behind the newest file of the kiosk.`, clock.remedies.set);
  }
  const said = `The clock says ${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} UTC.`;
  return isSynchronized
    ? pass(`${said} It was set by a clock on the network.`)
    : notRun(`${said} No other clock sets it: compare it with one when a day is opened.`);
}

/** What the hardware clock may be off before somebody should look. */
const TOLERANCE = 2 * MINUTE;

function judgeHardwareClock({ now, hardwareClock, adjtime }: ClockFacts): Finding {
  const seconds = valueIn(hardwareClock);
  if (hardwareClock.kind === 'missing') {
    return warn(
      'There is no hardware clock that this account can see: without one the time is wrong after a power cut.',
      clock.remedies.add,
    );
  }
  if (seconds === null || !/^\d{1,11}$/.test(seconds)) return notRun('The hardware clock can’t be read.');
  if (isLocal(adjtime)) return notRun('The hardware clock runs in local time and was not compared.');
  const off = Math.abs(Number(seconds) * 1000 - now);
  if (off <= TOLERANCE) return pass('The hardware clock agrees.');
  if (new Date(Number(seconds) * 1000).getUTCFullYear() < FIRST_YEAR)
    return warn('The hardware clock began anew: its battery is empty.', clock.remedies.battery);
  return warn(`The hardware clock is ${Math.ceil(off / MINUTE)} minutes off.`, clock.remedies.write);
}

/** hwclock(8): the third line of /etc/adjtime is `UTC` or `LOCAL`; without it UTC is taken. */
export function isLocal(adjtime: Reading): boolean {
  return adjtime.kind === 'read' && adjtime.text.split('\n')[2]?.trim() === 'LOCAL';
}
