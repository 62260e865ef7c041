import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { opened } from '../ledger/ledger.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { placesOf } from './places-to-search.ts';
import { searchPlaces } from './search-places.ts';

const LEDGER_EXPORT = 'counterfoil-ledger-12345678-1.csv';
const CHECKPOINT = 'counterfoil-checkpoint-12345678-1.json';
const DUMP = Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(600, 4)]);
const [PDF, PNG] = [Buffer.from('%PDF-1.7'), Buffer.from('89504e470d0a1a0a', 'hex')];

/** The folders of a kiosk that is not running, and what a search of them counts in one of them, by kind. */
function folders() {
  const at = {
    ...{ dataFolder: workingFolder(), keeperFolder: workingFolder(), exportFolder: workingFolder() },
    ...{ cardFolder: workingFolder(), temporary: workingFolder() },
  };
  async function search(identifiers: readonly string[] = []) {
    const { temporary, ...kiosk } = at;
    const found = await searchPlaces({
      places: placesOf({ ...kiosk, sharedFolders: { memory: [], temporary } }),
      ...{ identifiers, dayOf: () => '2026-11-28', uptime: () => 0, tell() {} },
      control: { token: Buffer.alloc(32, 9), isOne: () => false, found() {}, met() {} },
      stopped: new AbortController().signal,
    });
    if (found === null) throw new Error('stopped');
    return found;
  }
  return { at, search };
}

type Found = Awaited<ReturnType<ReturnType<typeof folders>['search']>>;

function countedAs({ places }: Found, path: string) {
  const place = places.find((each) => each.path === path);
  if (place === undefined) throw new Error(`not searched: ${path}`);
  return {
    known: place.known.map(({ kind, files }) => `${kind} ${files}`),
    unknown: place.unknown.kinds.map(({ kind, files }) => `${kind} ${files}`),
  };
}

/** Copies of somebody's vault and ledger. */
function copies() {
  const folder = workingFolder();
  const paths = { vault: join(folder, 'vault.db'), ledger: join(folder, 'ledger.db') };
  newVault(paths.vault).database.close();
  opened(paths.ledger).close();
  return paths;
}

it('a copy is told as one under any name that the kiosk itself gives', async () => {
  const { at, search } = folders();
  const { vault, ledger } = copies();
  copyFileSync(vault, join(at.exportFolder, LEDGER_EXPORT));
  copyFileSync(ledger, join(at.exportFolder, `${CHECKPOINT}.part`));
  copyFileSync(vault, join(at.cardFolder, 'card.pdf'));
  copyFileSync(vault, join(at.dataFolder, 'keys.slots'));
  copyFileSync(ledger, join(at.dataFolder, 'vault.db-journal'));
  mkdirSync(join(at.keeperFolder, 'session-0a'));
  copyFileSync(vault, join(at.keeperFolder, 'session-0a', 'Cookies'));
  writeFileSync(join(at.keeperFolder, 'session-0a', 'core'), DUMP);
  copyFileSync(vault, join(at.temporary, '.org.chromium.Chromium.Ab3xYz'));
  const found = await search();
  const none: readonly string[] = [];
  expect(countedAs(found, at.exportFolder)).toEqual({
    known: none,
    unknown: ['vault-copy 1', 'ledger-copy 1'],
  });
  expect(countedAs(found, at.cardFolder)).toEqual({ known: none, unknown: ['vault-copy 1'] });
  expect(countedAs(found, at.dataFolder)).toEqual({
    known: none,
    unknown: ['vault-copy 1', 'ledger-copy 1'],
  });
  expect(countedAs(found, at.keeperFolder)).toEqual({
    known: none,
    unknown: ['vault-copy 1', 'core-dump 1'],
  });
  expect(countedAs(found, at.temporary)).toEqual({ known: none, unknown: ['vault-copy 1'] });
});

it('what such a name covers by its beginning is told by its beginning, and a link as a link', async () => {
  const { at, search } = folders();
  writeFileSync(join(at.exportFolder, LEDGER_EXPORT), Buffer.from('1f8b0800', 'hex'));
  writeFileSync(join(at.exportFolder, CHECKPOINT), PNG);
  symlinkSync('/nowhere', join(at.dataFolder, 'sessions.json'));
  const found = await search();
  expect(countedAs(found, at.exportFolder)).toEqual({ known: [], unknown: ['archive 1', 'picture 1'] });
  expect(countedAs(found, at.dataFolder)).toEqual({ known: [], unknown: ['link 1'] });
});

it('the kiosk’s own files stay its own, also those that were broken off', async () => {
  const { at, search } = folders();
  writeFileSync(join(at.exportFolder, LEDGER_EXPORT), 'number,kind\r\n1,opened\r\n');
  writeFileSync(join(at.exportFolder, CHECKPOINT), '');
  writeFileSync(join(at.exportFolder, `${CHECKPOINT}.part`), Buffer.alloc(600));
  writeFileSync(join(at.cardFolder, 'card.pdf'), PDF);
  writeFileSync(join(at.cardFolder, 'card-front.png'), PNG);
  writeFileSync(join(at.dataFolder, 'keys.slots'), Buffer.alloc(4_096));
  writeFileSync(join(at.dataFolder, 'vault.db-journal'), Buffer.from('d9d505f920a163d7', 'hex'));
  writeFileSync(join(at.dataFolder, 'ledger.db-journal'), Buffer.alloc(600));
  writeFileSync(join(at.dataFolder, 'sessions.json'), '[]');
  mkdirSync(join(at.keeperFolder, 'session-0a'));
  writeFileSync(join(at.keeperFolder, 'session-0a', 'Cookies'), 'SQLite format 3\0');
  symlinkSync('kiosk-123', join(at.keeperFolder, 'session-0a', 'SingletonLock'));
  const found = await search();
  const none: readonly string[] = [];
  expect(countedAs(found, at.exportFolder)).toEqual({
    known: expect.arrayContaining(['ledger-export 1', 'checkpoint 1', 'unfinished-export 1']),
    unknown: none,
  });
  expect(countedAs(found, at.cardFolder)).toEqual({ known: ['printed-card 2'], unknown: none });
  expect(countedAs(found, at.dataFolder)).toEqual({
    known: expect.arrayContaining([
      ...['key-slots 1', 'vault-journal 1', 'ledger-journal 1', 'session-record 1'],
    ]),
    unknown: none,
  });
  expect(countedAs(found, at.keeperFolder)).toEqual({ known: ['session-files 2'], unknown: none });
});

it('an identifier is passed over in the kiosk’s own key slots, and found in a copy that is called so', async () => {
  const { at, search } = folders();
  const identifier = '5a'.repeat(16);
  const slots = join(at.dataFolder, 'keys.slots');
  writeFileSync(slots, Buffer.concat([Buffer.alloc(600), Buffer.from(identifier)]));
  expect((await search([identifier])).identifiersFound).toBe(0);
  writeFileSync(slots, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.from(identifier)]));
  expect((await search([identifier])).identifiersFound).toBe(1);
});
