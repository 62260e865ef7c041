import { randomBytes } from 'node:crypto';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { emptyAnswers } from '../../shared/application/answers.ts';
import { type ProductionOrder, recipient } from '../../shared/contract/command/production.ts';
import { applicationId, holdId, policyHash, ticket } from '../../shared/contract/ids.ts';
import { producedRecord } from '../../shared/production/record.ts';
import { drawnPhoto } from '../lib/drawing/photo.test-support.ts';
import { seal } from '../lib/sealing/seal.ts';
import { sealContent } from '../lib/sealing/sealed-content.ts';
import { sealRecord } from './seal-record.ts';

const NAME = 'Zephyrina Vandersloot';
const id = applicationId.parse('a'.repeat(32));

async function recipientWithKey() {
  const identity = await generateX25519Identity();
  return { identity, recipient: recipient.parse(await identityToRecipient(identity)) };
}

function orderTo(whose: ProductionOrder['recipient'], change: Partial<ProductionOrder['application']> = {}) {
  const key = randomBytes(32);
  const answers = { ...emptyAnswers, name: NAME, birthYear: '1991', documents: ['passport', 'gone-kind'] };
  const photo = drawnPhoto(1);
  const order: ProductionOrder = {
    recipient: whose,
    application: {
      ...{ id, key, card: null },
      answers: sealContent(key, id, 'answers', answers),
      photo: seal(key, id, 'photo', photo),
      ...change,
    },
    facts: {
      ...{ kiosk: 'b'.repeat(32), kioskName: 'Counter 3', program: '0.1.0' },
      produced: '2026-11-24T15:20:00.000Z',
      hold: holdId.parse('c'.repeat(32)),
      ...{ ticket: ticket.parse(41), day: '2026-11-24', state: 'photographed' },
      policy: { hash: policyHash.parse('d'.repeat(64)), known: null },
      fieldLabels: [{ field: 'name', label: 'Name on the card' }],
      documentNames: [{ kind: 'passport', name: 'Passport' }],
    },
  };
  return { order, photo };
}

async function opened(sealed: Uint8Array, identity: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return await decrypter.decrypt(sealed, 'text');
}

it('what the vault holds is sealed to the recipient, whom alone it opens for', async () => {
  const [whose, other] = [await recipientWithKey(), await recipientWithKey()];
  const { order, photo } = orderTo(whose.recipient);
  const report = await sealRecord(order);
  if (report.kind !== 'sealed') throw new Error('it was not sealed');
  const sealed = Buffer.from(report.package);
  expect(sealed.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect(sealed.includes(NAME)).toBe(false);
  await expect(opened(sealed, other.identity)).rejects.toThrow();
  // The control: the right key.
  const record = producedRecord.parse(JSON.parse(await opened(sealed, whose.identity)));
  expect(record.answers).toEqual({
    fields: [
      { field: 'name', label: 'Name on the card', typed: [{ input: 'name', value: NAME }] },
      { field: 'birthDate', label: 'birthDate', typed: [{ input: 'birthYear', value: '1991' }] },
    ],
    documents: [
      { kind: 'passport', name: 'Passport' },
      { kind: 'gone-kind', name: 'gone-kind' },
    ],
    ...{ route: 'first', fee: null },
  });
  expect(Buffer.from(record.photo ?? '', 'base64').equals(Buffer.from(photo))).toBe(true);
  expect(record.card).toBeNull();
  expect([...order.application.key]).toEqual(Array(32).fill(0));
});

it('an application of which a part does not open is not produced by halves', async () => {
  const { recipient: whose } = await recipientWithKey();
  for (const change of [
    { answers: new Uint8Array(60) },
    { photo: new Uint8Array(60) },
    { card: new Uint8Array(60) },
  ])
    expect(await sealRecord(orderTo(whose, change).order)).toEqual({ kind: 'unreadable' });
  expect(await sealRecord(orderTo(whose, { answers: null, photo: null }).order)).toMatchObject({
    kind: 'sealed',
  });
});
