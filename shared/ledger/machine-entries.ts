import { wipeSteps } from '../contract/application/wipe-steps.ts';
import { custodyKinds } from '../contract/custody.ts';
import { checkIds } from '../doctor/check-id.ts';
import type { DeclaredField } from './field-types.ts';
import { languageWords } from './language-word.ts';
import {
  blanksDifferences,
  dateDoubts,
  drawerDifferences,
  holdReasons,
  misfitKinds,
  misfitReasons,
  openWhenSuspended,
  recoveryDecisions,
  searchReasons,
  wipeCloseReasons,
} from './reasons.ts';

/** A kind of entry about an act of staff, or about the machine itself: exact time, no applicant. */
export interface MachineKind {
  readonly about: 'machine';
  readonly meaning: string;
  readonly fields: Readonly<Record<string, DeclaredField>>;
}

const utc = { type: 'utc', meaning: 'The moment.' } as const;
/** Of an act about one application, or for one person: see `kindsWithoutMoment`. */
const dayOfAct = {
  type: 'utc',
  meaning:
    'The beginning of its day at the counter: the moment would be that of somebody there. Programs before ledger version 11 wrote the moment.',
} as const;
const by = {
  type: 'identifier',
  meaning: 'Who did it: a member’s random identifier, never a name.',
} as const;
const hold = { type: 'identifier', meaning: 'The hold’s random identifier.' } as const;
const ribbon = { type: 'identifier', meaning: 'The ribbon’s random identifier.' } as const;
const second = { type: 'identifier', meaning: 'The second person’s random identifier.' } as const;
const orNobody = {
  type: 'identifier',
  meaning: 'The second person’s random identifier. 32 zeros: one person was enough.',
} as const;
const bySource = {
  type: 'enumeration',
  words: ['staff', 'order'],
  meaning: 'Whether a supervisor decided it here, or a signed order of the program was carried out.',
} as const;
const counterDay = { type: 'day', meaning: 'The day at the counter.' } as const;
const blanks = { type: 'quantity', meaning: 'Blank cards that were counted.' } as const;
const roles = ['clerk', 'supervisor', 'it'] as const;

