import { t } from '@lingui/core/macro';
import type { ChecksInWords } from './check-words.ts';

/** Checks of the computer itself. */
export const computerChecks = {
  clock: () => ({
    title: t({
      message: 'Clock',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'Ages, how long cards are valid, and when an application expires are counted by the computer’s clock.',
      comment: 'Why the check “Clock” of this computer matters.',
    }),
  }),
  'time-zone': () => ({
    title: t({
      message: 'Time zone',
      comment:
        'Name of a check of this computer, in a table and in the ledger. The policy is the city’s set of rules.',
    }),
    why: t({
      message:
        'The kiosk goes by the policy’s time zone. The system’s log says another day where the computer has another one.',
      comment: 'Why the check “Time zone” of this computer matters.',
    }),
  }),
  camera: () => ({
    title: t({
      message: 'Camera',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message: 'Without a camera no one gets past the photo.',
      comment: 'Why the check “Camera” of this computer matters.',
    }),
  }),
  power: () => ({
    title: t({
      message: 'Power',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'A battery that runs empty in the middle of a card ends an application whose keys are in memory only.',
      comment: 'Why the check “Power” of this computer matters.',
    }),
  }),
  sleep: () => ({
    title: t({
      message: 'Sleep',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'A computer that sleeps keeps an open application in its memory, and nothing ends it when its time is over.',
      comment: 'Why the check “Sleep” of this computer matters.',
    }),
  }),
  network: () => ({
    title: t({
      message: 'Network',
      comment:
        'Name of a check of this computer, in a table and in the ledger. Its connections to other computers.',
    }),
    why: t({
      message:
        'A counter needs no network: what can be reached from outside can be attacked, and what can send can leak.',
      comment: 'Why the check “Network” of this computer matters.',
    }),
  }),
  apparmor: () => ({
    title: t({
      message: 'AppArmor',
      comment:
        'Name of a check of this computer, in a table and in the ledger. A name: a part of Linux that limits what programs may do.',
    }),
    why: t({
      message: 'With it, a page that breaks out of the browser’s sandbox reaches less of the computer.',
      comment: 'Why the check “AppArmor” of this computer matters.',
    }),
  }),
  tpm: () => ({
    title: t({
      message: 'TPM',
      comment:
        'Name of a check of this computer, in a table and in the ledger. A chip in computers that keeps keys.',
    }),
    why: t({
      message: 'A chip that keeps keys would make a copied disk worthless. This release doesn’t use one yet.',
      comment: 'Why the check “TPM” of this computer matters.',
    }),
  }),
} as const satisfies ChecksInWords;
