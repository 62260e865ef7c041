import { unreachable } from '../../result.ts';
import { mistakeSentence } from '../../settings/settings-mistake.ts';
import { at, type Of, type Sentences } from './sentences.ts';

/** What stands in the environment or behind the command, and who started it. */
export function aboutStart(
  problem: Of<'arguments' | 'settings-in-environment' | 'relative-path' | 'root' | 'no-home'>,
): Sentences {
  switch (problem.kind) {
    case 'arguments':
      return [
        'The start command has extra words',
        'The kiosk is opened with “counterfoil” and nothing after it.',
        'Remove the extra words where the kiosk is started. “counterfoil --help” lists the other commands.',
      ];
    case 'settings-in-environment':
      return [
        'A setting is in the environment',
        `The variable ${problem.name} is set, and this kiosk takes its settings from a file alone.`,
        'Remove the variable where the kiosk is started. Write the setting into the file.',
        at(problem.path),
      ];
    case 'relative-path':
      return [
        'A variable needs a full path',
        `${problem.name} must be a full path, beginning with a slash.`,
        'Correct the variable where the kiosk is started.',
        `${problem.name} is “${problem.value}”`,
      ];
    case 'root':
      return [
        'The kiosk was started as root',
        'Counterfoil doesn’t run as root, because root has no sandbox.',
        'Start it from an ordinary account.',
      ];
    case 'no-home':
      return [
        'This account has no home folder',
        'The kiosk doesn’t know where to keep its data.',
        'Write data-folder into a settings file.',
      ];
    default:
      return unreachable(problem);
  }
}

/** What is wrong with the settings file. */
export function aboutSettings(
  problem: Of<'no-settings' | 'unprotected-settings' | 'unreadable-settings' | 'wrong-settings'>,
): Sentences {
  switch (problem.kind) {
    case 'no-settings':
      return [
        'There are no settings',
        'A kiosk works by its settings file, and there is no such file.',
        'Put the file there. The package brings an example of it, settings.toml.',
        at(problem.path),
      ];
    case 'unprotected-settings':
      return [
        'The settings are not protected',
        whyUnprotected(problem),
        'Make root the owner of the file and of its folder, and let nobody else write there.',
        at(problem.path, problem.reason),
      ];
    case 'unreadable-settings':
      return [
        'The settings are not readable',
        whyUnread(problem),
        'Put the right file there, and let the kiosk’s account read it.',
        at(problem.path, problem.reason),
      ];
    case 'wrong-settings': {
      const more = problem.more === 0 ? '' : ` ${problem.more} more after these.`;
      return [
        'The settings have a mistake',
        `${problem.mistakes.map(mistakeSentence).join(' ')}${more}`,
        'Correct the file. “counterfoil config check” lists everything that is wrong with it.',
        at(problem.path),
      ];
    }
    default:
      return unreachable(problem);
  }
}

function whyUnprotected({ why }: Of<'unprotected-settings'>): string {
  switch (why) {
    case 'link':
      return 'The file or its folder is only a link. What it leads to could be changed by someone else.';
    case 'foreign-owner':
      return 'The file or its folder belongs to an account other than root.';
    case 'writable':
      return 'Accounts other than root may write to the file or its folder.';
    default:
      return unreachable(why);
  }
}

function whyUnread({ why }: Of<'unreadable-settings'>): string {
  switch (why) {
    case 'no-file':
      return 'There is a folder or a device in its place, and no file.';
    case 'too-large':
      return 'The file there is larger than settings can be (64 KB).';
    case 'not-read':
      return 'The file is there, but Counterfoil can’t read it.';
    default:
      return unreachable(why);
  }
}