/** The rules of `entryKinds` hold here: never rename, reorder or remove anything. */
export const machineKinds = {
  opened: {
    about: 'machine',
    meaning: 'The first entry of every ledger, and only the first: an act of staff at set-up.',
    fields: {
      utc,
      kiosk: { type: 'identifier', meaning: 'The kiosk’s random identifier.' },
      key: { type: 'hash', meaning: 'SHA-256 of the kiosk’s public key (SPKI, DER).' },
    },
  },
  'wipe-closed': {
    about: 'machine',
    meaning: 'A supervisor closed a wipe that could not be proven. There is no receipt for it.',
    fields: {
      utc: dayOfAct,
      by,
      step: { type: 'enumeration', words: wipeSteps, meaning: 'The step that stayed open.' },
      reason: { type: 'enumeration', words: wipeCloseReasons, meaning: 'Why it was closed all the same.' },
    },
  },
  'custody-decided': {
    about: 'machine',
    meaning: 'A supervisor decided where the keys of open applications are kept from now on.',
    fields: { utc, by, custody: { type: 'enumeration', words: custodyKinds, meaning: 'Where.' } },
  },
  'rehearsal-began': {
    about: 'machine',
    meaning:
      'A supervisor let a rehearsal begin, and decided where its keys are kept. Whoever is counted in this ledger is invented.',
    fields: { utc, by, custody: { type: 'enumeration', words: custodyKinds, meaning: 'Where.' } },
  },
  'policy-in-force': {
    about: 'machine',
    meaning: 'From here on new applications begin under this policy.',
    fields: { utc, policy: { type: 'hash', meaning: 'SHA-256 of the policy file.' } },
  },
  'hold-set': {
    about: 'machine',
    meaning:
      'A supervisor set a legal hold. It stood from a moment before: where disk or power failed in between, entries that name a hold may stand before this one, or without it.',
    fields: {
      utc,
      by,
      hold,
      scope: {
        type: 'enumeration',
        words: ['all', 'tickets'],
        meaning: 'Everything, including new applications; or the applications of named tickets.',
      },
      applications: {
        type: 'rounded',
        meaning: 'What it keeps: open applications that it froze, and those whose wipe it stopped.',
      },
      sealed: { type: 'rounded', meaning: 'Those whose keys were moved to sealed custody.' },
      unsealed: { type: 'rounded', meaning: 'Those whose keys could not be moved.' },
      reason: { type: 'enumeration', words: holdReasons, meaning: 'Why it was set.' },
    },
  },
  'hold-lifted': {
    about: 'machine',
    meaning: 'Two supervisors lifted a legal hold.',
    fields: {
      utc,
      hold,
      by,
      second: { type: 'identifier', meaning: 'The second person’s random identifier.' },
    },
  },
  'intake-resumed': {
    about: 'machine',
    meaning: 'New applications may begin again under a hold.',
    fields: {
      utc,
      hold,
      by,
      reference: {
        type: 'hash',
        meaning:
          'SHA-256 of counsel’s reference with a salt (see “Hashes of texts”). The salt was shown once, to be written beside the reference. Programs before ledger version 11 had no salt: of theirs a reference can be guessed.',
      },
    },
  },
  'finish-refused': {
    about: 'machine',
    meaning: 'Somebody wanted to finish an issuance that a hold covers, and was refused.',
    fields: { utc: dayOfAct, hold, by },
  },
  'wipe-stopped': {
    about: 'machine',
    meaning: 'A hold stopped wipes that had begun.',
    fields: { utc: dayOfAct, hold, applications: { type: 'rounded', meaning: 'How many.' } },
  },
  'wipe-continued': {
    about: 'machine',
    meaning:
      'Wipes that a hold had stopped went on: after it was lifted, under it by policy, or under it because their keys were lost with the keeper (there is an entry “forgotten” for them).',
    fields: { utc: dayOfAct, hold, applications: { type: 'rounded', meaning: 'How many.' } },
  },
  'staff-changed': {
    about: 'machine',
    meaning: 'Somebody came, left, or has another passphrase.',
    fields: {
      utc,
      by,
      member: { type: 'identifier', meaning: 'Whom it is about: a random identifier.' },
      act: {
        type: 'enumeration',
        words: ['added', 'removed', 'passphrase-changed', 'passphrase-reset', 'let-in-again'],
        meaning: 'What was done.',
      },
      role: { type: 'enumeration', words: roles, meaning: 'The member’s role.' },
    },
  },
  'locked-out': {
    about: 'machine',
    meaning: 'Too many wrong passphrases, or wrong recovery codes, in a row.',
    fields: {
      utc,
      member: {
        type: 'identifier',
        meaning: 'Whose name was tried; 32 zeros for a name that nobody here has, and for recovery codes.',
      },
      role: {
        type: 'enumeration',
        words: [...roles, 'nobody', 'recovery-codes'],
        meaning: 'The member’s role; or that recovery codes were tried.',
      },
    },
  },
  'clock-moved': {
    about: 'machine',
    meaning: 'The wall clock moved against the time that the machine counts itself.',
    fields: {
      utc: { type: 'utc', meaning: 'The moment by the clock as it stands after the move.' },
      direction: { type: 'enumeration', words: ['forward', 'back'], meaning: 'Which way.' },
      minutes: { type: 'rounded', meaning: 'By how much.' },
    },
  },
  'printer-chosen': {
    about: 'machine',
    meaning: 'Cards are printed on another printer from now on.',
    fields: {
      utc,
      by,
      driver: { type: 'enumeration', words: ['virtual', 'ipp', 'os'], meaning: 'The driver.' },
      printer: {
        type: 'hash',
        meaning:
          'SHA-256 of its address with a salt (see “Hashes of texts”); of nothing for the built-in printer.',
      },
    },
  },
  'test-card-confirmed': {
    about: 'machine',
    meaning:
      'Somebody held a test card of this printer and found color, both sides, their order and the size right.',
    fields: {
      utc,
      by,
      printer: {
        type: 'hash',
        meaning: 'The same as in the entry “printer-chosen” by which it was chosen.',
      },
    },
  },
  'ordinary-printer-chosen': {
    about: 'machine',
    meaning: 'Receipts and day sheets are printed on another ordinary printer from now on, or on none.',
    fields: {
      utc,
      by,
      printer: {
        type: 'hash',
        meaning:
          'SHA-256 of its address with a salt (see “Hashes of texts”); of nothing where there is none any more.',
      },
    },
  },
  'ribbon-fitted': {
    about: 'machine',
    meaning: 'A new ribbon is in the printer.',
    fields: { utc, by, ribbon },
  },
  'ribbon-removed': {
    about: 'machine',
    meaning: 'A used ribbon was taken out. It shows every card that was made with it until it is destroyed.',
    fields: { utc, by, ribbon },
  },
  'ribbon-destroyed': {
    about: 'machine',
    meaning: 'Two people destroyed a used ribbon.',
    fields: {
      utc,
      by,
      second: { type: 'identifier', meaning: 'The second person’s random identifier.' },
      ribbon,
    },
  },
  'checkpoint-taken': {
    about: 'machine',
    meaning:
      'The signed head of this ledger was put on a day sheet or written to a USB drive, or the drive failed while it was written.',
    fields: {
      utc,
      by,
      way: {
        type: 'enumeration',
        words: ['day-sheet', 'stick'],
        meaning: 'On a day sheet, which is shown and may be printed, or as a file.',
      },
      entries: {
        type: 'sequence',
        meaning:
          'The last entry that was there when the checkpoint was asked for. What left the kiosk speaks for at least one more: this one.',
      },
    },
  },
  'date-confirmed': {
    about: 'machine',
    meaning: 'A supervisor confirmed the date of a clock that the kiosk did not believe.',
    fields: {
      utc: { type: 'utc', meaning: 'The moment by the clock that is believed from now on.' },
      by,
      doubt: {
        type: 'enumeration',
        words: dateDoubts,
        meaning: 'Against what the kiosk knew: an earlier day, or too late a one.',
      },
    },
  },
  'recovery-decided': {
    about: 'machine',
    meaning:
      'A supervisor made two recovery codes, which end earlier ones, or decided that there are none from now on.',
    fields: {
      utc,
      by,
      codes: { type: 'enumeration', words: recoveryDecisions, meaning: 'Whether there are any.' },
    },
  },
  'recovery-codes-used': {
    about: 'machine',
    meaning:
      'Two people used both recovery codes and are the new supervisors. Everybody who worked here before left, the codes ended, and the kiosk has a new device key.',
    fields: {
      utc,
      by: { type: 'identifier', meaning: 'The first person’s new random identifier.' },
      second: { type: 'identifier', meaning: 'The second person’s new random identifier.' },
    },
  },
  'programme-key-pinned': {
    about: 'machine',
    meaning: 'From here on this kiosk takes only policies that this key of the program has signed.',
    fields: {
      utc,
      key: { type: 'hash', meaning: 'SHA-256 of the program’s public key (32 bytes, Ed25519).' },
    },
  },
  'policy-installed': {
    about: 'machine',
    meaning: 'A supervisor installed a policy; it is in force for whoever comes next.',
    fields: {
      utc,
      by,
      second: {
        type: 'identifier',
        meaning: 'Who agreed that an older policy comes back: a random identifier. 32 zeros for a newer one.',
      },
      policy: { type: 'hash', meaning: 'SHA-256 of the policy file.' },
    },
  },
  'practice-began': {
    about: 'machine',
    meaning:
      'A supervisor switched the kiosk to practice. Until practice ends, every applicant is invented and none is counted.',
    fields: { utc, by },
  },
  'practice-ended': {
    about: 'machine',
    meaning: 'A supervisor ended practice. What was made since it began is void and is counted nowhere.',
    fields: { utc, by },
  },
  'intake-suspended': {
    about: 'machine',
    meaning: 'Intake was suspended, at once or for a time to come.',
    fields: {
      utc,
      by,
      second: orNobody,
      source: bySource,
      from: { type: 'utc', meaning: 'From when on nobody new is served.' },
      open: {
        type: 'enumeration',
        words: openWhenSuspended,
        meaning: 'Whether applications that are open then may be finished, or are ended and erased.',
      },
    },
  },
  'suspension-ended': {
    about: 'machine',
    meaning:
      'The end of a suspension of intake was decided, at once or for a time to come; or it was taken back before its time.',
    fields: {
      utc,
      by,
      second: orNobody,
      source: bySource,
      from: { type: 'utc', meaning: 'From when on somebody new is served again.' },
    },
  },
  'order-carried-out': {
    about: 'machine',
    meaning:
      'A signed order of the program was carried out. Orders with this number or a lower one are not taken again.',
    fields: {
      utc,
      by,
      serial: { type: 'sequence', meaning: 'The order’s number in its program.' },
      order: { type: 'hash', meaning: 'SHA-256 of the order’s file.' },
      key: { type: 'hash', meaning: 'SHA-256 of the public key that signed it (32 bytes, Ed25519).' },
    },
  },
  'records-searched': {
    about: 'machine',
    meaning:
      'Two people had what this kiosk holds searched for somebody. Written before the first application was opened. Neither who it was nor the answer stands here. One that was answered has an entry “record-search-answered” after it.',
    fields: {
      utc: dayOfAct,
      by,
      second,
      reason: { type: 'enumeration', words: searchReasons, meaning: 'Why.' },
      applications: { type: 'rounded', meaning: 'Applications that were to be opened.' },
      unsearchable: {
        type: 'rounded',
        meaning:
          'Applications that this kiosk held and had no key for. More may have turned out not to open.',
      },
    },
  },
  'statement-made': {
    about: 'machine',
    meaning: 'A supervisor had the kiosk state what it holds.',
    fields: { utc, by, statement: { type: 'hash', meaning: 'SHA-256 of the statement as canonical JSON.' } },
  },
  'record-produced': {
    about: 'machine',
    meaning:
      'Two people produced one application under a legal hold, encrypted to a recipient. No other file that the kiosk writes to a USB drive has one in it.',
    fields: {
      utc,
      by,
      second,
      recipient: { type: 'hash', meaning: 'SHA-256 of the recipient’s public key as it was given (UTF-8).' },
      package: { type: 'hash', meaning: 'SHA-256 of the encrypted file.' },
    },
  },
  'day-opened': {
    about: 'machine',
    meaning: 'The counter opened for the day, and blank cards were counted.',
    fields: { utc, by, counterDay, blanks },
  },
  'day-closed': {
    about: 'machine',
    meaning: 'The counter closed its day: blank cards and the drawer were counted.',
    fields: {
      utc,
      by,
      counterDay,
      blanks,
      added: { type: 'quantity', meaning: 'Blank cards that came in during the day, as they were noted.' },
      expected: {
        type: 'quantity',
        meaning:
          'Blank cards that the day had left by the kiosk’s own count; 0 also where more were used than were counted.',
      },
      blanksDifference: {
        type: 'enumeration',
        words: blanksDifferences,
        meaning: 'Why they were not what the day had left; “none”: they were.',
      },
      drawer: {
        type: 'enumeration',
        words: ['as-expected', 'short', 'over', 'not-counted'],
        meaning: 'The drawer against the fees of the day. No amount.',
      },
      drawerDifference: {
        type: 'enumeration',
        words: drawerDifferences,
        meaning:
          'Why it was short or over; “none”: it was neither. “paid-another-day”: fees were paid on another day than that of their card, which counts them.',
      },
    },
  },
  'packed-up': {
    about: 'machine',
    meaning: 'A supervisor packed the kiosk up: what was open and not held was ended and erased.',
    fields: { utc, by, applications: { type: 'rounded', meaning: 'How many that were.' } },
  },
  'resident-setting-chosen': {
    about: 'machine',
    meaning: 'A supervisor chose how residents use this kiosk from then on.',
    fields: {
      utc,
      by,
      setting: {
        type: 'enumeration',
        words: ['off', 'counter', 'self-service'],
        meaning:
          'Not at all; at a counter, where they share the screen with a clerk; or alone, and the clerk takes up what they left.',
      },
    },
  },
  'notice-accepted': {
    about: 'machine',
    meaning:
      'A supervisor answered for the legal notices in a language that no native speaker had confirmed, as this release and this policy have them.',
    fields: {
      utc,
      by,
      language: { type: 'enumeration', words: languageWords, meaning: 'The language, as BCP 47 tags it.' },
      policy: { type: 'hash', meaning: 'SHA-256 of the policy file.' },
    },
  },
  'production-unfinished': {
    about: 'machine',
    meaning:
      'The file of a production isn’t known to be whole: the drive failed, or the kiosk stopped, while it was written. The drive may have all of it, a part, or nothing.',
    fields: {
      utc: { type: 'utc', meaning: 'When it was noticed: at once, or when the kiosk started again.' },
      package: {
        type: 'hash',
        meaning: 'SHA-256 of the encrypted file, as the entry of its production has it.',
      },
    },
  },
  'display-measured': {
    about: 'machine',
    meaning:
      'A supervisor or IT staff said how wide the display is. The sizes of letters and buttons for residents follow from it.',
    fields: {
      utc,
      by,
      millimeters: { type: 'quantity', meaning: 'Its width in millimeters, rounded to whole ones.' },
    },
  },
  'record-search-answered': {
    about: 'machine',
    meaning:
      'The kiosk signed its answer to a name search. Written before anybody saw it; a search that was canceled, or that the kiosk did not finish, has no such entry, nor has one that a program before ledger version 9 answered.',
    fields: {
      utc: dayOfAct,
      searchEntry: {
        type: 'sequence',
        meaning: 'The entry “records-searched” of the search: each has one answer at most.',
      },
      answer: {
        type: 'hash',
        meaning:
          'SHA-256 of the text that was signed. It has a digest of the name with a salt that stands on the paper alone, so nobody can try names or answers with it.',
      },
    },
  },
  'live-in-spite': {
    about: 'machine',
    meaning:
      'The kiosk went live in spite of a check of its computer that had failed just before, or could not be made: two supervisors took it upon themselves. One entry for each such check, right after that of going live.',
    fields: {
      utc,
      by,
      second,
      check: {
        type: 'enumeration',
        words: checkIds,
        meaning: 'The check, by its name in docs/it/doctor.md. None of those that nobody overrides.',
      },
    },
  },
  'evaluation-began': {
    about: 'machine',
    meaning:
      'A supervisor let an evaluation begin, and decided where its keys are kept. Whoever is counted in this ledger is invented. A program before ledger version 10 left the entry “custody-decided” instead.',
    fields: { utc, by, custody: { type: 'enumeration', words: custodyKinds, meaning: 'Where.' } },
  },
  'supervisor-confirmed': {
    about: 'machine',
    meaning:
      'A supervisor confirmed another one, who counts from then on where an act takes two people. The first two at set-up, and those who used recovery codes, need no such entry; whoever was added or given a new passphrase since does.',
    fields: {
      utc,
      by,
      member: { type: 'identifier', meaning: 'Whom it is about: a random identifier.' },
    },
  },
  'recovery-made': {
    about: 'machine',
    meaning:
      'Two supervisors made two recovery codes, which end earlier ones. A program before ledger version 11 left the entry “recovery-decided” instead, also where it was one supervisor.',
    fields: { utc, by, second },
  },
  'misfit-accepted': {
    about: 'machine',
    meaning:
      'The kiosk’s files did not fit together at a start, and two supervisors let it go on by this ledger. One entry for each thing that did not fit.',
    fields: {
      utc,
      by,
      second,
      misfit: {
        type: 'enumeration',
        words: misfitKinds,
        meaning: 'What did not fit; docs/it/files-that-do-not-fit.md says it in words.',
      },
      reason: { type: 'enumeration', words: misfitReasons, meaning: 'Why, as the two said.' },
      applications: {
        type: 'rounded',
        meaning:
          'Applications of the vault that were ended with it. By this ledger they may have ended before.',
      },
    },
  },
} as const satisfies Readonly<Record<string, MachineKind>>;
