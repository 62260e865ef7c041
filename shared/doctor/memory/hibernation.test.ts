import { describe, expect, it } from 'vitest';
import { forbidden, missing, text } from '../readings.test-support.ts';
import { type HibernationFacts, judgeHibernation } from './hibernation.ts';

const HEADINGS = 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n';
const swaps = text(`${HEADINGS}/dev/sda5 partition 999420 0 -2\n`);

/** A laptop as Debian installs it. */
const laptop: HibernationFacts = {
  state: text('freeze mem disk\n'),
  disk: text('[platform] shutdown reboot suspend test_resume \n'),
  resume: text('8:5\n'),
  commandLine: text(
    'BOOT_IMAGE=/vmlinuz root=UUID=1 ro quiet resume=UUID=0a1b2c3d-1111-2222-3333-444455556666\n',
  ),
  swaps,
  storageOf: () => 'plain',
  isForbidden: false,
};

describe('hibernation', () => {
  it.each<readonly [string, Partial<HibernationFacts>, string]>([
    ['to a plain swap fails', {}, 'fail'],
    ['to a plain swap fails although systemd is told not to', { isForbidden: true }, 'fail'],
    ['to a swap of which nothing is known fails', { storageOf: () => 'unknown' }, 'fail'],
    ['to an encrypted swap is warned about', { storageOf: () => 'encrypted' }, 'warn'],
    ['to a swap with a key of each start is warned about', { storageOf: () => 'one-time-key' }, 'warn'],
    [
      'to an encrypted swap, where systemd is told not to, passes',
      { storageOf: () => 'encrypted', isForbidden: true },
      'pass',
    ],
    ['of a kernel that can’t passes', { state: text('freeze mem\n') }, 'pass'],
    ['of a kernel without any sleep passes', { state: text('') }, 'pass'],
    ['of a kernel that is locked against it passes', { disk: text('[disabled]\n') }, 'pass'],
    ['whose swap is not there now is warned about', { swaps: text(HEADINGS) }, 'warn'],
    [
      'without swap and without a place to wake up from passes',
      { swaps: text(HEADINGS), resume: text('0:0\n'), commandLine: text('ro quiet') },
      'pass',
    ],
    [
      'is not set up where noresume takes it back',
      { swaps: text(HEADINGS), resume: missing, commandLine: text('resume=/dev/sda5 noresume') },
      'pass',
    ],
    [
      'to compressed memory can’t be',
      { storageOf: () => 'memory', resume: text('0:0'), commandLine: missing },
      'pass',
    ],
    ['is not known where the kernel tells nothing', { state: missing }, 'not-run'],
    ['is not known where it may not be read', { state: forbidden }, 'not-run'],
    ['is not known without the table of swaps', { swaps: missing }, 'not-run'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeHibernation({ ...laptop, ...change }).verdict).toBe(verdict);
  });

  it('to a plain swap is kept from by the kernel’s word alone: systemd’s was not looked at', () => {
    const told = (change: Partial<HibernationFacts>) =>
      JSON.stringify(judgeHibernation({ ...laptop, ...change }));
    expect(told({})).toContain('nohibernate');
    expect(told({})).not.toContain('systemctl mask');
    // Where the swap is encrypted either is enough.
    expect(told({ storageOf: () => 'encrypted' })).toContain('systemctl mask');
  });

  it('names the place that the computer would wake up from', () => {
    expect(judgeHibernation({ ...laptop, swaps: text(HEADINGS) }).found).toContain(
      'UUID=0a1b2c3d-1111-2222-3333-444455556666',
    );
  });
});
