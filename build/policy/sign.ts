import { createPublicKey, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import {
  type SignatureFailure,
  type SignedKind,
  signaturePath,
} from '../../electron/lib/policy-file/detached-signature.ts';
import { readPolicyBytes, readPolicyFile } from '../../electron/lib/policy-file/policy-file.ts';
import { readSignature, signPolicy } from '../../electron/lib/policy-file/policy-signature.ts';
import { readKeyFile } from '../../electron/lib/policy-file/programme-key.ts';
import { unreachable } from '../../shared/result.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { check } from './check.ts';
import { readPrivateKey } from './key-pair.ts';

/**
 * Signs a policy that a kiosk can work by, and writes the signature beside it; one that lies there is replaced. A draft
 * is refused: a signature says that the programme has decided, and no kiosk begins with a value that is open.
 */
export function signFile(path: string, keyFile: string): Outcome {
  const checked = check(path);
  if (checked.code !== 0) return { ...checked, say: `${checked.say}\nNot signed.` };
  const key = readPrivateKey(keyFile, 'npm run policy -- keys');
  if (!key.ok) return refused(key.error);
  // The bytes that are checked are those that are signed.
  const policy = readPolicyFile(path);
  if (!policy.ok) return refused(`${path} was changed meanwhile. Not signed.`);
  if (policy.value.rules.orders?.key === lineOf(key.value))
    return refused(
      `${path} names the program's own key as its "orders" key, which would leave its locked place for each order. npm run order -- keys makes another one. Not signed.`,
    );
  try {
    writeFileSync(signaturePath(path), signPolicy(policy.value.bytes, key.value));
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return refused(`${signaturePath(path)} cannot be written (${error.code}).`);
  }
  const { id, version } = policy.value.rules;
  return done(
    [
      `${signaturePath(path)}: the signature of ${id}, version ${version}.`,
      'Copy both files together, unchanged: next to each other on a kiosk, or as policy.json and policy.json.sig on a USB drive.',
    ].join('\n'),
  );
}

/** The public half of a private key, as a policy names the key of an office. */
function lineOf(privateKey: KeyObject): string {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return der.subarray(-32).toString('base64');
}

/** What `check` says, and whether the signature beside the file is by this public key. */
export function checkSigned(path: string, publicKeyFile: string): Outcome {
  const checked = check(path);
  const key = readKeyFile(publicKeyFile);
  if (!key.ok || key.value === null) return refused(`${publicKeyFile} is no public key of a program.`);
  const bytes = readPolicyBytes(path);
  if (!bytes.ok) return checked;
  const signature = readSignature(path, bytes.value, key.value.key);
  const where = signaturePath(path);
  if (signature.ok) return { ...checked, say: `${checked.say}\n${where}: signed with this key.` };
  return { code: 1, say: `${checked.say}\n${where}: ${signatureFault(signature.error.kind, 'policy')}` };
}

type SignatureFault = SignatureFailure['kind'];

/** What is wrong with the signature of a policy or an order, after the name of its file. */
export function signatureFault(kind: SignatureFault, of: SignedKind): string {
  switch (kind) {
    case 'missing':
      return `there is no such file: the ${of} is not signed.`;
    case 'malformed':
      return 'this is no signature.';
    case 'wrong':
      return 'this is not the signature of this file by this key.';
    case 'no-file':
    case 'unreadable':
    case 'too-large':
      return 'this cannot be read as a signature.';
    default:
      return unreachable(kind);
  }
}
