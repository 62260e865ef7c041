import { randomBytes } from 'node:crypto';
import { memberId } from '../../../shared/contract/ids.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { staffNameOf } from '../../../shared/staff/staff-name.ts';
import { wrapDeviceKey } from '../custody/device-key.ts';
import type { NewMember } from './member-rows.ts';
import { newPassphrase, type WeakPassphrase } from './new-passphrase.ts';

/** Somebody who is to work here, as it was typed. */
export interface Newcomer {
  readonly name: string;
  readonly role: StaffRole;
  readonly passphrase: string;
}

/** Why somebody can't work here, whoever else does. */
export type UnusableMember = { readonly kind: 'unusable-name' } | WeakPassphrase;

/** Judges a newcomer and wraps the device key for them; writes nothing. */
export async function prepareMember(
  newcomer: Newcomer,
  deviceKey: Uint8Array,
  kioskName: string | null,
): Promise<Result<NewMember, UnusableMember>> {
  const name = staffNameOf(newcomer.name);
  if (!name.ok) return name;
  const passphrase = await newPassphrase(newcomer.passphrase, [name.value, kioskName]);
  if (!passphrase.ok) return passphrase;
  const owner = { identifier: memberId.parse(randomBytes(16).toString('hex')), role: newcomer.role };
  return ok({ ...owner, name: name.value, wrapped: await wrapDeviceKey(deviceKey, passphrase.value, owner) });
}
