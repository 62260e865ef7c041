import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, together } from '../finding.ts';
import { type Assignment, assignments, isNo, type SettingsFile } from '../parse/systemd-settings.ts';

export const unitSandbox = declareCheck({
  id: 'unit-sandbox',
  title: 'What the kiosk’s units shut',
  why: 'The units keep the kiosk from the network, from devices and from other files, and a line of one drop-in opens that again.',
  // A kiosk that somebody starts by hand has no unit.
  goLive: { kind: 'stops', whenUnknown: 'tolerated' },
  remedies: {
    remove:
      'Take line {line} out of `{path}`, and run `systemctl daemon-reload && systemctl restart {unit}` as root.',
    replaced:
      'Run `mv {path} /root/ && systemctl daemon-reload && systemctl restart {unit}` as root: the package has this unit.',
  },
});

/** A unit of the kiosk's, as systemd finds it. */
export interface UnitFacts {
  /** `counterfoil.service`. */
  readonly unit: string;
  /** As the package has it; null: there is none where packages put theirs. */
  readonly shipped: SettingsFile | null;
  /** The file that systemd takes; null: there is no such unit. */
  readonly main: SettingsFile | null;
  readonly dropIns: readonly SettingsFile[];
}

export interface UnitSandboxFacts {
  /** The display's and the kiosk's. Null: a file of one of them can't be read, and may say anything. */
  readonly units: readonly UnitFacts[] | null;
  /** Where a drop-in may let the kiosk write: its data folder, and where its drive is. */
  readonly writable: readonly string[];
}

/**
 * Looks for what opens a unit in its files. What systemd has made of them nobody may ask from within the unit, which has no way to
 * the bus: a line that is taken out counts as gone before systemd has read its files again.
 */
export function judgeUnitSandbox({ units, writable }: UnitSandboxFacts): Finding {
  if (units === null) return notRun('A file of the kiosk’s units can’t be read.');
  const [first, ...others] = units.flatMap((unit) => judgeUnit(unit, writable));
  if (first === undefined) return notRun('None of the kiosk’s units is on this computer.');
  return together(first, ...others);
}

function judgeUnit(
  { unit, shipped, main, dropIns }: UnitFacts,
  writable: readonly string[],
): readonly Finding[] {
  if (main === null) return [];
  if (shipped === null)
    return [notRun(`${main.path} is not the package’s: nobody knows what it should shut.`)];
  const opening = dropIns.flatMap((dropIn) =>
    assignments(dropIn.text)
      .filter((line) => opens(line, shipped) && !isAllowed(line, { path: dropIn.path, unit, writable }))
      .map((line) => openedBy(line, dropIn.path, unit)),
  );
  const all = [...judgeMain(unit, main, shipped), ...opening];
  return all.length > 0 ? all : [pass(`Nothing opens what ${unit} shuts.`)];
}

function openedBy({ key, value, line }: Assignment, path: string, unit: string): Finding {
  return fail(
    `${path}, line ${line}: ${key}=${value} opens what ${unit} shuts.`,
    remedy(unitSandbox.remedies.remove, { line: String(line), path, unit }),
  );
}

/** The first line of a unit that an upgrade has put there, as long as the version before runs (functions.sh). */
const OF_UPGRADE =
  /^# Made by an upgrade of [a-z-]+ that is not finished: the unit of the version before\.$/m;

/** Whether a unit in the place of the package's shuts what that does. */
function judgeMain(unit: string, main: SettingsFile, shipped: SettingsFile): readonly Finding[] {
  if (main.path === shipped.path || OF_UPGRADE.test(main.text)) return [];
  const keys = [...SHUTS].filter((key) => saidOf(key, main).join('\n') !== saidOf(key, shipped).join('\n'));
  return keys.length === 0
    ? []
    : [
        fail(
          `${main.path} is in the place of the package’s ${unit}, and has other lines for ${keys.join(', ')}.`,
          remedy(unitSandbox.remedies.replaced, { path: main.path, unit }),
        ),
      ];
}

/** What a unit says for a key that it may say several times. */
function saidOf(key: string, { text }: SettingsFile): readonly string[] {
  return assignments(text)
    .filter((line) => line.section === 'Service' && line.key === key)
    .map(({ value }) => plain(value));
}

