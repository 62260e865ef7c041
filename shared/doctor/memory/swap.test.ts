import { describe, expect, it } from 'vitest';
import { forbidden, missing, text } from '../readings.test-support.ts';
import type { Storage } from '../storage.ts';
import { parseSwaps } from './proc-swaps.ts';
import { judgeSwap, type SwapFacts, swapsInFstab } from './swap.ts';

const HEADINGS = 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n';
/** As Debian's installer sets it up, and with a file besides. */
const installed = `${HEADINGS}/dev/sda5                               partition\t999420\t\t0\t\t-2\n`;
const several = `${installed}/swapfile                               file\t\t2097148\t\t1024\t\t-3
/dev/zram0                              partition\t4042748\t\t0\t\t100
`;
const fstab = `# /etc/fstab: static file system information.
# <file system> <mount point>   <type>  <options>       <dump>  <pass>
UUID=5f2a6e0c-1111-2222-3333-444455556666 /               ext4    errors=remount-ro 0       1
UUID=0a1b2c3d-1111-2222-3333-444455556666 none            swap    sw              0       0
`;

function judged(table: SwapFacts['table'], storage: Storage, more: Partial<SwapFacts> = {}) {
  const facts = {
    ...{ table, memory: missing, fstab: missing, zswap: missing, storageOf: () => storage },
    atStart: { units: [], isMasked: false },
  };
  return judgeSwap({ ...facts, ...more });
}

describe('the table of swaps', () => {
  it('names each area and its type', () => {
    expect(parseSwaps(several)).toEqual({
      swaps: [
        { path: '/dev/sda5', type: 'partition' },
        { path: '/swapfile', type: 'file' },
        { path: '/dev/zram0', type: 'partition' },
      ],
      unread: 0,
    });
  });

  it('names a file with blanks in its name, and one that is deleted', () => {
    const line = '/var/my\\040swap\\040file\\040(deleted)  file\t\t1024\t0\t-2\n';
    expect(parseSwaps(HEADINGS + line).swaps).toEqual([
      { path: '/var/my swap file (deleted)', type: 'file' },
    ]);
  });

  it.each(['', '\n', HEADINGS])('is empty: %j', (empty) => {
    expect(parseSwaps(empty)).toEqual({ swaps: [], unread: 0 });
  });

  it('counts what it can’t read', () => {
    expect(parseSwaps(`${installed}/dev/sdb1 partition\n`)).toMatchObject({ unread: 1 });
  });
});

describe('swap', () => {
  it('that is not encrypted fails, with the command that ends it', () => {
    expect(judged(text(installed), 'plain')).toEqual({
      verdict: 'fail',
      found: 'Swap on /dev/sda5 is in use and not encrypted.',
      remedies: ['Run `swapoff -a && systemctl mask swap.target` as root.'],
    });
  });

  it('that is encrypted with a key of each start passes, and so does what stays in memory', () => {
    expect(judged(text(installed), 'one-time-key').verdict).toBe('pass');
    expect(judged(text(installed), 'memory').verdict).toBe('pass');
  });

  it('that is encrypted with a key that stays is warned about', () => {
    expect(judged(text(installed), 'encrypted')).toMatchObject({
      verdict: 'warn',
      remedies: [
        expect.stringContaining('swap.target'),
        expect.stringContaining('Or give /dev/sda5 a new key'),
      ],
    });
  });

  it('of which nothing is known fails: the promise hangs on it', () => {
    expect(judged(text(installed), 'unknown').verdict).toBe('fail');
  });

  it('is as good as the worst area', () => {
    const storageOf: SwapFacts['storageOf'] = ({ path }) => (path === '/swapfile' ? 'plain' : 'encrypted');
    const finding = judged(text(several), 'encrypted', { storageOf });
    expect(finding).toMatchObject({
      verdict: 'fail',
      found: expect.stringContaining('Swap on /swapfile is in use and not encrypted.'),
    });
  });

  it('in memory that is written back to a disk names the line that does it', () => {
    const zram = `${HEADINGS}/dev/zram0 partition 4042748 0 100\n`;
    expect(judged(text(zram), 'plain')).toMatchObject({
      remedies: [expect.stringContaining('/etc/systemd/zram-generator.conf')],
    });
  });

  it('that comes back at the next start is warned about', () => {
    expect(judged(text(HEADINGS), 'plain', { fstab: text(fstab) })).toMatchObject({
      verdict: 'warn',
      found: expect.stringContaining('UUID=0a1b2c3d-1111-2222-3333-444455556666'),
    });
  });

  it.each([
    // A partition of the type for swap, which nothing names (systemd-gpt-auto-generator).
    [['dev-disk-by\\x2ddiskseq-1\\x2dpart3.swap'], 'warn'],
    [['swapfile.swap'], 'warn'],
    // Compressed memory is judged while it is in use.
    [['dev-zram0.swap'], 'pass'],
    [[], 'pass'],
    [null, 'not-run'],
  ])('that systemd turns on at the next start: %j', (units, verdict) => {
    const atStart = { units, isMasked: false };
    expect(judged(text(HEADINGS), 'plain', { atStart })).toMatchObject({ verdict });
    // What its remedy does is seen at the next look.
    expect(judged(text(HEADINGS), 'plain', { atStart: { units, isMasked: true } })).toMatchObject({
      verdict: 'pass',
    });
  });

  it('that fstab names no longer counts once systemd is told to turn none on', () => {
    const atStart = { units: ['dev-sda5.swap'], isMasked: true };
    expect(judged(text(HEADINGS), 'plain', { fstab: text(fstab), atStart }).verdict).toBe('pass');
    expect(judged(text(installed), 'plain', { fstab: text(fstab), atStart }).verdict).toBe('fail');
  });

  it('of which fstab can’t be read is not known', () => {
    expect(judged(text(HEADINGS), 'plain', { fstab: forbidden }).verdict).toBe('not-run');
  });

  it('that is nowhere passes', () => {
    expect(judged(text(HEADINGS), 'plain').found).toBe('No swap is in use.');
    expect(judged(text(HEADINGS), 'plain', { zswap: text('Y\n') })).toMatchObject({
      verdict: 'pass',
      found: expect.stringContaining('zswap'),
    });
  });

  it('is not known where its table is not there, unless memory itself says that there is none', () => {
    expect(judged(missing, 'plain').verdict).toBe('not-run');
    expect(judged(forbidden, 'plain')).toMatchObject({
      verdict: 'not-run',
      found: expect.stringContaining('EACCES'),
    });
    const memory = text(
      'MemTotal:       24683652 kB\nSwapCached:            0 kB\nSwapTotal:             0 kB\n',
    );
    expect(judged(missing, 'plain', { memory }).verdict).toBe('pass');
    expect(judged(missing, 'plain', { memory: text('SwapTotal:   999420 kB\n') }).verdict).toBe('not-run');
  });

  it('is not known where a line has another shape', () => {
    expect(judged(text(`${HEADINGS}nonsense\n`), 'encrypted').verdict).toBe('not-run');
  });
});

describe('what fstab turns on', () => {
  it.each([
    [fstab, ['UUID=0a1b2c3d-1111-2222-3333-444455556666']],
    ['/swap\\040file none swap sw 0 0\n', ['/swap file']],
    ['/dev/sda5\tnone\tswap\tsw,noauto\t0\t0\n', []],
    ['#/dev/sda5 none swap sw 0 0\n', []],
    ['/dev/sda5 none swap', ['/dev/sda5']],
    ['', []],
  ])('%j', (content, paths) => expect(swapsInFstab(content)).toEqual(paths));
});
