import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { emptyAnswers } from '../../shared/application/answers.ts';
import { fieldNames, fields } from '../../shared/application/fields.ts';
import type { CardData } from '../../shared/card/card-data.ts';
import { SAMPLE_CARD } from '../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../shared/card/sample-programme.test-support.ts';
import { sealedColumns } from '../../shared/contract/application/application-snapshot.ts';
import { applicationId, holdId, policyHash, ticket } from '../../shared/contract/ids.ts';
import { sealedAnswers } from '../../shared/contract/sealed-content.ts';
import { newVault } from '../keeper/vault/vault.test-support.ts';
import { sealContent } from '../lib/sealing/sealed-content.ts';
import { makeRecord } from './make-record.ts';

/** Where a produced record has it: a member of the file, or the sentence that says that it isn't there. */
type Where = { readonly in: string } | { readonly not: RegExp } | 'nobody';

const SEARCH_VALUES = { not: /^Search values: pieces of 32 bytes/ };
const NOTES = { not: /^The kiosk’s own notes/ };
const LANGUAGE = { not: /^The language in which the applicant read/ };
const PICTURES = { not: /^Pictures of the card, and the digests/ };

/** Every column of a vault that tells of an application. “nobody”: it names a row, or says where a key lies. */
const COLUMNS: Readonly<Record<string, Where>> = {
  'application.number': 'nobody',
  'application.id': 'nobody',
  'application.ticket': { in: 'ticket' },
  'application.day': { in: 'day' },
  'application.began': NOTES,
  'application.began_elapsed': NOTES,
  'application.state': { in: 'state' },
  'application.policy': { in: 'policy' },
  // None that has one is produced.
  'application.wipe': 'nobody',
  'application.job': NOTES,
  'application.attempts': NOTES,
  'application.stage': NOTES,
  'application.ending': NOTES,
  'application.look_up': PICTURES,
  'application.key_sealed': 'nobody',
  'sealed_part.application': 'nobody',
  'sealed_part.part': 'nobody',
  'sealed_part.sealed': 'nobody',
  'made_of_applicant.number': 'nobody',
  'made_of_applicant.application': 'nobody',
  'made_of_applicant.sealed': SEARCH_VALUES,
  'print_job.name': NOTES,
  'print_job.owner': 'nobody',
  'print_job.printer': NOTES,
  'print_job.number': NOTES,
  'print_job.purged': NOTES,
  'print_job.left_behind': NOTES,
  'held.hold': { in: 'hold' },
  'held.application': 'nobody',
  'held.sealed': 'nobody',
};

const PARTS: Readonly<Record<(typeof sealedColumns)[number], Where>> = {
  answers: { in: 'answers' },
  photo: { in: 'photo' },
  card: { in: 'card' },
  tray: PICTURES,
};

/** Of the answers, besides what was typed into fields. */
const ANSWERS: Readonly<Record<string, Where>> = {
  documents: { in: 'answers' },
  route: { in: 'answers' },
  fee: { in: 'answers' },
  language: LANGUAGE,
};

/** The columns of a vault’s tables that say which application they are about. */
function columnsAboutAnApplication(): readonly string[] {
  const named = z
    .array(z.object({ table: z.string(), column: z.string() }))
    .parse(
      newVault()
        .database.prepare(
          'SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = \'table\'',
        )
        .all(),
    );
  const tables = new Set(
    named
      .filter(
        ({ table, column }) => table === 'application' || column === 'application' || column === 'owner',
      )
      .map(({ table }) => table),
  );
  return named.filter(({ table }) => tables.has(table)).map(({ table, column }) => `${table}.${column}`);
}

