import { bech32 } from '@scure/base';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { readRecipient } from './read-recipient.ts';

const GOOD = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
const refused = (error: string) => ({ ok: false, error });
const pointOf = (hex: string): string => bech32.encodeFromBytes('age', Buffer.from(hex, 'hex'));

it('a recipient of age is one, as a file has it, as it is typed in groups, as another program made it', async () => {
  const made = await identityToRecipient(await generateX25519Identity());
  expect(readRecipient(made)).toEqual({ ok: true, value: made });
  for (const text of [GOOD, `# counsel, 24 Nov\r\n\r\n  ${GOOD}\r\n`, GOOD.replaceAll(/(.{8})/g, '$1 ')])
    expect(readRecipient(text)).toEqual({ ok: true, value: GOOD });
});

it('the secret half is called so, wherever it stands', async () => {
  const identity = await generateX25519Identity();
  for (const text of [
    ...[identity, identity.toLowerCase(), `# public key: ${GOOD}\n${identity}\n`, `${GOOD}\n# ${identity}`],
    ...[await generateHybridIdentity(), '-----BEGIN OPENSSH PRIVATE KEY-----'],
  ])
    expect(readRecipient(text)).toEqual(refused('secret-key'));
});

it.each([
  ['empty', ''],
  ['empty', '# only a note\n'],
  ['several', `${GOOD}\n${GOOD}`],
  ['ssh-key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBmk counsel'],
  ['too-large', 'x'.repeat(10_000)],
  ['other-kind', 'age1tag1qwe0kafsjrar4txm6heqnhpfuggzr0gvznz7fvygxrlq90u5mq2pysxtw6h'],
  ['not-a-key', GOOD.slice(0, -1)],
  ['not-a-key', `${GOOD.slice(0, -1)}q`],
  ['not-a-key', GOOD.replace('zvkyg', 'zvkyq')],
  // One text is one hash in the ledger.
  ['not-a-key', GOOD.toUpperCase()],
  ['not-a-key', 'Zephyrina Vandersloot'],
  ['weak-key', pointOf('00'.repeat(32))],
  ['weak-key', pointOf(`01${'00'.repeat(31)}`)],
  ['weak-key', pointOf(`ec${'ff'.repeat(30)}7f`)],
  ['weak-key', pointOf('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800')],
])('%s: refused', (error, text) => {
  expect(readRecipient(text)).toEqual(refused(error));
});

it('a key for a later generation of computers is of another kind', async () => {
  expect(readRecipient(await identityToRecipient(await generateHybridIdentity()))).toEqual(
    refused('other-kind'),
  );
});
