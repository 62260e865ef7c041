import { plural, t } from '@lingui/core/macro';
import type { Ticket } from '../../../shared/contract/ids.ts';
import type { LegalHold } from '../../../shared/contract/status.ts';
import type { Policy } from '../../../shared/programme/policy.ts';
import { unreachable } from '../../../shared/result.ts';
import { listInWords } from '../list.ts';

type Scope = LegalHold['scope'];

/** What becomes of an erasure that has already started when a hold is set: one on chosen tickets stops none. */
export function wipeBegunInWords(scope: Scope, wipeBegun: Policy['hold']['wipeBegun']): string {
  switch (wipeBegun) {
    case 'complete':
      return t({
        message: 'Under your policy, an erasure that has already started runs to its end.',
        comment: 'What setting a legal hold does. The policy is the city’s set of rules.',
      });
    case 'stop':
      return scope === 'all'
        ? t({
            message:
              'Under your policy, an erasure that has already started stops, and what is left stays, unless its key or its details are already gone.',
            comment:
              'What setting a legal hold does. The policy is the city’s set of rules. The key is an encryption key.',
          })
        : t({
            message:
              'This legal hold doesn’t stop an erasure that has already started. Under your policy, only a legal hold on everything does.',
            comment:
              'What setting a legal hold on chosen tickets doesn’t do. The policy is the city’s set of rules.',
          });
    default:
      return unreachable(wipeBegun);
  }
}

/** What a hold takes from a kiosk that has recovery codes. */
export function codesUnderHoldInWords(): string {
  return t({
    message: 'The recovery codes don’t work while a legal hold is in force.',
    comment:
      'What setting a legal hold, an order to erase nothing, does. Recovery codes are on paper, for a lost passphrase.',
  });
}

/** What happens from the second in which a hold is set: all of it, before anybody sets one. */
export function settingAHoldInWords(
  scope: Scope,
  cannotSeal: boolean,
  wipeBegun: Policy['hold']['wipeBegun'],
): readonly string[] {
  return [
    scope === 'all'
      ? t`From this moment, no open application can be changed, finished, or erased, and none expires. Anyone who has one open is returned to the start screen.`
      : t`From this moment, the chosen applications can’t be changed, finished, or erased, and they don’t expire. Anyone who has one open is returned to the start screen.`,
    t({
      message:
        'A card that’s already being printed, or waiting for its printer, is still printed. The kiosk records how that ends, and removes the job from the printer.',
      comment:
        'What setting a legal hold doesn’t stop. The job is the print job of a held application’s card.',
    }),
    cannotSeal
      ? t({
          message:
            'This kiosk can’t keep keys on disk. A power outage would destroy what is on legal hold. Don’t turn off the kiosk.',
          comment: 'What setting a legal hold, an order to erase nothing, does. Keys are encryption keys.',
        })
      : t({
          message:
            'The keys of applications on legal hold are then kept on disk, so a power outage doesn’t destroy them.',
          comment: 'What setting a legal hold, an order to erase nothing, does. Keys are encryption keys.',
        }),
    scope === 'all'
      ? t`New applications are stopped until a supervisor resumes them. After that, they’re kept too.`
      : t({
          message:
            'New applications are stopped until a supervisor resumes them. New applications, and those you haven’t chosen, are erased at handoff as usual.',
          comment:
            'What setting a legal hold does, an order to erase nothing. Handoff is giving the card to the applicant.',
        }),
    wipeBegunInWords(scope, wipeBegun),
    t({
      message: 'You can set it alone, and it takes effect at once. Lifting it takes two supervisors.',
      comment: '“It” is a legal hold, an order by counsel to erase nothing; to lift it is to end it.',
    }),
    t`The ledger records the exact time, you, the reason, and how many applications are kept.`,
  ];
}

/** What happens when new applications begin again under a hold. */
export function resumingIntakeInWords(scope: Scope): readonly string[] {
  const begin = t({
    message: 'New applications can start again. Applications already on legal hold stay as they are.',
    comment: 'What taking new applications does while a legal hold, an order to erase nothing, is in force.',
  });
  return scope === 'all'
    ? [
        begin,
        t({
          message:
            'New applications are kept too: until the legal hold is lifted, none is finished or erased, and no card is handed over.',
          comment:
            'What taking new applications does while a legal hold, an order to erase nothing, is in force.',
        }),
        t({
          message:
            'Before printing, the kiosk tells each applicant that their details and card are kept until the legal hold is lifted, even if they leave.',
          comment:
            'What taking new applications does while a legal hold, an order to erase nothing, is in force.',
        }),
        t({
          message: 'The ledger records the exact time, you, and counsel’s reference as a hash.',
          comment:
            'What the ledger, the signed record of staff actions, records. Counsel is the city’s lawyer, the reference a file number.',
        }),
      ]
    : [
        begin,
        t({
          message: 'New applications aren’t part of this legal hold: they’re erased at handoff, as usual.',
          comment:
            'What taking new applications does under a legal hold, an order to erase nothing. Handoff is giving the card to the applicant.',
        }),
        t`The ledger records the exact time, you, and counsel’s reference as a hash.`,
      ];
}

/** That an application which began under a hold is produced only once a hold is set on its ticket. */
export function holdFirstInWords(kept: readonly Ticket[]): string {
  const count = kept.length;
  const tickets = listInWords(kept.map(String));
  return t({
    message: plural(count, {
      one: `Ticket ${tickets} began under a legal hold and can still change. To produce it, first set a legal hold on its ticket.`,
      other: `Tickets ${tickets} began under a legal hold and can still change. To produce one, first set a legal hold on its ticket.`,
    }),
    comment:
      'To produce is to hand a record over under a legal order. {tickets} is a number or a list of numbers of open applications.',
  });
}
