import { unreachable } from '../result.ts';
import { mistakeLine } from '../settings/settings-mistake.ts';
import { visible } from '../start/visible.ts';
import type { FolderRefusal, ProvisioningRefusal } from './refusal.ts';
import { LEAST_SUPERVISORS, type RosterFault } from './roster.ts';

/** What IT read of a refusal: what is so, and what to do. */
export interface RefusalWords {
  readonly happened: string;
  readonly todo: string;
  /** One for each thing that is wrong, where there are several; none: `happened` says it. */
  readonly details: readonly string[];
}

/** Says a refusal in plain sentences. */
export function refusalWords(refusal: ProvisioningRefusal): RefusalWords {
  const [happened, todo, details = []] = sentencesOf(refusal);
  return { happened: visible(happened), todo, details: details.map(visible) };
}

type Sentences = readonly [happened: string, todo: string, details?: readonly string[]];

const MAKE_ANEW = 'Copy the folder again, unchanged. If that doesn’t help, have it made again.';

function sentencesOf(refusal: ProvisioningRefusal): Sentences {
  switch (refusal.kind) {
    case 'not-root':
      return ['Only root may provision this computer.', 'Run the command as root.'];
    case 'unreadable-drive':
      return [
        `The USB drive at ${refusal.path} can’t be read as FAT or exFAT.`,
        'Format a drive, and copy the folders to it again.',
      ];
    case 'busy':
      return ['Another run of this command is at work.', 'Wait for it to end, then look at what it says.'];
    case 'no-settings-folder':
      return [
        `${refusal.path}, the folder of the settings, can’t be used (${refusal.reason}).`,
        'Install the package of Counterfoil first.',
      ];
    case 'unprotected-place':
      return [
        `Others than root could change ${refusal.path} (${refusal.reason}).`,
        'Make root its owner, and let nobody else write there.',
      ];
    case 'no-program-key':
      return [
        'This computer knows no program key yet, and believes none that comes with a folder.',
        `Put the key at ${refusal.path}, or name its fingerprint with --program-key.`,
      ];
    case 'bad-program-key':
      return [
        `${refusal.path} is no public key of a program (${refusal.reason}).`,
        'Put the program’s public key there, as its office gave it to you.',
      ];
    case 'other-computer':
      return [
        `This folder is for the computer ${refusal.host}, and this one is called ${refusal.here}.`,
        'Take the folder that was made for this computer.',
      ];
    case 'other-kiosk':
      return [
        `This folder is for the kiosk “${refusal.kiosk}”, and this computer was provisioned as “${refusal.here}”.`,
        'Take the folder of this kiosk. For another kiosk, set the computer up from the start.',
      ];
    case 'clock-behind':
      return [
        `It is ${refusal.today} by this computer’s clock, and it can’t be before ${refusal.since}.`,
        'Set the clock, then run the command again.',
      ];
    case 'expired':
      return [
        `This folder could be applied until ${refusal.until}. Here it is ${refusal.today}.`,
        'Have a new one made. If the date is wrong, set the clock.',
      ];
    case 'replayed':
      return [
        `This folder has the number ${refusal.number}. Number ${refusal.newest} was applied before.`,
        'Take the folder that was made last for this kiosk.',
      ];
    case 'policy-out-of-turn':
      return [whyOutOfTurn(refusal), 'Have the folder made with the newest policy of the program.'];
    case 'bad-record':
      return [
        `The record of what was applied here can’t be used (${refusal.reason}).`,
        `Find out who changed ${refusal.path}. Put it back, or set the computer up from the start.`,
      ];
    case 'bad-data-folder':
    case 'vault-elsewhere':
    case 'staff-at-kiosk':
      return aboutData(refusal);
    case 'disk':
      return [
        `The disk took no write at ${refusal.path} (${refusal.code}).`,
        'Check the disk, then run the command again: it goes on, or begins anew.',
      ];
    default:
      return aboutFolder(refusal);
  }
}

type DataRefusal = Extract<
  ProvisioningRefusal,
  { kind: 'bad-data-folder' | 'vault-elsewhere' | 'staff-at-kiosk' }
>;

/** What keeps the kiosk's data from going with the folder. */
function aboutData(refusal: DataRefusal): Sentences {
  switch (refusal.kind) {
    case 'bad-data-folder':
      return [
        whyBadDataFolder(refusal),
        'Mount its disk, or install the package, which makes it. Then run the command again.',
        refusal.unfinished ? ['An earlier run was cut off. It goes on once this folder can be used.'] : [],
      ];
    case 'vault-elsewhere':
      return [
        `The settings name the data folder ${refusal.path}, and a kiosk has its data in ${refusal.here}.`,
        'Have the folder made with the same data-folder as here: a provisioning moves no kiosk.',
      ];
    case 'staff-at-kiosk':
      return [
        `The kiosk with its data in ${refusal.path} is set up: first staff are for one that isn’t.`,
        'Change staff at the kiosk, and have the folder made without them.',
      ];
    default:
      return unreachable(refusal);
  }
}

