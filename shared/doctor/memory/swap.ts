import { unescapeOctal } from '../../octal-escapes.ts';
import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, together, warn } from '../finding.ts';
import { type Reading, valueIn, whyUnread } from '../reading.ts';
import type { Storage } from '../storage.ts';
import { parseSwaps, type Swap } from './proc-swaps.ts';

export const swap = declareCheck({
  id: 'swap',
  title: 'Swap',
  why: 'Memory that is swapped out writes what applicants typed to a disk, where it stays after the erasure.',
  goLive: { kind: 'breaks', invariants: [2, 5], whenUnknown: 'stops' },
  remedies: {
    turnOff: 'Run `swapoff -a && systemctl mask swap.target` as root.',
    oneTimeKey:
      'Or give {path} a new key at each start: `swap DEVICE /dev/urandom swap,cipher=aes-xts-plain64,size=512` in `/etc/crypttab`.',
    zram: 'Run `sed -i /^writeback-device/d /etc/systemd/zram-generator.conf` as root, and restart: nothing of {path} is written back then.',
  },
});

/** What systemd turns on at the next start, besides what /etc/fstab names. */
export interface SwapAtStart {
  /**
   * Units such as `dev-sda3.swap`: of an administrator, and made at this start from /etc/fstab, from a partition of the type for
   * swap (systemd-gpt-auto-generator(8)), or for a compressed memory. Null: a folder of them can't be listed.
   */
  readonly units: readonly string[] | null;
  /** Whether swap.target is masked: then systemd turns none of them on. */
  readonly isMasked: boolean;
}

export interface SwapFacts {
  /** /proc/swaps. */
  readonly table: Reading;
  /** /proc/meminfo, which a kernel without swap has as well. */
  readonly memory: Reading;
  readonly fstab: Reading;
  readonly atStart: SwapAtStart;
  /** /sys/module/zswap/parameters/enabled: it keeps pages in memory that are on their way to a swap. */
  readonly zswap: Reading;
  storageOf(swap: Swap): Storage;
}

export function judgeSwap({ table, memory, fstab, atStart, zswap, storageOf }: SwapFacts): Finding {
  if (table.kind !== 'read') {
    // A kernel that can't swap has no table; a service that sees only processes (`ProcSubset=pid`) has none either.
    const total = memory.kind === 'read' ? /^SwapTotal:\s+(\d+) kB$/m.exec(memory.text)?.[1] : undefined;
    return total === '0' ? pass('There is no swap.') : notRun(whyUnread('/proc/swaps', table));
  }
  const { swaps, unread } = parseSwaps(table.text);
  if (unread > 0) return notRun('A line of /proc/swaps has an unknown shape.');
  const [first, ...others] = swaps.map((each) => judgeOne(each, storageOf(each)));
  return first === undefined ? judgeNone(fstab, atStart, zswap) : together(first, ...others);
}

function judgeOne({ path }: Swap, storage: Storage): Finding {
  switch (storage) {
    case 'one-time-key':
      return pass(`Swap on ${path} is encrypted, with a key of each start.`);
    case 'encrypted':
      return warn(
        `Swap on ${path} is encrypted with a key that stays: whoever learns it later reads what was swapped.`,
        swap.remedies.turnOff,
        remedy(swap.remedies.oneTimeKey, { path }),
      );
    case 'memory':
      return pass(`Swap on ${path} stays in memory, compressed.`);
    case 'plain':
      return fail(`Swap on ${path} is in use and not encrypted.`, remedyFor(path));
    case 'unknown':
      return fail(
        `Swap on ${path} is in use, and nothing shows that it is encrypted.`,
        swap.remedies.turnOff,
      );
  }
}

function remedyFor(path: string): string {
  const isCompressed = /^\/dev\/zram\d+$/.test(path);
  return isCompressed ? remedy(swap.remedies.zram, { path }) : swap.remedies.turnOff;
}

/** Compressed memory, which /proc/swaps judges once it is in use. */
const COMPRESSED = /^dev-zram\d+\.swap$/;

/** None is in use now; what systemd and fstab name comes back at the next start. */
function judgeNone(fstab: Reading, { units, isMasked }: SwapAtStart, zswap: Reading): Finding {
  if (isMasked) return pass('No swap is in use, and systemd turns none on.');
  const [named] = fstab.kind === 'read' ? swapsInFstab(fstab.text) : [];
  const [unit] = units?.filter((name) => !COMPRESSED.test(name)) ?? [];
  const which = named === undefined ? unit : `${named} of /etc/fstab`;
  if (which !== undefined) {
    return warn(`No swap is in use now, but ${which} is set up for the next start.`, swap.remedies.turnOff);
  }
  if (fstab.kind === 'unreadable') return notRun(whyUnread('/etc/fstab', fstab));
  if (units === null) return notRun('What swap systemd turns on at the next start can’t be listed.');
  return pass(
    valueIn(zswap) === 'Y'
      ? 'zswap is on, but there is no swap that it could write to.'
      : 'No swap is in use.',
  );
}

/** What /etc/fstab turns on at each start (fstab(5)). */
export function swapsInFstab(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [what = '', , type, options = ''] = line.trim().split(/\s+/);
    if (what.startsWith('#') || type !== 'swap' || options.split(',').includes('noauto')) return [];
    return [unescapeOctal(what)];
  });
}
