import { outcomes, spoilReasons } from '../application/application-state.ts';
import { wipeSteps } from '../contract/application/wipe-steps.ts';
import { custodyKinds } from '../contract/custody.ts';
import type { ApplicantField } from './field-types.ts';

/**
 * A kind of entry that belongs to somebody's application: no time of day, no exact large figure. A printed
 * receipt and a camera in the room must not link a person to an entry, so those that are written now say one fact each, and
 * reach the ledger together with others (docs/decisions/0114).
 */
export interface ApplicantKind {
  readonly about: 'applicant';
  readonly meaning: string;
  readonly fields: Readonly<Record<string, ApplicantField & { readonly meaning: string }>>;
}

const day = { type: 'day', meaning: 'The day at the counter.' } as const;

/** How an application ended, where the policy has all endings counted as one. */
export const mergedOutcome = 'ended';
export const ledgerOutcomes = [...outcomes, mergedOutcome] as const;
export type LedgerOutcome = (typeof ledgerOutcomes)[number];

/** The rules of `entryKinds` hold here: never rename, reorder or remove anything. */
export const applicantKinds = {
  issued: {
    about: 'applicant',
    meaning: 'A card was handed over. Programs before ledger version 11 wrote it; “handoff” came after it.',
    fields: {
      day,
      printer: { type: 'enumeration', words: ['virtual', 'ipp', 'os'], meaning: 'The driver.' },
      attempts: {
        type: 'count',
        minimum: 1,
        maximum: 99,
        meaning: 'Cards printed for this application, the good one included; 99 stands for more.',
      },
    },
  },
  spoiled: {
    about: 'applicant',
    meaning:
      'A card came out wrong, nobody took it, or the clerk reported it missing after the printer made it.',
    fields: {
      day,
      reason: {
        type: 'enumeration',
        words: spoilReasons,
        meaning:
          'What the clerk said of it. “not-collected” stands for a missing card as well, and for one whose application the kiosk ended: nobody was given it.',
      },
    },
  },
  wiped: {
    about: 'applicant',
    meaning:
      'An application is gone, record and processes, and its receipt was made. Programs before ledger version 11 wrote it; “erased” came after it.',
    fields: {
      day,
      outcome: { type: 'enumeration', words: outcomes, meaning: 'How the application ended.' },
      custody: { type: 'enumeration', words: custodyKinds, meaning: 'Where its key was until then.' },
      search: {
        type: 'enumeration',
        words: ['searched', 'not-searched', 'void'],
        meaning:
          'Whether files were searched for the applicant’s values: not when the application was set aside or its session was lost; void when the planted token was not found.',
      },
      files: { type: 'rounded', meaning: 'Files searched.' },
      bytes: { type: 'rounded', meaning: 'Bytes searched.' },
      hits: { type: 'rounded', meaning: 'Places where a value was found.' },
      processesEnded: { type: 'rounded', meaning: 'Processes of the session, each proven gone.' },
      spool: {
        type: 'enumeration',
        words: ['kept-nothing', 'purged', 'not-proven'],
        meaning: 'What the printer’s side kept, and what became of it.',
      },
    },
  },
  locked: {
    about: 'applicant',
    meaning:
      'A wipe could not be proven and intake was locked. An act of the machine, but the day only: the wipe that failed was somebody’s, and its moment is the moment that person left.',
    fields: {
      day,
      step: { type: 'enumeration', words: wipeSteps, meaning: 'The first step that failed.' },
    },
  },
  unlocked: {
    about: 'applicant',
    meaning: 'What had locked intake is proven now. The day only, for the same reason.',
    fields: {
      day,
      step: { type: 'enumeration', words: wipeSteps, meaning: 'The step that had failed.' },
    },
  },
  forgotten: {
    about: 'applicant',
    meaning:
      'Open applications were lost with their keys, by design, when the keeper ended; or those whose wipe a legal hold had stopped (there is an entry “wipe-continued” for them).',
    fields: {
      day,
      applications: { type: 'count', minimum: 1, maximum: 99, meaning: 'How many; 99 stands for more.' },
      cards: {
        type: 'count',
        minimum: 0,
        maximum: 99,
        meaning: 'Cards of theirs that may lie in the tray; 99 stands for more.',
      },
      cause: {
        type: 'enumeration',
        words: ['keeper-ended', 'power-lost'],
        meaning: 'Whether the machine had stayed on.',
      },
    },
  },
  'issued-again': {
    about: 'applicant',
    meaning:
      'A card that was handed over was no first card. Programs before ledger version 11 wrote it right after the “issued” entry of the same handoff.',
    fields: {
      day,
      route: {
        type: 'enumeration',
        words: ['renewal', 'replacement', 'correction'],
        meaning: 'Why there is another one.',
      },
      oldCard: {
        type: 'enumeration',
        words: ['destroyed', 'none'],
        meaning: 'Whether the old card was taken in and destroyed.',
      },
    },
  },
  fee: {
    about: 'applicant',
    meaning:
      'A fee was due for a card that was handed over. No amount: it would tell an age. Programs before ledger version 11 wrote it right after the “issued” entry of the same handoff, or after its “issued-again”, and before its “wiped”.',
    fields: {
      day,
      settled: { type: 'enumeration', words: ['paid', 'waived'], meaning: 'What became of it.' },
    },
  },
  denied: {
    about: 'applicant',
    meaning:
      'A card was refused for reasons of the policy. Its slip was on the screen; whether the applicant took it, nobody knows.',
    fields: {
      day,
      review: {
        type: 'enumeration',
        words: ['supervisor', 'none'],
        meaning: 'Whether a supervisor looked at the refusal before it stood.',
      },
    },
  },
  handoff: {
    about: 'applicant',
    meaning: 'A card was handed over.',
    fields: { day },
  },
  erased: {
    about: 'applicant',
    meaning: 'An application is gone, record and processes, and its receipt was made.',
    fields: {
      day,
      outcome: {
        type: 'enumeration',
        words: ledgerOutcomes,
        meaning: 'How the application ended; “ended” where the policy has all endings counted as one.',
      },
    },
  },
  unsearched: {
    about: 'applicant',
    meaning:
      'An application was erased without a search for the applicant’s values: it had been set aside, or its session was lost. It has an entry “erased” as well, and nothing says which.',
    fields: { day },
  },
} as const satisfies Readonly<Record<string, ApplicantKind>>;
