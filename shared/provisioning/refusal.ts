import type { SettingsMistake } from '../settings/settings-mistake.ts';
import type { RosterFault } from './roster.ts';

/** Why something that should be read is not. `reason`: for IT, errno's name or a number of bytes. */
interface Unread {
  readonly why: 'no-file' | 'too-large' | 'not-read';
  readonly reason: string;
}

/** Why others than root could have changed what is trusted. */
interface Unprotected {
  readonly why: 'link' | 'foreign-owner' | 'writable';
  readonly path: string;
  readonly reason: string;
}

/** A place in a document: "Line 4, card.design", and what it takes, as the end of "This …". */
interface Mistake {
  readonly where: string;
  readonly allowed: string;
}

/** What is wrong with a provisioning folder wherever it is looked at. Names are those of files in it. */
export type FolderRefusal =
  | { readonly kind: 'no-folder'; readonly path: string; readonly reason: string }
  | { readonly kind: 'unknown-file'; readonly name: string }
  | { readonly kind: 'missing-file'; readonly name: string }
  | ({ readonly kind: 'unreadable-file'; readonly name: string } & Unread)
  /** `found`, `trusted`: fingerprints; null: the file in the folder is no key. */
  | { readonly kind: 'other-program'; readonly found: string | null; readonly trusted: string }
  | { readonly kind: 'unsigned'; readonly why: 'malformed' | 'wrong' }
  | { readonly kind: 'newer-format'; readonly format: number }
  | ({ readonly kind: 'wrong-manifest' } & Mistake)
  /** Not what the manifest says of it. */
  | { readonly kind: 'altered-file'; readonly name: string }
  | { readonly kind: 'wrong-settings'; readonly mistakes: readonly SettingsMistake[] }
  /** `not-provisioned`: they let whoever comes first set the kiosk up. `policy-elsewhere`: the policy that comes with them would lie unused. */
  | { readonly kind: 'unfit-settings'; readonly why: 'not-provisioned' | 'policy-elsewhere' }
  | ({ readonly kind: 'wrong-policy'; readonly more: number } & Mistake)
  | { readonly kind: 'unsigned-policy' }
  | ({ readonly kind: 'wrong-roster' } & Mistake)
  | { readonly kind: 'unfit-roster'; readonly faults: readonly RosterFault[] };

/** Why a computer does not take a provisioning folder. Nothing was written. */
export type ProvisioningRefusal =
  | FolderRefusal
  | { readonly kind: 'not-root' }
  /** A drive that is there can't be mounted, so nobody knows what it has for this computer. */
  | { readonly kind: 'unreadable-drive'; readonly path: string }
  /** Another run is at it. */
  | { readonly kind: 'busy' }
  /** The folder of the settings. */
  | { readonly kind: 'no-settings-folder'; readonly path: string; readonly reason: string }
  | ({ readonly kind: 'unprotected-place' } & Unprotected)
  /** Root put no key here and named none. */
  | { readonly kind: 'no-program-key'; readonly path: string }
  /** What root put here is no key, or can't be read. */
  | { readonly kind: 'bad-program-key'; readonly path: string; readonly reason: string }
  | { readonly kind: 'other-computer'; readonly host: string; readonly here: string }
  | { readonly kind: 'other-kiosk'; readonly kiosk: string; readonly here: string }
  /** `since`: the day on which it was made, or another one was applied. */
  | { readonly kind: 'clock-behind'; readonly today: string; readonly since: string }
  | { readonly kind: 'expired'; readonly today: string; readonly until: string }
  /** `newest`: the number of the one that was applied last. */
  | { readonly kind: 'replayed'; readonly number: number; readonly newest: number }
  | {
      readonly kind: 'policy-out-of-turn';
      readonly why: 'other-program' | 'older' | 'same-version';
      readonly found: string;
      readonly inPlace: string;
    }
  | { readonly kind: 'bad-record'; readonly path: string; readonly reason: string }
  | {
      readonly kind: 'bad-data-folder';
      readonly why: 'missing' | 'no-folder' | 'foreign-owner' | 'open-to-others';
      readonly path: string;
      /** An earlier run was cut off, and can't be settled without that folder. */
      readonly unfinished: boolean;
    }
  /** `path`: the data folder that the settings name. `here`: the one in which a kiosk has its data. */
  | { readonly kind: 'vault-elsewhere'; readonly path: string; readonly here: string }
  | { readonly kind: 'staff-at-kiosk'; readonly path: string }
  /** `path`: where the disk took no write. `code`: errno's name. */
  | { readonly kind: 'disk'; readonly path: string; readonly code: string };

/**
 * The exit code of a refusal. Stable, as those of a start are: configuration management goes by it. Above what Node, shells and
 * the pages of failure use themselves, and below 126.
 */
export const REFUSAL_CODES: Readonly<Record<ProvisioningRefusal['kind'], number>> = {
  'not-root': 81,
  busy: 82,
  'no-settings-folder': 83,
  'unprotected-place': 84,
  'no-program-key': 85,
  'bad-program-key': 86,
  'other-program': 87,
  'no-folder': 88,
  'unknown-file': 89,
  'missing-file': 90,
  'unreadable-file': 91,
  unsigned: 92,
  'newer-format': 93,
  'wrong-manifest': 94,
  'altered-file': 95,
  'other-computer': 96,
  'other-kiosk': 97,
  'clock-behind': 98,
  expired: 99,
  replayed: 100,
  'wrong-settings': 101,
  'unfit-settings': 102,
  'wrong-policy': 103,
  'unsigned-policy': 104,
  'policy-out-of-turn': 105,
  'wrong-roster': 106,
  'unfit-roster': 107,
  'staff-at-kiosk': 108,
  'bad-data-folder': 109,
  'bad-record': 110,
  disk: 111,
  'vault-elsewhere': 112,
  'unreadable-drive': 113,
};
