import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';

export const flash = declareCheck({
  id: 'flash',
  title: 'Flash memory and freed blocks',
  why: 'Flash memory keeps what was deleted in blocks that nobody reads, until it is told that they are free.',
  goLive: { kind: 'advice' },
  remedies: {
    trim: 'Run `systemctl enable --now fstrim.timer` as root.',
    memory:
      'Write `custody = "memory"` into `/etc/counterfoil/settings.toml` before go-live: then no key is on the disk.',
  },
});

/** What the kernel says of a disk: its folder `queue` in sysfs. */
export interface DiskQueue {
  /** `0`: it says that nothing in it turns. */
  readonly rotational: string | null;
  /** The smallest stretch that it can be told is free, in bytes; `0`: it takes no such word. */
  readonly discardGranularity: string | null;
}

export interface FlashFacts {
  /** Of the data folder's disk; null: nothing shows what its file system lies on. */
  readonly queue: DiskQueue | null;
  /** Whether its file system is mounted with `discard`. */
  readonly hasDiscard: boolean;
  /** Whether fstrim.timer is enabled, which tells each disk once a week. */
  readonly hasTimer: boolean;
}

export function judgeFlash({ queue, hasDiscard, hasTimer }: FlashFacts): Finding {
  if (queue === null || queue.rotational === null)
    return notRun('Nothing shows what disk the data folder’s file system lies on.');
  // A virtual disk says so too, whatever it lies on.
  if (queue.rotational !== '0') return pass('The disk of the data folder says that it is no flash memory.');
  if (queue.discardGranularity === null || queue.discardGranularity === '0')
    return warn(
      'The data folder is on flash memory that can’t be told of freed blocks.',
      flash.remedies.memory,
    );
  if (hasDiscard || hasTimer) {
    const when = hasDiscard ? 'at once' : 'each week';
    return pass(
      `The data folder is on flash memory, which is told of freed blocks ${when}. A laboratory may still find what was there.`,
    );
  }
  return warn('The data folder is on flash memory, which nobody tells of freed blocks.', flash.remedies.trim);
}
