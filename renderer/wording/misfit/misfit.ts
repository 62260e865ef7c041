import { plural, t } from '@lingui/core/macro';
import type { MisfitReason } from '../../../shared/ledger/reasons.ts';
import type { Misfit } from '../../../shared/misfit/misfit.ts';
import { unreachable } from '../../../shared/result.ts';

/** What does not fit, in a sentence for staff. */
export function misfitInWords(misfit: Misfit): string {
  switch (misfit.kind) {
    case 'vault-older':
    case 'ledger-older':
    case 'ledger-altered':
    case 'signing-key':
      return fileInWords(misfit.kind);
    case 'unsigned-entries': {
      const { entries } = misfit;
      return t({
        message: plural(entries, {
          one: 'In the vault, # entry for the ledger isn’t signed by this kiosk. Someone wrote it there, and it counts for nothing.',
          other:
            'In the vault, # entries for the ledger aren’t signed by this kiosk. Someone wrote them there, and they count for nothing.',
        }),
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done. An entry says that a hold ended, or who works here.',
      });
    }
    case 'keys-missing': {
      const { applications } = misfit;
      return t({
        message: plural(applications, {
          one: 'The key of # open application is missing from the key file.',
          other: 'The keys of # open applications are missing from the key file.',
        }),
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    }
    case 'keys-surplus': {
      const { keys } = misfit;
      return t({
        message: plural(keys, {
          one: 'The key file has # key of an application that the vault doesn’t have.',
          other: 'The key file has # keys of applications that the vault doesn’t have.',
        }),
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    }
    case 'holds': {
      const { holds } = misfit;
      return t({
        message: plural(holds, {
          0: 'A legal hold was missing from the vault, or was changed there. No legal hold is in force now.',
          one: '# legal hold is missing from the vault, or was changed there. The kiosk keeps everything as if it covered all.',
          other:
            '# legal holds are missing from the vault, or were changed there. The kiosk keeps everything as if they covered all.',
        }),
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    }
    case 'staff': {
      const { members } = misfit;
      return t({
        message: plural(members, {
          one: 'For # person on the staff, vault and ledger differ: who works here, in which role, or who was confirmed.',
          other:
            'For # people on the staff, vault and ledger differ: who works here, in which role, or who was confirmed.',
        }),
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    }
    case 'lock-outs': {
      const { members } = misfit;
      return t({
        message: plural(members, {
          one: '# person is locked out by the ledger, but not by the vault. The lock goes on.',
          other: '# people are locked out by the ledger, but not by the vault. The lock goes on.',
        }),
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    }
    default:
      return settingInWords(misfit.kind);
  }
}

type FileKind = 'vault-older' | 'ledger-older' | 'ledger-altered' | 'signing-key';

function fileInWords(kind: FileKind): string {
  switch (kind) {
    case 'vault-older':
      return t({
        message:
          'The vault is older than the ledger, or from somewhere else. None of its applications opens again: they may have been erased before.',
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'ledger-older':
      return t({
        message: 'The ledger is older than the vault: entries are missing at its end.',
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'ledger-altered':
      return t({
        message:
          'The ledger doesn’t say under its signature which applications there are. Someone changed its file, and no application opens again.',
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'signing-key':
      return t({
        message: 'The key that the kiosk signs with isn’t in its file. Nothing can be signed.',
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    default:
      return unreachable(kind);
  }
}

type SettingKind = Exclude<
  Misfit['kind'],
  FileKind | 'unsigned-entries' | 'keys-missing' | 'keys-surplus' | 'holds' | 'staff' | 'lock-outs'
>;

function settingInWords(kind: SettingKind): string {
  switch (kind) {
    case 'custody':
      return t({
        message: 'The vault says otherwise than the ledger where encryption keys are kept.',
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'card-printer':
      return t({
        message: 'The vault has another card printer than the ledger.',
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'paper-printer':
      return t({
        message: 'The vault has another printer for receipts and day sheets than the ledger.',
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'ribbons':
      return t({
        message: 'Vault and ledger differ on the printer ribbons that are kept.',
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'policy':
      return t({
        message: 'The vault has another policy in force than the ledger.',
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'practice':
      return t({
        message: 'Vault and ledger differ on whether the kiosk is used for practice.',
        comment:
          'What doesn’t fit between a kiosk’s files. The vault has open applications, the ledger is the signed record of what was done.',
      });
    default:
      return unreachable(kind);
  }
}

/** Why two supervisors let a kiosk go on whose files do not fit. */
export function misfitReasonInWords(reason: MisfitReason): string {
  switch (reason) {
    case 'copy-restored':
      return t({
        message: 'A copy of the disk, or of a file, was put back',
        comment: 'A reason why the kiosk’s files don’t fit together.',
      });
    case 'parts-swapped':
      return t({
        message: 'This computer or its disk was swapped with another one',
        comment: 'A reason why the kiosk’s files don’t fit together.',
      });
    case 'disk-repaired':
      return t({
        message: 'The disk failed, and files were repaired',
        comment: 'A reason why the kiosk’s files don’t fit together.',
      });
    case 'not-explained':
      return t({
        message: 'Nobody here knows why',
        comment: 'A reason why the kiosk’s files don’t fit together.',
      });
    default:
      return unreachable(reason);
  }
}
