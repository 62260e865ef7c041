import { verify } from 'node:crypto';
import { publicKeyHash, readPublicKey } from '../../electron/keeper/ledger/signatures.ts';
import { type Policy, readPolicyFile } from '../../electron/lib/policy-file/policy-file.ts';
import { dayInWords } from '../../shared/day-in-words.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { inLanguage } from '../../shared/programme/localized.ts';
import {
  type Appeal,
  daysLater,
  kioskInCode,
  policyInCode,
  readAppealCode,
} from '../../shared/slips/appeal-code.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { isDestroyedBefore } from './key-times.ts';
import { type KeptElsewhere, keysUpTo } from './keys-up-to.ts';
import { readCheckpoint } from './read-checkpoint.ts';

/**
 * Checks an appeal code against the public keys of a kiosk, out of a checkpoint of it that was taken after the code, and says
 * what the code says. A kiosk signs with another key at least every day: without its ledger that of the checkpoint alone is
 * known. No record is needed: there is none. Code 1: it is no code of this kiosk, it was altered, or its key was destroyed before its
 * day; code 2: it is not signed
 * by the checkpoint's key, and no ledger was given.
 */
export function appeal(
  code: string,
  { checkpoint: checkpointPath, ledger }: KeptElsewhere,
  policyPath: string | undefined,
): Outcome {
  const checkpoint = readCheckpoint(checkpointPath);
  if (!checkpoint.ok) return refused(checkpoint.error);
  const policy = policyPath === undefined ? null : readPolicyFile(policyPath);
  if (policy?.ok === false) return refused(`${policyPath} is no policy that a kiosk works by.`);
  const read = readAppealCode(code);
  if (!read.ok)
    return {
      code: 1,
      say: 'This is no appeal code: a character is missing, or one too many, or one that no code has.',
    };
  const { appeal: said, signedBytes, signature } = read.value;
  const { kiosk } = checkpoint.value;
  if (said.kiosk !== kioskInCode(kiosk)) {
    return {
      code: 1,
      say: `This code does not name the kiosk of the checkpoint: it says ${said.kiosk}, and the checkpoint is of ${kioskInCode(kiosk)}. It is another kiosk’s, or was altered or mistyped.`,
    };
  }
  const keys = keysUpTo(checkpoint.value, ledger);
  if (!keys.ok) return keys.error;
  const signer = keys.value.find(({ publicKey }) => {
    const key = readPublicKey(publicKey);
    return key !== null && verify(null, signedBytes, key, signature);
  });
  if (signer === undefined) return ledger === undefined ? refused(OTHER_KEY) : { code: 1, say: NOT_SIGNED };
  const name = fingerprint(publicKeyHash({ publicKey: Buffer.from(signer.publicKey).toString('base64') }));
  if (isDestroyedBefore(signer, said.day)) return { code: 1, say: tooLate(name) };
  return done(
    [
      `This code was signed by the key ${name}, of kiosk ${said.kiosk}.`,
      `Denied on ${dayInWords(said.day, 'en')}. An appeal is in time until ${dayInWords(daysLater(said.day, said.withinDays), 'en')}.`,
      ...reasonsInWords(said, policy?.value ?? null),
      'It proves that this kiosk refused somebody a card that day for these reasons. It does not prove who that was, nor that the refusal stayed: the code is made before the application ends, and a refusal that was taken back leaves it valid.',
    ].join('\n'),
  );
}

function tooLate(name: string): string {
  return `This code was signed by the key ${name}, which was destroyed before the day that it says: somebody had taken that key, or the kiosk’s clock was wrong (entries “clock-moved” and “date-confirmed” tell).`;
}

const NOT_SIGNED =
  'The signature does not hold: this code was altered or mistyped, or this kiosk never made it.';

const OTHER_KEY =
  'The key of the checkpoint did not sign this code: it was altered or mistyped, or this kiosk never made it, or it was signed by another of its keys, which changes at least every day. Give the ledger’s file, or a copy of it, with --ledger.';

function reasonsInWords({ reasons, policy: inCode }: Appeal, policy: Policy | null): readonly string[] {
  const places = reasons.map((place) => place + 1).join(', ');
  const unworded = `Reasons by their place in the policy whose SHA-256 begins with ${inCode}: ${places}.`;
  if (policy === null) return [unworded, 'With --policy FILE they are said in words.'];
  const listed = policyInCode(policy.hash) === inCode ? policy.rules.denial?.reasons : undefined;
  if (listed === undefined) return [unworded, 'The given policy is another one.'];
  return [
    'Reasons:',
    ...reasons.map((place) => {
      const reason = listed[place];
      return reason === undefined ? `  ${place + 1}` : `  ${reason.id}: ${inLanguage(reason.name, 'en')}`;
    }),
  ];
}
