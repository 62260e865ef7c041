import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders } from '../../build/fleet/make.ts';
import { makeKeys } from '../../build/policy/keys.ts';
import { shippedPolicy } from '../../build/programmes/shipped-policy.ts';
import { parseRoster, type Roster } from '../../shared/provisioning/roster.ts';

/** What the counter is called. */
export const HOST = 'counter-017';
/** Where the built-in printer leaves finished cards: the card in its tray has to be named, and no hand can turn it over. */
export const CARDS = '/mnt/cards';
/** The settings of every counter: a supervisor only confirms where keys are kept. No card printer is there. */
export const SHARED_SETTINGS = [
  'data-folder = "/var/lib/counterfoil"',
  'provisioned = true',
  'custody = "memory"',
  '[built-in-printer]',
  'seconds-per-face = 0.3',
  '',
].join('\n');
/** The same for one at which cards are printed. */
export const SETTINGS = `${SHARED_SETTINGS}folder = "${CARDS}"\n`;
const DAY_MILLISECONDS = 86_400_000;

/** What a program's office hands out for one counter. */
export interface HandedOut {
  /** The provisioning folder. */
  readonly folder: string;
  /** The file with the program's public key. */
  readonly key: string;
  /** The one with the private key, which no counter gets. */
  readonly privateKey: string;
  /** Who works there at first, with their first passphrases. */
  readonly staff: Roster['staff'];
  /** Makes one more folder with the same key, and answers its path. `name`: of the making, each its own. */
  makeAnother(name: string, making: Partial<Making>): Promise<string>;
}

/** A making of a folder. Days are counted from today; those that are over have a minus. */
interface Making {
  readonly host: string;
  readonly madeOn: number;
  readonly validUntil: number;
}

/** In every time zone still to come. */
const FOR_TODAY: Making = { host: HOST, madeOn: 0, validUntil: 2 };

/** Makes it in a folder of the suite's, as `npm run policy -- keys` and `npm run fleet -- make` do. */
export async function handOut(into: string): Promise<HandedOut> {
  const keys = makeKeys(join(into, 'keys'));
  if (keys.code !== 0) throw new Error(keys.say);
  const folder = await makeFolder(into, 'made', FOR_TODAY);
  const roster = parseRoster(JSON.parse(readFileSync(join(folder, 'staff.json'), 'utf8')));
  if (!roster.ok) throw new Error('the roster that was made can’t be read');
  return {
    folder,
    key: join(into, 'keys', 'program-key.pem'),
    privateKey: privateKeyIn(into),
    staff: roster.value.staff,
    makeAnother: (name, making) => makeFolder(into, name, { ...FOR_TODAY, ...making }),
  };
}

async function makeFolder(into: string, name: string, making: Making): Promise<string> {
  const at = (file: string): string => join(into, `${name}-${file}`);
  writeFileSync(at('counters.csv'), tableOf(making));
  writeFileSync(at('settings.toml'), SETTINGS);
  const made = await makeFolders(
    {
      ...{ csv: at('counters.csv'), settings: at('settings.toml'), policy: shippedPolicy },
      ...{ key: privateKeyIn(into), into: join(into, name) },
      ...{ validUntil: dayIn(making.validUntil), only: [], withStaff: true, platform: 'linux' },
    },
    Date.now() + making.madeOn * DAY_MILLISECONDS,
  );
  if (made.code !== 0) throw new Error(made.say);
  return join(into, name, 'counterfoil-provisioning', making.host);
}

function privateKeyIn(folder: string): string {
  return join(folder, 'keys', 'program-key.private.pem');
}

/** The table of counters, with one in it. */
export function tableOf({ host }: Pick<Making, 'host'>): string {
  return `kiosk,host,supervisors,clerks
Harbor Library 1,${host},Marisol Tidewater; Ottoline Quarry,Anselm Brightwater
`;
}

/** A day as the office types it, counted from today. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}
