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
import { readCheckpoint } from './read-checkpoint.ts';

/**
 * Checks an appeal code against the public key of a kiosk, out of any checkpoint of it, and says what the code says. No
 * record is needed: there is none. Code 1: it is no code of this kiosk, or it was altered.
 */
export function appeal(code: string, checkpointPath: string, policyPath: string | undefined): Outcome {
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
  const { kiosk, publicKey } = checkpoint.value;
  if (said.kiosk !== kioskInCode(kiosk)) {
    return {
      code: 1,
      say: `This code does not name the kiosk of the checkpoint: it says ${said.kiosk}, and the checkpoint is of ${kioskInCode(kiosk)}. It is another kiosk’s, or was altered or mistyped.`,
    };
  }
  const key = readPublicKey(Buffer.from(publicKey, 'base64'));
  if (key === null) return refused(`${checkpointPath} has no key that can be read.`);
  if (!verify(null, signedBytes, key, signature)) {
    return {
      code: 1,
      say: 'The signature does not hold: this code was altered or mistyped, or this kiosk never made it.',
    };
  }
  return done(
    [
      `This code was signed by the key ${fingerprint(publicKeyHash({ publicKey }))}, of kiosk ${said.kiosk}.`,
      `Denied on ${dayInWords(said.day, 'en')}. An appeal is in time until ${dayInWords(daysLater(said.day, said.withinDays), 'en')}.`,
      ...reasonsInWords(said, policy?.value ?? null),
      'It proves that this kiosk refused somebody a card that day for these reasons. It does not prove who that was, nor that the refusal stayed: the code is made before the application ends, and a refusal that was taken back leaves it valid.',
    ].join('\n'),
  );
}

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
