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
        'This kiosk is not set up yet',
        problem.refused === null
          ? 'The signed setup folder from your program office hasn’t come yet.'
          : 'A setup folder came, and was refused. The signed one from your program office is still missing.',
        'Attach the USB drive with the setup folder, or run “counterfoil provision” with it.',
        problem.refused === null ? at(problem.path) : at(problem.path, `refused (${problem.refused})`),
      ];
    case 'unfinished-provisioning':
      return [
        'The setup is not finished',
        whyUnfinished(problem),
        'Wait a minute. Then run “counterfoil provision” again, or restart the computer.',
        // Of the other two the sentence says it all.
        problem.why === 'not-read' ? at(problem.path, problem.reason) : at(problem.path),
      ];
    case 'unprotected-first-staff':
      return [
        'The list of first staff is not protected',
        whyUnprotected(problem),
        'Remove the file. Have a new setup folder made, with new passphrases.',
        at(problem.path, problem.reason),
      ];
    case 'wrong-first-staff':
      return [
        'The list of first staff cannot be used',
        whyWrong(problem),
        'Remove the file. Have a new setup folder made for this computer.',
        at(problem.path, problem.reason),
      ];
    case 'needless-first-staff':
      return [
        'This kiosk already has staff',
        'Someone put a list of first staff into its data folder. Nobody on that list was added.',
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
      return 'The setup folder is still being put in place, or that was cut off.';
    case 'changed':
      return 'A setup folder was put in place while the kiosk was starting.';
    case 'not-read':
      return 'The kiosk’s account can’t see whether a setup folder is being put in place.';
    default:
      return unreachable(why);
  }
}

function whyUnprotected({ why }: Of<'unprotected-first-staff'>): string {
  switch (why) {
    case 'no-file':
      return 'There is a link, a folder or a device in its place, and no file.';
    case 'foreign-owner':
      return 'The file belongs to an account other than the kiosk’s own.';
    case 'open-to-others':
      return 'Accounts other than the kiosk’s own may read or change the file, and its passphrases.';
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
      return 'It doesn’t match your program’s signature. It was damaged, or someone else made it.';
    case 'other-computer':
      return 'Your program signed it for another computer.';
    case 'no-key':
      return 'There is no program key beside the policy, so nobody can tell who made it.';
    case 'unfit':
      return 'A kiosk of this version can’t work with the people in it.';
    default:
      return unreachable(why);
  }
}
