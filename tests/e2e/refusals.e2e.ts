import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPolicy } from '../../build/programmes/shipped-policy.ts';
import { KEY_FILE_NAME } from '../../electron/lib/policy-file/programme-key.ts';
import { focusedWindow } from '../support/display/mapped-windows.ts';
import { settingsText } from '../support/kiosk/settings-text.ts';
import { LONG } from '../support/long.ts';
import { type Counter, expect, giveAway, isRoot, PATIENT, test } from './deployed-fixtures.ts';
import { type Brought, expectRefused, type RefusedStart } from './refused-start.ts';

/** A policy file in the account's home. */
function policyOf(counter: Counter, text: string): Brought {
  const path = join(counter.home, 'policy.json');
  writeFileSync(path, text);
  giveAway(path);
  return { policyFile: path };
}

/** The shipped policy, with a key file next to it. */
function policyBesideKey(counter: Counter, pem: string): Brought {
  const path = join(counter.home, KEY_FILE_NAME);
  writeFileSync(path, pem);
  giveAway(path);
  return policyOf(counter, readFileSync(shippedPolicy, 'utf8'));
}

function publicKey(): string {
  return generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString();
}

/** The shipped policy with a change of its text. */
function changedPolicy(from: string, to: string): string {
  const text = readFileSync(shippedPolicy, 'utf8');
  if (!text.includes(from)) throw new Error(`the shipped policy has no ${from}`);
  return text.replace(from, to);
}

const ROWS: readonly RefusedStart[] = [
  {
    name: 'no-policy',
    bringAbout: ({ home }) => ({ policyFile: join(home, 'policy.json') }),
    code: 26,
    title: 'There is no policy',
  },
  {
    name: 'policy-that-is-a-film',
    bringAbout: (counter) => policyOf(counter, ' '.repeat(2_000_000)),
    code: 27,
    title: 'The policy is not readable',
  },
  {
    name: 'policy-cut-off',
    bringAbout: (counter) => policyOf(counter, readFileSync(shippedPolicy, 'utf8').slice(0, 300)),
    code: 28,
    title: 'The policy has a mistake',
  },
  {
    name: 'policy-with-an-unknown-key',
    bringAbout: (counter) => policyOf(counter, changedPolicy('"feeCents"', '"feeCent"')),
    code: 28,
    title: 'The policy has a mistake',
  },
  {
    name: 'policy-undecided',
    bringAbout: (counter) => policyOf(counter, changedPolicy('"feeCents": 0', '"feeCents": null')),
    code: 28,
    title: 'The policy has a mistake',
  },
  {
    name: 'policy-not-signed',
    bringAbout: (counter) => policyBesideKey(counter, publicKey()),
    code: 29,
    title: 'The policy is not properly signed',
  },
  {
    name: 'program-key-that-is-none',
    bringAbout: (counter) => policyBesideKey(counter, 'Minutes of the meeting of 12 May.'),
    code: 39,
    title: 'The program key cannot be used',
  },
  {
    name: 'arguments',
    bringAbout: () => ({}),
    words: ['--fullscreen'],
    code: 20,
    title: 'The start command has extra words',
  },
  {
    name: 'setting-in-the-environment',
    bringAbout: ({ home }) => ({ variables: { COUNTERFOIL_DATA: join(home, 'data') } }),
    code: 55,
    title: 'A setting is in the environment',
  },
  {
    name: 'relative-settings',
    bringAbout: () => ({ variables: { COUNTERFOIL_SETTINGS: 'settings.toml' } }),
    code: 22,
    title: 'A variable needs a full path',
  },
  {
    name: 'no-settings',
    bringAbout: (counter) => ({ variables: { COUNTERFOIL_SETTINGS: counter.nextSettings } }),
    code: 56,
    title: 'There are no settings',
  },
  {
    name: 'settings-that-others-write',
    bringAbout: () => ({ mode: 0o666 }),
    code: 57,
    title: 'The settings are not protected',
  },
  {
    name: 'settings-of-the-kiosks-account-alone',
    // The kiosk's account may not read it where root owns it; where the suite is that account, nobody may.
    bringAbout: () => ({ mode: isRoot ? 0o600 : 0o000 }),
    code: 58,
    title: 'The settings are not readable',
  },
  {
    name: 'settings-misspelt',
    bringAbout: ({ home }) => ({ settings: `data-foldr = "${home}/data"\nusb-drive = 7\n` }),
    code: 59,
    title: 'The settings have a mistake',
  },
  {
    name: 'settings-that-are-no-toml',
    bringAbout: ({ home }) => ({ settings: `data-folder = ${home}/data\n[built-in printer]\n` }),
    code: 59,
    title: 'The settings have a mistake',
  },
];

expectRefused(ROWS, ['settings-misspelt', 'policy-not-signed']);

test('without a screen the words are in the log, and the exit code tells at once', async ({
  openCounter,
}) => {
  const counter = await openCounter();
  const without = counter.start({ DISPLAY: '' });
  const misspelt = counter.start({ DISPLAY: '', ...counter.settings('data-foldr = "/tmp"\n') });
  expect(await without.ended).toBe(60);
  expect(without.refusals()).toEqual([expect.stringContaining('There is no screen to show the kiosk on.')]);
  // The first thing that is wrong is what has to be put right.
  expect(await misspelt.ended).toBe(59);
  expect(misspelt.refusals()[0]).toContain('Did you mean data-folder?');
  // And all that is wrong, as an editor jumps to it.
  expect(misspelt.log.filter((line) => /settings-\d+\.toml:1:1: /.test(line))).toHaveLength(2);
});

// About 10 s: so long may a display server come up later than the kiosk.
test(
  'a display that does not answer is waited for, and then the exit code says so',
  LONG,
  async ({ openCounter }) => {
    const counter = await openCounter();
    await counter.display.kill();
    const command = counter.start(counter.settings(settingsText({ dataFolder: join(counter.home, 'data') })));
    expect(await command.ended).toBe(61);
    expect(command.refusals()).toEqual([expect.stringContaining('The screen does not answer.')]);
    expect(readdirSync(counter.home)).toEqual([]);
  },
);

test('a settings file that is put right is read again at the key, and the kiosk is on the screen', async ({
  openCounter,
}) => {
  const counter = await openCounter();
  const path = counter.nextSettings;
  const command = counter.start(counter.settings('data-foldr = "/tmp"\n'));
  const pressAtThePage = async (): Promise<void> => {
    const page = await counter.window('The settings have a mistake (CF-59)');
    await expect.poll(() => focusedWindow({ DISPLAY: counter.display.name }), PATIENT).toBe(page.id);
    counter.press('Return');
  };
  await pressAtThePage();
  // Nothing has changed: it says so.
  await expect.poll(() => command.refusals().length, PATIENT).toBe(2);
  writeFileSync(path, settingsText({ dataFolder: join(counter.home, 'data') }));
  // The log is ahead of the page: a key that comes before the page offers it again is nobody's.
  let isOnScreen = false;
  const onScreen = command.onScreen.then(() => {
    isOnScreen = true;
  });
  await expect(async () => {
    if (!isOnScreen) counter.press('Return');
    expect(isOnScreen).toBe(true);
  }).toPass({ intervals: [2_000], ...PATIENT });
  await onScreen;
  expect(readdirSync(counter.home)).toEqual(['data']);
  expect(await command.stop()).toBe(0);
});