function whyOutOfTurn({
  why,
  found,
  inPlace,
}: Extract<ProvisioningRefusal, { kind: 'policy-out-of-turn' }>): string {
  switch (why) {
    case 'other-program':
      return `The policy is of the program ${found}, and the one in place here of ${inPlace}.`;
    case 'older':
      return `The policy is version ${found}, and version ${inPlace} is in place here.`;
    case 'same-version':
      return `The policy says it is version ${found}, and another one that says so is in place here.`;
    default:
      return unreachable(why);
  }
}

function whyBadDataFolder({ why, path }: Extract<ProvisioningRefusal, { kind: 'bad-data-folder' }>): string {
  switch (why) {
    case 'missing':
      return `The data folder ${path} isn’t there.`;
    case 'no-folder':
      return `${path} is a link or a file, and no data folder.`;
    case 'foreign-owner':
      return `The data folder ${path} doesn’t belong to the kiosk’s account, counterfoil.`;
    case 'open-to-others':
      return `The data folder ${path}, or a folder above it, could be changed by other accounts.`;
    default:
      return unreachable(why);
  }
}

function aboutFolder(refusal: FolderRefusal): Sentences {
  switch (refusal.kind) {
    case 'no-folder':
      return [
        `${refusal.path} is no folder that can be read (${refusal.reason}).`,
        'Name a provisioning folder.',
      ];
    case 'unknown-file':
      return [
        `“${refusal.name}” doesn’t belong in a provisioning folder.`,
        'Take it out. Copy the folder again if you don’t know how it got there.',
      ];
    case 'missing-file':
      return [`${refusal.name} isn’t in the folder.`, MAKE_ANEW];
    case 'unreadable-file':
      return [whyUnread(refusal), MAKE_ANEW];
    case 'other-program':
      return [
        refusal.found === null
          ? 'program-key.pem in the folder is no public key.'
          : `The folder’s program has the key ${refusal.found}. This computer trusts ${refusal.trusted}.`,
        'Don’t use it. Ask the program’s office for the right folder, and for the fingerprint of its key.',
      ];
    case 'unsigned':
      return [
        refusal.why === 'malformed'
          ? 'The signature of the folder is none.'
          : 'The folder was changed after it was signed, or was signed with another key.',
        'Don’t use it. Have it made again.',
      ];
    case 'newer-format':
      return [
        `The folder is for a newer version of Counterfoil (format ${refusal.format}).`,
        'Upgrade Counterfoil first.',
      ];
    case 'wrong-manifest':
      return [`provisioning.json, ${refusal.where}: this ${refusal.allowed}.`, 'Have the folder made again.'];
    case 'altered-file':
      return [`${refusal.name} isn’t as it was when the folder was signed.`, MAKE_ANEW];
    case 'wrong-settings':
      return [
        'The settings have a mistake.',
        'Correct them, and have the folder made again.',
        refusal.mistakes.map((mistake) => mistakeLine('settings.toml', mistake)),
      ];
    case 'unfit-settings':
      return refusal.why === 'not-provisioned'
        ? [
            'The settings don’t say provisioned = true, so whoever comes first would set the kiosk up.',
            'Write that line into the settings, and have the folder made again.',
          ]
        : [
            'The settings name another policy file, and the policy that comes with them would lie unused.',
            'Take policy-file out of the settings, and have the folder made again.',
          ];
    case 'wrong-policy': {
      const more = refusal.more === 0 ? '' : ` ${refusal.more} more after it.`;
      return [
        `The policy has a mistake. ${refusal.where}: ${refusal.allowed}.${more}`,
        'Have the folder made again.',
      ];
    }
    case 'unsigned-policy':
      return ['The policy isn’t signed with the program’s key.', 'Sign it, and have the folder made again.'];
    case 'wrong-roster':
      return [`staff.json, ${refusal.where}: this ${refusal.allowed}.`, 'Have the folder made again.'];
    case 'unfit-roster':
      return [
        'The first staff can’t work at a kiosk.',
        'Correct the list, and have the folder made again.',
        refusal.faults.map(faultInWords),
      ];
    default:
      return unreachable(refusal);
  }
}

function whyUnread({ name, why, reason }: Extract<FolderRefusal, { kind: 'unreadable-file' }>): string {
  switch (why) {
    case 'no-file':
      return `${name} is a link, a folder or a device, and no file.`;
    case 'too-large':
      return `${name} is larger than such a file can be (${reason}).`;
    case 'not-read':
      return `${name} can’t be read (${reason}).`;
    default:
      return unreachable(why);
  }
}

/** Why somebody of a roster can't be staff, as a sentence. */
export function faultInWords(fault: RosterFault): string {
  switch (fault.kind) {
    case 'unusable-name':
      return `Person ${fault.place}: this is no name that a screen can show.`;
    case 'name-twice':
      return `${fault.name}: this name stands twice.`;
    case 'weak-passphrase':
      return `${fault.name}: this first passphrase is too easy to guess.`;
    case 'too-few-supervisors':
      return `Supervisors: ${fault.found}, and a kiosk needs ${LEAST_SUPERVISORS}, because some acts take two.`;
    default:
      return unreachable(fault);
  }
}
