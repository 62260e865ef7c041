import { unescapeOctal } from '../../octal-escapes.ts';
import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, together, warn } from '../finding.ts';
import { type Reading, valueIn, whyUnread } from '../reading.ts';
import type { Storage } from '../storage.ts';
import { parseSwaps, type Swap } from './swaps.ts';

export const swap = declareCheck({
  id: 'swap',
  title: 'Swap',
  why: 'Memory that is swapped out writes what applicants typed to a disk, where it stays after the erasure.',
  goLive: { kind: 'breaks', invariants: [2, 5] },
  remedies: {
    turnOff: 'Run `swapoff {path}` as root, and remove its line from `/etc/fstab`.',
    keepOff: 'Remove the line of {path} from `/etc/fstab`, or encrypt it in `/etc/crypttab`.',
    zram: 'Remove `writeback-device` for {path} from `/etc/systemd/zram-generator.conf`, and restart.',
  },
});

export interface SwapFacts {
  /** /proc/swaps. */
  readonly table: Reading;
  /** /proc/meminfo, which a kernel without swap has as well. */
  readonly memory: Reading;
  readonly fstab: Reading;
  /** /sys/module/zswap/parameters/enabled: it keeps pages in memory that are on their way to a swap. */
  readonly zswap: Reading;
  storageOf(swap: Swap): Storage;
}

export function judgeSwap({ table, memory, fstab, zswap, storageOf }: SwapFacts): Finding {
  if (table.kind !== 'read') {
    // A kernel that can't swap has no table; a service that sees only processes (`ProcSubset=pid`) has none either.
    const total = memory.kind === 'read' ? /^SwapTotal:\s+(\d+) kB$/m.exec(memory.text)?.[1] : undefined;
    return total === '0' ? pass('There is no swap.') : notRun(whyUnread('/proc/swaps', table));
  }
  const { swaps, unread } = parseSwaps(table.text);
  if (unread > 0) return notRun('A line of /proc/swaps has an unknown shape.');
  const [first, ...others] = swaps.map((each) => judgeOne(each, storageOf(each)));
  return first === undefined ? judgeNone(fstab, zswap) : together(first, ...others);
}

function judgeOne({ path }: Swap, storage: Storage): Finding {
  switch (storage) {
    case 'encrypted':
      return pass(`Swap on ${path} is encrypted.`);
    case 'memory':
      return pass(`Swap on ${path} stays in memory, compressed.`);
    case 'plain':
      return fail(`Swap on ${path} is in use and not encrypted.`, remedyFor(path));
    case 'unknown':
      return fail(
        `Swap on ${path} is in use, and nothing shows that it is encrypted.`,
        remedy(swap.remedies.turnOff, { path }),
      );
  }
}

function remedyFor(path: string): string {
  const isCompressed = /^\/dev\/zram\d+$/.test(path);
  return isCompressed ? remedy(swap.remedies.zram, { path }) : remedy(swap.remedies.turnOff, { path });
}

/** None is in use now; what fstab names comes back at the next start. */
function judgeNone(fstab: Reading, zswap: Reading): Finding {
  const [path] = fstab.kind === 'read' ? swapsInFstab(fstab.text) : [];
  if (path === undefined) {
    return pass(
      valueIn(zswap) === 'Y'
        ? 'zswap is on, but there is no swap that it could write to.'
        : 'No swap is in use.',
    );
  }
  return warn(
    `No swap is in use now, but /etc/fstab names ${path} for the next start.`,
    remedy(swap.remedies.keepOff, { path }),
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
