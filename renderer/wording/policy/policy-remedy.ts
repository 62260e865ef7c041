import { t } from '@lingui/core/macro';
import type { PolicyFault } from '../../../shared/contract/policy-acts.ts';
import { unreachable } from '../../../shared/result.ts';

/** What to do about a policy on a USB drive that is not taken. */
export function policyRemedyInWords(fault: PolicyFault): string {
  switch (fault.check) {
    case 'file':
      return fileRemedyInWords(fault.why);
    case 'content':
      return t({
        message: 'Give this list to whoever writes your policies.',
        comment: 'Below a list of mistakes in a policy, the city’s set of rules.',
      });
    case 'signature':
      return fault.why === 'missing'
        ? t({
            message: 'Copy policy.json.sig to the drive too, then check it again.',
            comment:
              'What to do where a policy has no signature next to it. policy.json.sig is the name of a file.',
          })
        : newCopyInWords();
    case 'program':
      return t({
        message: 'Use the drive with your own program’s policy.',
        comment: 'What to do where a drive has the policy, the set of rules, of another city’s program.',
      });
    case 'version':
      return versionRemedyInWords(fault.why);
    default:
      return unreachable(fault);
  }
}

function fileRemedyInWords(why: Extract<PolicyFault, { check: 'file' }>['why']): string {
  switch (why) {
    case 'missing':
      return t({
        message: 'Connect the USB drive with the policy, then check it again.',
        comment: 'What to do after a policy, the city’s set of rules, was not found on a drive.',
      });
    // A new copy of it is as large.
    case 'too-large':
      return t({
        message: 'Ask whoever writes your policies for a smaller one.',
        comment: 'What to do where the file with a policy, the city’s set of rules, is too large.',
      });
    case 'no-file':
    case 'unreadable':
      return newCopyInWords();
    default:
      return unreachable(why);
  }
}

function versionRemedyInWords(why: Extract<PolicyFault, { check: 'version' }>['why']): string {
  switch (why) {
    case 'in-force':
      return t({
        message: 'There is nothing to install.',
        comment: 'After a policy, the city’s set of rules, was found to be in force already.',
      });
    case 'same-version':
      return t({
        message: 'Ask whoever signs your policies for one with a higher version number.',
        comment: 'What to do where two policies, sets of rules, say that they are the same version.',
      });
    default:
      return unreachable(why);
  }
}

function newCopyInWords(): string {
  return t({
    message: 'Ask whoever signs your policies for a new copy of policy.json and policy.json.sig.',
    comment: 'What to do where a policy or its signature can’t be used. Both are names of files.',
  });
}
