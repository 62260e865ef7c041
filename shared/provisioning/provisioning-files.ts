/** What says of a provisioning folder whom it is for and what is in it. */
export const MANIFEST_FILE = 'provisioning.json';
/** The program's signature of exactly that file. */
export const MANIFEST_SIGNATURE_FILE = 'provisioning.json.sig';

/** What the root of a computer's own folder of settings gets of it, under the same names. */
export const CONFIGURED_FILES = [
  'settings.toml',
  'policy.json',
  'policy.json.sig',
  'program-key.pem',
] as const;
export type ConfiguredFile = (typeof CONFIGURED_FILES)[number];

/** Who works at the kiosk at first. Only a kiosk that nobody has set up takes it. */
export const STAFF_FILE = 'staff.json';

/** What a manifest may list. */
export const LISTED_FILES = [...CONFIGURED_FILES, STAFF_FILE] as const;
export type ListedFile = (typeof LISTED_FILES)[number];
