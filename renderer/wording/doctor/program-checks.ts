import { t } from '@lingui/core/macro';
import type { ChecksInWords } from './check-words.ts';

/** Checks of the installed program. */
export const programChecks = {
  account: () => ({
    title: t({
      message: 'Account of the kiosk',
      comment:
        'Name of a check of this computer, in a table and in the ledger. The user of the computer that the kiosk runs as.',
    }),
    why: t({
      message: 'If the kiosk’s account has all rights, a hole in the page is a hole in the whole computer.',
      comment: 'Why the check “Account of the kiosk” of this computer matters.',
    }),
  }),
  sandbox: () => ({
    title: t({
      message: 'The browser’s sandbox',
      comment:
        'Name of a check of this computer, in a table and in the ledger. It keeps a page from the rest of the computer.',
    }),
    why: t({
      message:
        'The sandbox alone keeps the page that applicants type into from files, network, and other programs.',
      comment: 'Why the check “The browser’s sandbox” of this computer matters.',
    }),
  }),
  'unit-sandbox': () => ({
    title: t({
      message: 'Limits of the kiosk’s services',
      comment:
        'Name of a check of this computer, in a table and in the ledger. The system runs the kiosk as services that can’t reach most of the computer.',
    }),
    why: t({
      message:
        'The system keeps the kiosk from the network, devices, and other files. One line that someone adds can undo that.',
      comment: 'Why the check “Limits of the kiosk’s services” of this computer matters.',
    }),
  }),
  fuses: () => ({
    title: t({
      message: 'Fuses of Electron',
      comment:
        'Name of a check of this computer, in a table and in the ledger. Electron is the program that shows the kiosk’s pages; a fuse is a fixed switch in it.',
    }),
    why: t({
      message: 'With a wrong fuse, Electron runs other programs than the kiosk, or lets a debugger in.',
      comment: 'Why the check “Fuses of Electron” of this computer matters.',
    }),
  }),
  'package-files': () => ({
    title: t({
      message: 'Files of the program',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'A program that was changed after it was packaged promises nothing, and neither does one that a disk has damaged.',
      comment: 'Why the check “Files of the program” of this computer matters.',
    }),
  }),
  'package-database': () => ({
    title: t({
      message: 'The system’s list of the program’s files',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message: 'The system’s own list finds a change that came with a file list of its own.',
      comment: 'Why the check “The system’s list of the program’s files” of this computer matters.',
    }),
  }),
  'package-owner': () => ({
    title: t({
      message: 'Who may change the program',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message: 'A program that its own account may write to can be exchanged through any hole in it.',
      comment: 'Why the check “Who may change the program” of this computer matters.',
    }),
  }),
  versions: () => ({
    title: t({
      message: 'Versions of the program’s parts',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'Parts of two releases side by side, as after an upgrade that was cut short, were never tested together.',
      comment: 'Why the check “Versions of the program’s parts” of this computer matters.',
    }),
  }),
  'crash-handler': () => ({
    title: t({
      message: 'Crash handler',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message: 'The browser’s crash handler writes the memory of a program that crashed to a file.',
      comment: 'Why the check “Crash handler” of this computer matters.',
    }),
  }),
  policy: () => ({
    title: t({
      message: 'The program’s policy',
      comment: 'Name of a check of this computer, in a table and in the ledger. The city’s set of rules.',
    }),
    why: t({
      message:
        'A kiosk goes live only with a policy that the program’s office has signed and that leaves nothing undecided.',
      comment: 'Why the check “The program’s policy” of this computer matters.',
    }),
  }),
} as const satisfies ChecksInWords;
