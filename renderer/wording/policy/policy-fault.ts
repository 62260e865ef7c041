import { t } from '@lingui/core/macro';
import type { PolicyFault, PolicyMistake } from '../../../shared/contract/policy-acts.ts';
import { unreachable } from '../../../shared/result.ts';

type Of<Check extends PolicyFault['check']> = Extract<PolicyFault, { check: Check }>;

/** Which check a policy on a USB drive did not pass, in a sentence. */
export function policyFaultInWords(fault: PolicyFault): string {
  switch (fault.check) {
    case 'file':
      return fileFaultInWords(fault);
    case 'content':
      return t({
        message: 'The policy on the drive has mistakes.',
        comment: 'Followed by a list of the mistakes. The policy is the city’s set of rules.',
      });
    case 'signature':
      return signatureFaultInWords(fault);
    case 'program': {
      const { found, inForce } = fault;
      return t({
        message: `The policy is signed, but it belongs to another program: ${found}. This kiosk works for ${inForce}.`,
        comment: 'The policy is the city’s set of rules. {found} and {inForce} are short names of programs.',
      });
    }
    case 'version':
      return versionFaultInWords(fault);
    default:
      return unreachable(fault);
  }
}

function fileFaultInWords({ why }: Of<'file'>): string {
  switch (why) {
    case 'missing':
      return t({
        message: 'There is no file policy.json on the drive, or no drive is connected.',
        comment: 'policy.json is the name of a file.',
      });
    case 'no-file':
      return t({
        message: 'On the drive, policy.json is a folder, a link, or a device. It must be a plain file.',
        comment: 'policy.json is the name of a file.',
      });
    case 'unreadable':
      return t({
        message: 'The file policy.json on the drive can’t be read.',
        comment: 'policy.json is the name of a file.',
      });
    case 'too-large':
      return t({
        message: 'The file policy.json on the drive is larger than a policy can be (1 MB).',
        comment: 'policy.json is the name of a file.',
      });
    default:
      return unreachable(why);
  }
}

function signatureFaultInWords({ why }: Of<'signature'>): string {
  switch (why) {
    case 'missing':
      return t({
        message: 'The policy on the drive isn’t signed: there is no file policy.json.sig next to it.',
        comment: 'policy.json.sig is the name of a file.',
      });
    case 'unreadable':
      return t({
        message: 'The signature on the drive, policy.json.sig, can’t be read.',
        comment: 'policy.json.sig is the name of a file.',
      });
    case 'malformed':
      return t({
        message: 'The file policy.json.sig on the drive isn’t a signature.',
        comment: 'policy.json.sig is the name of a file.',
      });
    case 'wrong':
      return t({
        message:
          'The signature and the policy don’t match. One of them was changed, or the policy was signed with another key.',
        comment: 'The policy is the city’s set of rules, signed with the program’s key.',
      });
    default:
      return unreachable(why);
  }
}

function versionFaultInWords({ why, version }: Of<'version'>): string {
  switch (why) {
    case 'in-force':
      return t({
        message: `The policy on the drive is already in force: version ${version}.`,
        comment: 'The policy is the city’s set of rules. {version} is a number.',
      });
    case 'same-version':
      return t({
        message: `The policy on the drive is version ${version}, like the one in force, but the two differ.`,
        comment: 'The policy is the city’s set of rules. {version} is a number.',
      });
    default:
      return unreachable(why);
  }
}

/** Where a mistake is, and what may stand there. The second half is in English: it is for whoever writes policies. */
export function policyMistakeInWords({ line, column, at, ...mistake }: PolicyMistake): string {
  // One kind of marks in a sentence, also around what is quoted out of the file.
  const allowed = mistake.allowed.replaceAll(/"([^"]*)"/g, '“$1”');
  return at === ''
    ? t({
        message: `Line ${line}, column ${column}: ${allowed}.`,
        comment:
          'A mistake in a file. {allowed} says what is wrong there, in English: “a comma (,) is missing before this”.',
      })
    : t({
        message: `Line ${line}, column ${column}: “${at}” ${allowed}.`,
        comment:
          'A mistake in a file. {at} is the name of a place in it, {allowed} says what may stand there, in English: “takes an object”.',
      });
}
