import { readSmallFile } from '../lib/file-systems/small-file.ts';

/** The account under which the units of each package run the kiosk: the package makes it, whatever the package is for. */
const KIOSK_ACCOUNT = 'counterfoil';

const ACCOUNTS_FILE = '/etc/passwd';
const MOST_ACCOUNTS_BYTES = 4 * 1024 * 1024;

/** The user id of the kiosk's account on this computer; null: it has none. */
export function kioskAccount(): number | null {
  // Where the package makes it. An account of a network is none that could be there when the computer starts.
  const file = readSmallFile(ACCOUNTS_FILE, MOST_ACCOUNTS_BYTES);
  return file.ok ? userIdIn(Buffer.from(file.value).toString('latin1'), KIOSK_ACCOUNT) : null;
}

/** The user id of an account in the text of passwd(5); null: it isn't in there. */
export function userIdIn(accounts: string, name: string): number | null {
  for (const line of accounts.split('\n')) {
    const [account, , uid = ''] = line.split(':');
    if (account === name && /^\d+$/.test(uid)) return Number.parseInt(uid, 10);
  }
  return null;
}
