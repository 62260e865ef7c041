/**
 * Whether a target of device-mapper encrypts what is written to it, by its uuid (`dm/uuid` in sysfs). Null: it doesn't, and what
 * lies below it counts. LVM and multipath have prefixes of their own; of cryptsetup's, CRYPT-INTEGRITY-, CRYPT-VERITY- and
 * CRYPT-SUBDEV- stand for targets that encrypt nothing.
 */
export function storageByUuid(uuid: string): 'encrypted' | 'one-time-key' | null {
  const kind = /^CRYPT-(LUKS[12]|PLAIN|TCRYPT|LOOPAES|BITLK|FVAULT2)-/.exec(uuid)?.[1];
  if (kind === undefined) return null;
  // Without a header no key is kept on the disk: it is how /etc/crypttab makes a swap with a random key at each start.
  return kind === 'PLAIN' ? 'one-time-key' : 'encrypted';
}
