import type { z } from 'zod';
import { type FieldName, fieldNames, fields } from '../../shared/application/fields.ts';
import { dayText } from '../../shared/calendar.ts';
import type { ProductionOrder } from '../../shared/contract/command/production.ts';
import { sealedAnswers, sealedCard } from '../../shared/contract/sealed-content.ts';
import type { ProducedRecord, RecordFacts } from '../../shared/production/record.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { open } from '../lib/sealing/seal.ts';
import { openContent } from '../lib/sealing/sealed-content.ts';

type Answers = z.output<typeof sealedAnswers>;
type Card = z.output<typeof sealedCard>['card'];

/** What counsel might ask for next. */
const NOT_IN_IT = [
  'Numbers and images of documents: the kiosk takes none.',
  'What was typed and then replaced: of texts the kiosk keeps the last version only.',
  'Search values: pieces of 32 bytes of the pictures that the kiosk made, also of photos that were taken again and of details that were replaced. They are kept, encrypted, until the application ends, and are not produced.',
  'Fields that nobody filled in.',
  'Pictures of the card, and the digests by which the kiosk finds it: they are made from what is here.',
  'The language in which the applicant read: kept, encrypted, until the application ends, and not produced.',
  'The kiosk’s own notes, in clear: the minute in which it began, how many cards were printed and how the last print ended, random names of print jobs, and their printers.',
  'Who served the applicant: the kiosk keeps no such note.',
] as const;

/** Opens all that the vault holds of one application. Error: a part does not open, or is not understood. */
export function makeRecord({
  application,
  facts,
}: Pick<ProductionOrder, 'application' | 'facts'>): Result<ProducedRecord, null> {
  const { id, key, answers, photo, card } = application;
  const typed = answers === null ? null : openContent(key, id, 'answers', answers, sealedAnswers);
  const printed = card === null ? null : openContent(key, id, 'card', card, sealedCard);
  const taken = photo === null ? null : open(key, id, 'photo', photo);
  if (typed?.ok === false || printed?.ok === false || taken?.ok === false) return err(null);
  const { fieldLabels: _labels, documentNames: _names, ...about } = facts;
  return ok({
    format: 'counterfoil record 1',
    ...about,
    answers: typed === null ? null : answersOf(typed.value, facts),
    card: printed === null ? null : cardOf(printed.value.card, facts),
    photo: taken === null ? null : Buffer.from(taken.value).toString('base64'),
    notInIt: [...NOT_IN_IT],
  });
}

/** As the policy calls it; a field that it does not ask for any more has its own name. */
function labelOf({ fieldLabels }: RecordFacts, field: FieldName): string {
  return fieldLabels.find((each) => each.field === field)?.label ?? field;
}

function answersOf(answers: Answers, facts: RecordFacts): NonNullable<ProducedRecord['answers']> {
  return {
    fields: fieldNames.flatMap((field) => {
      const typed = fields[field].inputs
        .map((input) => ({ input, value: answers[input] }))
        .filter(({ value }) => value !== '');
      return typed.length === 0 ? [] : [{ field, label: labelOf(facts, field), typed }];
    }),
    documents: answers.documents.map((kind) => ({
      kind,
      name: facts.documentNames.find((each) => each.kind === kind)?.name ?? kind,
    })),
    route: answers.route,
    fee: answers.fee === null ? null : { settled: answers.fee.settled, cents: answers.fee.cents },
  };
}

function cardOf(card: Card, facts: RecordFacts): NonNullable<ProducedRecord['card']> {
  return {
    number: card.number,
    issuedOn: dayText(card.issuedOn),
    expiresOn: card.expiresOn === null ? null : dayText(card.expiresOn),
    fields: fieldNames.flatMap((field) => {
      const value = textOf(card[field]);
      return value === null ? [] : [{ field, label: labelOf(facts, field), value }];
    }),
  };
}

function textOf(value: Card[FieldName]): string | null {
  if (value === null || typeof value === 'string') return value;
  if (value === true) return 'yes';
  if ('phone' in value) return [value.name, value.phone].filter((part) => part !== '').join(', ');
  return value.month === null ? String(value.year) : dayText(value);
}
