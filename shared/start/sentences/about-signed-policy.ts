import { unreachable } from '../../result.ts';
import { at, type Of, type Sentences } from './sentences.ts';

const NOTHING_CHANGED = 'Counterfoil hasn’t changed any file, and takes no applications.';

/** What keeps a kiosk that takes signed policies only from taking this one, or from going on with its own. */
export function aboutSignedPolicy(
  problem: Of<
    'unsigned-policy' | 'policy-out-of-turn' | 'policy-of-other-release' | 'program-key' | 'altered-policy'
  >,
): Sentences {
  switch (problem.kind) {
    case 'unsigned-policy':
      return [
        'The policy is not properly signed',
        `${whyUnsigned(problem)} ${NOTHING_CHANGED}`,
        'Put the policy and its signature there as the program office made them, both unchanged.',
        at(problem.path, problem.reason),
      ];
    case 'policy-out-of-turn':
      return [
        'This policy is not the next one',
        `${whyOutOfTurn(problem)} ${NOTHING_CHANGED}`,
        'Put the policy from before back, with its signature. Two supervisors together can install an older one from a USB drive.',
        at(problem.path),
      ];
    case 'policy-of-other-release':
      return [
        'This version cannot use the policy in force',
        `A supervisor installed it with another version of Counterfoil. By the rules of this one, it has a mistake. ${NOTHING_CHANGED}`,
        'Put a corrected policy there, signed, with a higher version than any before. Or start the other Counterfoil again.',
        at(problem.path, `${problem.reason}; takes a version above ${problem.version}`),
      ];
    case 'program-key':
      return [
        'The program key cannot be used',
        `${whyKey(problem)} ${NOTHING_CHANGED}`,
        'Put the program’s public key file there: the same one as before, if the kiosk had one.',
        at(problem.path, problem.reason),
      ];
    case 'altered-policy':
      return [
        'The policy in the vault was changed',
        'The vault keeps the policy in force. Someone, or a failing disk, changed it or its signature. This start changed no entry and no policy.',
        'Keep a copy of the data folder. Find out who changed the vault, and put it back.',
        at(problem.path, problem.reason),
      ];
    default:
      return unreachable(problem);
  }
}

function whyUnsigned({ why }: Of<'unsigned-policy'>): string {
  switch (why) {
    case 'missing':
      return 'This kiosk takes signed policies only, and there is no signature next to the policy.';
    case 'unreadable':
      return 'This kiosk takes signed policies only. A signature is there, but Counterfoil can’t read it.';
    case 'malformed':
      return 'The file next to the policy isn’t a signature.';
    case 'wrong':
      return 'The signature isn’t the program’s for this policy: one of the two was changed, or another key signed it.';
    default:
      return unreachable(why);
  }
}

function whyOutOfTurn({ why, found, inForce }: Of<'policy-out-of-turn'>): string {
  switch (why) {
    case 'other-program':
      return `The policy is signed, but it belongs to the program “${found}”. This kiosk works for “${inForce}”.`;
    case 'older':
      return `The policy is signed, but it is version ${found}. Version ${inForce} is in force.`;
    case 'same-version':
      return `The policy is signed and says that it is version ${found}. So does the one in force, and they differ.`;
    case 'loosens-hold':
      return 'A legal hold stops what was being erased. Under this policy, that would be erased while the hold stands. A policy with the hold rule “stop” starts.';
    default:
      return unreachable(why);
  }
}

function whyKey({ why }: Of<'program-key'>): string {
  switch (why) {
    case 'unreadable':
      return 'A key file is next to the policy, but Counterfoil can’t read it.';
    case 'no-key':
      return 'The key file next to the policy isn’t a public key of a program. A private key must never be on a kiosk.';
    case 'other-key':
      return 'The key file next to the policy isn’t the key that this kiosk was given first.';
    default:
      return unreachable(why);
  }
}
