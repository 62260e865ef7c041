import { t } from '@lingui/core/macro';
import type { EntryKindName } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';

/** What an entry of this kind is about, in a few words: for a list to choose from. */
export function entryKindInWords(kind: EntryKindName): string {
  switch (kind) {
    case 'issued':
      return t`Card handed over`;
    case 'spoiled':
      return t`Card spoiled`;
    case 'wiped':
      return t`Application erased`;
    case 'locked':
      return t`Kiosk locked by a failed erasure`;
    case 'unlocked':
      return t`Failed erasure proven later`;
    case 'forgotten':
      return t`Applications lost with their keys`;
    case 'opened':
      return t`Ledger opened`;
    case 'wipe-closed':
      return t`Failed erasure closed`;
    case 'custody-decided':
      return t`Kiosk went live`;
    case 'rehearsal-began':
      return t`Rehearsal started`;
    case 'policy-in-force':
      return t`Policy in force`;
    case 'hold-set':
      return t`Legal hold set`;
    case 'hold-lifted':
      return t`Legal hold lifted`;
    case 'intake-resumed':
      return t`New applications resumed`;
    case 'finish-refused':
      return t`Handoff refused by a legal hold`;
    case 'wipe-stopped':
      return t`Erasure stopped by a legal hold`;
    case 'wipe-continued':
      return t`Erasure continued`;
    case 'staff-changed':
      return t`Staff changed`;
    case 'locked-out':
      return t`Sign-in locked`;
    case 'recovery-decided':
      return t`Recovery codes decided`;
    case 'recovery-codes-used':
      return t`Recovery codes used`;
    case 'clock-moved':
      return t`Clock moved`;
    case 'printer-chosen':
      return t`Card printer chosen`;
    case 'test-card-confirmed':
      return t`Test card confirmed`;
    case 'ordinary-printer-chosen':
      return t`Ordinary printer chosen`;
    case 'ribbon-fitted':
      return t`Ribbon put in`;
    case 'ribbon-removed':
      return t`Ribbon taken out`;
    case 'ribbon-destroyed':
      return t`Ribbon destroyed`;
    case 'checkpoint-taken':
      return t`Checkpoint taken`;
    case 'date-confirmed':
      return t`Date confirmed`;
    default:
      return unreachable(kind);
  }
}
