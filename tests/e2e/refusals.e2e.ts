import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPolicy } from '../../build/programmes/shipped-policy.ts';
import { KEY_FILE_NAME } from '../../electron/lib/policy-file/programme-key.ts';
import { LONG } from '../support/long.ts';
import { type Counter, expect, giveAway, test } from './deployed-fixtures.ts';
import { type Environment, expectRefused, type RefusedStart } from './refused-start.ts';

/** A policy file in the account's home. */
function policyOf(counter: Counter, text: string): Environment {
  const path = join(counter.home, 'policy.json');
  writeFileSync(path, text);
  giveAway(path);
  return { COUNTERFOIL_POLICY: path };
}

/** The shipped policy, with a key file next to it. */
function policyBesideKey(counter: Counter, pem: string): Environment {
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
    bringAbout: ({ home }) => ({ COUNTERFOIL_POLICY: join(home, 'policy.json') }),
    code: 26,
    title: 'There is no policy',
  },
  {
    name: 'policy-that-is-a-film',
    bringAbout: (counter) => policyOf(counter, ' '.repeat(2_000_000)),
    code: 27,
    title: 'The policy can’t be read',
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
    title: 'The policy isn’t signed',
  },
  {
    name: 'program-key-that-is-none',
    bringAbout: (counter) => policyBesideKey(counter, 'Minutes of the meeting of 12 May.'),
    code: 39,
    title: 'The program key can’t be used',
  },
  {
    name: 'arguments',
    bringAbout: () => ({}),
    words: ['--fullscreen'],
    code: 20,
    title: 'The start command has extra words',
  },
  {
    name: 'misspelt-setting',
    bringAbout: ({ home }) => ({ COUNTERFOIL_DATAA: home }),
    code: 21,
    title: 'A setting has an unknown name',
  },
  {
    name: 'relative-data-folder',
    bringAbout: () => ({ COUNTERFOIL_DATA: 'data' }),
    code: 22,
    title: 'A setting needs a full path',
  },
  {
    name: 'relative-state-home',
    bringAbout: () => ({ XDG_STATE_HOME: 'state' }),
    code: 22,
    title: 'A setting needs a full path',
  },
  {
    name: 'wrong-seconds',
    bringAbout: () => ({ COUNTERFOIL_PRINTER_SECONDS: 'fast' }),
    code: 23,
    title: 'A setting has an unusable value',
  },
];

expectRefused(ROWS, ['misspelt-setting', 'policy-not-signed']);

test('without a screen the words are in the log, and the exit code tells at once', async ({
  openCounter,
}) => {
  const counter = await openCounter();
  const without = counter.start({ DISPLAY: '' });
  const misspelt = counter.start({ DISPLAY: '', COUNTERFOIL_DATAA: '/tmp' });
  expect(await without.ended).toBe(60);
  expect(without.refusals()).toEqual([expect.stringContaining('There is no screen to show the kiosk on.')]);
  // The first thing that is wrong is what has to be put right.
  expect(await misspelt.ended).toBe(21);
  expect(misspelt.refusals()[0]).toContain('Did you mean COUNTERFOIL_DATA?');
});

// About 10 s: so long may a display server come up later than the kiosk.
test(
  'a display that does not answer is waited for, and then the exit code says so',
  LONG,
  async ({ openCounter }) => {
    const counter = await openCounter();
    await counter.display.kill();
    const command = counter.start({ COUNTERFOIL_DATA: join(counter.home, 'data') });
    expect(await command.ended).toBe(61);
    expect(command.refusals()).toEqual([expect.stringContaining('The screen does not answer.')]);
    expect(readdirSync(counter.home)).toEqual([]);
  },
);