/** systemd has several words for yes and no. */
function plain(value: string): string {
  if (isNo(value)) return 'no';
  return ['1', 'yes', 'y', 'true', 't', 'on'].includes(value.toLowerCase()) ? 'yes' : value;
}

/** Whether a line of a drop-in opens something. One that shuts more, or says what the unit says itself, does not. */
function opens({ section, key, value }: Assignment, shipped: SettingsFile): boolean {
  if (section === 'Unit') return key === 'JoinsNamespaceOf' && value !== '';
  if (section !== 'Service' || !(SHUTS.has(key) || GIVES.has(key))) return false;
  // An empty line takes back what came before, but where the unit has an empty list itself.
  if (saidOf(key, shipped).includes(plain(value))) return false;
  return value === '' || !SHUTS_MORE.has(key);
}

interface DropIn {
  readonly path: string;
  readonly unit: string;
  readonly writable: readonly string[];
}

/** What the product itself writes, and has IT write. */
function isAllowed({ key, value }: Assignment, { path, unit, writable }: DropIn): boolean {
  switch (key) {
    // Before each start, for the printers that the settings name by an address (open-way-to-printers).
    case 'PrivateNetwork':
      return path === printersOf(unit) && isNo(value);
    case 'IPAddressAllow':
      return path === printersOf(unit) && ONE_ADDRESS.test(value);
    // For data elsewhere (`unit-writes`).
    case 'ReadWritePaths':
      return value !== '' && value.split(/\s+/).every((word) => isWithin(word, writable));
    default:
      return false;
  }
}

function printersOf(unit: string): string {
  return `/run/systemd/system/${unit}.d/50-printers.conf`;
}

/** Of IPv4 or IPv6, and no net of them. */
const ONE_ADDRESS = /^(?:[\d.]+|[\da-f:.]+)$/i;

function isWithin(word: string, folders: readonly string[]): boolean {
  // A minus: it need not be there. A plus: below the unit's own root.
  const place = word.replaceAll(/^"|"$/g, '').replace(/^[-+]+/, '');
  return folders.some((folder) => place === folder || place.startsWith(`${folder}/`));
}

/** What the units say to shut something (systemd.exec(5), systemd.resource-control(5)), or to leave a way open in that. */
const SHUTS: ReadonlySet<string> = new Set([
  ...['User', 'Group', 'SupplementaryGroups', 'StateDirectoryMode', 'RuntimeDirectoryMode'],
  ...['LimitCORE', 'UMask', 'MemorySwapMax', 'KeyringMode', 'RemoveIPC'],
  ...['PrivateNetwork', 'IPAddressDeny', 'IPAddressAllow', 'RestrictAddressFamilies', 'InaccessiblePaths'],
  ...['ProtectSystem', 'ReadWritePaths', 'ProtectHome', 'PrivateTmp', 'BindReadOnlyPaths', 'BindPaths'],
  ...['TemporaryFileSystem', 'NoExecPaths', 'DevicePolicy', 'DeviceAllow'],
  ...['NoNewPrivileges', 'CapabilityBoundingSet', 'AmbientCapabilities', 'RestrictNamespaces'],
  ...['RestrictSUIDSGID', 'RestrictRealtime', 'LockPersonality', 'SystemCallArchitectures'],
  ...['SystemCallFilter', 'SystemCallErrorNumber', 'ProtectKernelTunables', 'ProtectKernelModules'],
  ...['ProtectKernelLogs', 'ProtectControlGroups', 'ProtectClock', 'ProtectHostname'],
]);

/** What they don’t say, and what opens something wherever it is said. */
const GIVES: ReadonlySet<string> = new Set([
  ...['ExecPaths', 'NetworkNamespacePath', 'IPCNamespacePath', 'RootDirectory', 'RootImage', 'MountImages'],
  ...['ExtensionImages', 'ExtensionDirectories', 'SecureBits', 'Delegate', 'PermissionsStartOnly'],
]);

/** Of these each line shuts something more, unless it is empty. */
const SHUTS_MORE: ReadonlySet<string> = new Set(['InaccessiblePaths', 'NoExecPaths', 'IPAddressDeny']);