function record(typed: object = {}, card: CardData | null = null) {
  const [id, key] = [applicationId.parse('a'.repeat(32)), randomBytes(32)];
  const made = makeRecord({
    application: {
      ...{ id, key, photo: null },
      answers: sealContent(key, id, 'answers', {
        ...{ ...emptyAnswers, name: 'Zephyrina Vandersloot' },
        ...typed,
      }),
      card: card === null ? null : sealContent(key, id, 'card', { card, programme: SAMPLE_PROGRAMME }),
    },
    facts: {
      ...{ kiosk: 'b'.repeat(32), kioskName: 'Counter 3', program: '0.1.0' },
      produced: '2026-11-24T15:20:00.000Z',
      hold: holdId.parse('c'.repeat(32)),
      ...{ ticket: ticket.parse(41), day: '2026-11-24', state: 'draft' },
      policy: { hash: policyHash.parse('d'.repeat(64)), known: null },
      fieldLabels: [{ field: 'name', label: 'Name on the card' }],
      documentNames: [],
    },
  });
  if (!made.ok) throw new Error('no record');
  return made.value;
}

it('a produced record has what the vault holds of an application, or says that it does not', () => {
  expect(columnsAboutAnApplication().toSorted()).toEqual(Object.keys(COLUMNS).toSorted());
  expect(Object.keys(PARTS).toSorted()).toEqual([...sealedColumns].toSorted());
  const typed = new Set<string>(fieldNames.flatMap((field) => fields[field].inputs));
  const others = Object.keys(sealedAnswers.shape).filter((member) => !typed.has(member));
  expect(others.toSorted()).toEqual(Object.keys(ANSWERS).toSorted());

  const { notInIt, ...members } = record();
  for (const where of [COLUMNS, PARTS, ANSWERS].flatMap((each) => Object.values<Where>(each))) {
    if (where === 'nobody') continue;
    if ('in' in where) expect(Object.keys(members)).toContain(where.in);
    else expect(notInIt.filter((sentence) => where.not.test(sentence))).toHaveLength(1);
  }
});

it('a produced record does not say that nothing is kept of what was replaced', () => {
  const said = record().notInIt.join(' ');
  expect(said).toContain('of texts the kiosk keeps the last version only');
  expect(said).toContain('of photos that were taken again and of details that were replaced');
});

it('a produced record has what was printed last beside what was typed last, with the labels of the program', () => {
  const { answers, card } = record({ name: 'Wilhelmina Okonkwo' }, { ...SAMPLE_CARD, organDonor: true });
  expect(answers?.fields).toMatchObject([
    { label: 'Name on the card', typed: [{ value: 'Wilhelmina Okonkwo' }] },
  ]);
  expect(card).toMatchObject({ number: 'K7Q29MXT6K', issuedOn: '2026-11-24', expiresOn: '2031-11-23' });
  expect(card?.fields[0]).toEqual({ field: 'name', label: 'Name on the card', value: SAMPLE_CARD.name });
  expect(Object.fromEntries(card?.fields.map(({ field, value }) => [field, value]) ?? [])).toEqual({
    ...{ name: SAMPLE_CARD.name, chosenName: 'Billie', birthDate: '1990-03-14', gender: 'Non-binary' },
    ...{ emergencyContact: 'Thaddeus Okonkwo, +1 (555) 010-0123', libraryNumber: '2 1998 00412 3345' },
    organDonor: 'yes',
  });
  // Only a year is known of a birth, and the card never expires.
  const birthDate = { year: 1990, month: null, day: null };
  const other = record({}, { ...SAMPLE_CARD, birthDate, expiresOn: null }).card;
  expect(other?.expiresOn).toBeNull();
  expect(other?.fields).toContainEqual({ field: 'birthDate', label: 'birthDate', value: '1990' });
});

it('a produced record has the route, the fee and what became of it', () => {
  for (const settled of ['paid', 'waived', 'paid-for-another'] as const) {
    const fee = { settled, cents: 1250 };
    expect(record({ route: 'replacement', fee }).answers).toMatchObject({ route: 'replacement', fee });
  }
  expect(record().answers).toMatchObject({ route: 'first', fee: null });
});
