import { t } from '@lingui/core/macro';
import type { ChecksInWords } from './check-words.ts';

/** Checks of what the computer does with its memory. */
export const memoryChecks = {
  swap: () => ({
    title: t({
      message: 'Swap',
      comment:
        'Name of a check of this computer, in a table and in the ledger. Swap is disk space that a system uses as memory.',
    }),
    why: t({
      message:
        'Memory that is swapped out writes what applicants typed to a disk, where it stays after the erasure.',
      comment: 'Why the check “Swap” of this computer matters.',
    }),
  }),
  hibernation: () => ({
    title: t({
      message: 'Hibernation',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'A computer that hibernates writes all of its memory to a disk, with the applicant’s details and every key in it.',
      comment: 'Why the check “Hibernation” of this computer matters.',
    }),
  }),
  'core-dumps': () => ({
    title: t({
      message: 'Core dumps',
      comment:
        'Name of a check of this computer, in a table and in the ledger. A core dump is the memory of a program that crashed, as a file.',
    }),
    why: t({
      message:
        'A program that crashes with dumps turned on writes its memory to a file, with all that the applicant typed.',
      comment: 'Why the check “Core dumps” of this computer matters.',
    }),
  }),
  'session-memory': () => ({
    title: t({
      message: 'Folder in memory for sessions',
      comment:
        'Name of a check of this computer, in a table and in the ledger. A session is all that runs for one applicant.',
    }),
    why: t({
      message:
        'The browser engine writes files of its own for each applicant. In a folder in memory they reach no disk.',
      comment: 'Why the check “Folder in memory for sessions” of this computer matters.',
    }),
  }),
  'ptrace-scope': () => ({
    title: t({
      message: 'Reading the memory of other programs',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'Without this limit, any program of the same account can read what an applicant types out of the kiosk’s memory.',
      comment: 'Why the check “Reading the memory of other programs” of this computer matters.',
    }),
  }),
  'init-on-free': () => ({
    title: t({
      message: 'Clearing of freed memory',
      comment:
        'Name of a check of this computer, in a table and in the ledger. Whether memory is cleared once a program has given it back.',
    }),
    why: t({
      message:
        'Memory that a program has given back keeps what it had until it’s used again, unless the system clears it.',
      comment: 'Why the check “Clearing of freed memory” of this computer matters.',
    }),
  }),
  'kernel-dumps': () => ({
    title: t({
      message: 'Dumps of the whole memory',
      comment:
        'Name of a check of this computer, in a table and in the ledger. A dump is a copy of memory on a disk.',
    }),
    why: t({
      message:
        'If a kernel that crashes writes the memory to a disk, the applicant and every key go with it.',
      comment: 'Why the check “Dumps of the whole memory” of this computer matters.',
    }),
  }),
  'old-dumps': () => ({
    title: t({
      message: 'Dumps from before',
      comment:
        'Name of a check of this computer, in a table and in the ledger. A dump is a copy of memory on a disk.',
    }),
    why: t({
      message: 'A dump is a copy of memory on the disk, and no erasure of the kiosk reaches it.',
      comment: 'Why the check “Dumps from before” of this computer matters.',
    }),
  }),
} as const satisfies ChecksInWords;
