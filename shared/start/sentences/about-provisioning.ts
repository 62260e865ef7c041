import { unreachable } from '../../result.ts';
import { at, type Of, type Sentences } from './sentences.ts';

/** What keeps a kiosk from being set up by its provisioning. */
export function aboutProvisioning(
  problem: Of<
    | 'not-provisioned'
    | 'unfinished-provisioning'
    | 'unprotected-first-staff'
    | 'wrong-first-staff'
    | 'needless-first-staff'
  >,
): Sentences {
  switch (problem.kind) {
    case 'not-provisioned':
      return [
        'This kiosk waits for its provisioning',
        problem.refused === null
          ? 'It is set up by a signed folder from your program’s office, and none has come yet.'
          : 'It is set up by a signed folder from your program’s office. The last one that came was refused.',
        'Attach the USB drive with that folder, or run “counterfoil provision” with it.',
        problem.refused === null ? at(problem.path) : at(problem.path, `refused (${problem.refused})`),
      ];
    case 'unfinished-provisioning':
      return [
        'A provisioning isn’t finished',
        whyUnfinished(problem),
        'Wait a minute. Then run “counterfoil provision” again, or restart the computer.',
        at(problem.path, problem.reason),
      ];
    case 'unprotected-first-staff':
      return [
        'The list of first staff isn’t protected',
        whyUnprotected(problem),
        'Remove the file. Have a new provisioning made, with new passphrases.',
        at(problem.path, problem.reason),
      ];
    case 'wrong-first-staff':
      return [
        'The list of first staff can’t be used',
        whyWrong(problem),
        'Remove the file. Have a new provisioning made for this computer.',
        at(problem.path, problem.reason),
      ];
    case 'needless-first-staff':
      return [
        'First staff wait for a kiosk that has staff',
        'Someone put a list of first staff beside a kiosk that is set up. Nobody was added.',
        'Find out who put the file there, and remove it.',
        at(problem.path),
      ];
    default:
      return unreachable(problem);
  }
}

function whyUnfinished({ why }: Of<'unfinished-provisioning'>): string {
  switch (why) {
    case 'marked':
      return 'It is still being put in place, or it was cut off.';
    case 'changed':
      return 'It was put in place while the kiosk was starting.';
    case 'not-read':
      return 'The kiosk’s account can’t see whether one is being put in place.';
    default:
      return unreachable(why);
  }
}

function whyUnprotected({ why }: Of<'unprotected-first-staff'>): string {
  switch (why) {
    case 'no-file':
      return 'There is a link, a folder or a device in its place, and no file.';
    case 'foreign-owner':
      return 'The file belongs to another account than the kiosk’s own.';
    case 'open-to-others':
      return 'Other accounts than the kiosk’s own may read or change the file, and its passphrases.';
    case 'linked':
      return 'The same file also has another name, under which its passphrases would stay.';
    case 'not-read':
      return 'The file is there, but Counterfoil can’t read it.';
    case 'too-large':
      return 'The file there is larger than such a list can be (128 KB).';
    default:
      return unreachable(why);
  }
}

function whyWrong({ why }: Of<'wrong-first-staff'>): string {
  switch (why) {
    case 'not-signed':
      return 'It isn’t as the program has signed it. It was damaged, or someone else made it.';
    case 'other-computer':
      return 'The program has signed it for another computer.';
    case 'no-key':
      return 'There is no program key beside the policy, so nobody can tell who made it.';
    case 'unfit':
      return 'A kiosk of this version can’t work with the people in it.';
    default:
      return unreachable(why);
  }
}
