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
/** The settings of every counter: a supervisor only confirms where keys are kept. */
export const SETTINGS = [
  'data-folder = "/var/lib/counterfoil"',
  'provisioned = true',
  'custody = "memory"',
  '[built-in-printer]',
  'seconds-per-face = 0.3',
  `folder = "${CARDS}"`,
  '',
].join('\n');
const CSV = `kiosk,host,supervisors,clerks
Harbor Library 1,${HOST},Marisol Tidewater; Ottoline Quarry,Anselm Brightwater
`;

/** What a program's office hands out for one counter. */
export interface HandedOut {
  /** The provisioning folder. */
  readonly folder: string;
  /** The file with the program's public key. */
  readonly key: string;
  /** Who works there at first, with their first passphrases. */
  readonly staff: Roster['staff'];
}

/** Makes it in a folder of the suite's, as `npm run policy -- keys` and `npm run fleet -- make` do. */
export async function handOut(into: string): Promise<HandedOut> {
  const at = (name: string): string => join(into, name);
  const keys = makeKeys(at('keys'));
  if (keys.code !== 0) throw new Error(keys.say);
  writeFileSync(at('counters.csv'), CSV);
  writeFileSync(at('settings.toml'), SETTINGS);
  const made = await makeFolders(
    {
      ...{ csv: at('counters.csv'), settings: at('settings.toml'), policy: shippedPolicy },
      ...{ key: join(at('keys'), 'program-key.private.pem'), into: at('made'), validUntil: tomorrow() },
      ...{ only: [], withStaff: true, platform: 'linux' },
    },
    Date.now(),
  );
  if (made.code !== 0) throw new Error(made.say);
  const folder = join(at('made'), 'counterfoil-provisioning', HOST);
  const roster = parseRoster(JSON.parse(readFileSync(join(folder, 'staff.json'), 'utf8')));
  if (!roster.ok) throw new Error('the roster that was made can’t be read');
  return { folder, key: join(at('keys'), 'program-key.pem'), staff: roster.value.staff };
}

/** In every time zone still to come. */
function tomorrow(): string {
  return new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
}
