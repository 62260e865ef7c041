import { parsePrinterAddress } from '../../shared/printing/address.ts';
import { err, ok, type Result, unreachable } from '../../shared/result.ts';
import { MOST_SETTINGS_BYTES, readSettings } from '../../shared/settings/read-settings.ts';
import { mistakeLine } from '../../shared/settings/settings-mistake.ts';
import { problemWords } from '../../shared/start/problem-words.ts';
import { visible } from '../../shared/start/visible.ts';
import { readSmallFile, type UnreadFailure } from '../lib/file-systems/small-file.ts';
import {
  type AskedSettings,
  checkSettings,
  loadSettings,
  settingsPlace,
  settingsPlatform,
} from './load-settings.ts';

const USE = ['Use: counterfoil config check [FILE]', 'or:  counterfoil config printers'];

/** What a command says, and how it ends: 0 all is well, 1 the file is not right, 2 there is no such command. */
export interface Said {
  readonly code: 0 | 1 | 2;
  readonly lines: readonly string[];
}

/**
 * `counterfoil config check [FILE]`. Without a file the one that the kiosk takes, with everything that the kiosk asks of it;
 * a file that is named is a draft, of which only the content counts: configuration management asks before it puts it there.
 * `counterfoil config printers`: the addresses of printers in the settings, one on each line.
 */
export function runConfigCommand(words: readonly string[], asked: AskedSettings): Said {
  const [command, file, ...more] = words;
  if (command === 'printers' && file === undefined) return printersIn(asked);
  if (command !== 'check' || more.length > 0) return { code: 2, lines: USE };
  const checked = file === undefined ? checkOwn(asked) : checkDraft(file, asked);
  return checked.ok ? { code: 0, lines: [checked.value] } : { code: 1, lines: checked.error };
}

/** The package has systemd let packets of the kiosk through to these, and to no other address (build/packaging/debian, open-way-to-printers). */
function printersIn(asked: AskedSettings): Said {
  const settings = loadSettings(asked);
  if (!settings.ok) {
    const { problem, lines } = settings.error;
    return { code: 1, lines: lines.length > 0 ? lines : [visible(sentencesOf(problem))] };
  }
  const named = [settings.value['card-printer'], settings.value['ordinary-printer']];
  const hosts = named.flatMap((printer) => {
    const target = printer === undefined ? null : parsePrinterAddress(printer.address);
    return target?.ok === true ? [target.value.host] : [];
  });
  return { code: 0, lines: [...new Set(hosts)] };
}

type Checked = Result<string, readonly string[]>;

function checkOwn(asked: AskedSettings): Checked {
  const place = settingsPlace(asked);
  if (!place.ok) return err([sentencesOf(place.error)]);
  const checked = checkSettings(place.value, asked);
  if (checked.ok) return ok(visible(`${place.value}: these settings are right.`));
  const { problem, lines } = checked.error;
  return err(lines.length > 0 ? lines : [visible(`${place.value}: ${sentencesOf(problem)}`)]);
}

function sentencesOf(problem: Parameters<typeof problemWords>[0]): string {
  const { happened, todo, details } = problemWords(problem);
  return `${happened} ${todo} (${details})`;
}

function checkDraft(path: string, { starter: { platform }, evaluation }: AskedSettings): Checked {
  const bytes = readSmallFile(path, MOST_SETTINGS_BYTES);
  if (!bytes.ok) return err([visible(`${path}: ${whyUnread(bytes.error)}.`)]);
  const settings = readSettings(bytes.value, settingsPlatform(platform, evaluation));
  return settings.ok
    ? ok(visible(`${path}: these settings are right. Who may change the file was not looked at.`))
    : err(settings.error.map((mistake) => mistakeLine(path, mistake)));
}

function whyUnread(failure: UnreadFailure): string {
  switch (failure.kind) {
    case 'missing':
      return 'there is no such file';
    case 'no-file':
      return 'this is no file';
    case 'unreadable':
      return `the file can’t be read (${failure.code})`;
    case 'too-large':
      return 'the file is larger than settings can be (64 KB)';
    default:
      return unreachable(failure);
  }
}
