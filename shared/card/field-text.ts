import { textsOf } from '../application/fields.ts';
import type { CardData, CardProgramme } from './card-data.ts';
import { formatBirthDate, formatCardDate } from './card-date.ts';
import type { FaceTextField } from './face.ts';
import { groupCharacters } from './number/card-number.ts';
import { formatPracticeNumber, isPracticeNumber } from './number/practice-number.ts';

/** What a face says of a card in a field, or `null` where the card has nothing to say there. */
export function textOfField(
  field: Exclude<FaceTextField, 'label'>,
  card: CardData,
  programme: CardProgramme,
): string | null {
  switch (field) {
    case 'birthDate':
      return card.birthDate === null ? null : formatBirthDate(card.birthDate);
    case 'issuedOn':
      return formatCardDate(card.issuedOn);
    case 'expiresOn':
      return expiryOf(card);
    case 'veteran':
      return card.veteran === null ? null : 'VETERAN';
    case 'organDonor':
      return card.organDonor === null ? null : 'ORGAN DONOR';
    case 'number':
      return numberOf(card);
    case 'issuer':
    case 'title':
    case 'returnLine':
      return programme[field];
    default:
      return textsOf(card).find((each) => each.field === field)?.text ?? null;
  }
}

function numberOf({ number }: CardData): string | null {
  if (number === '') return null;
  return isPracticeNumber(number) ? formatPracticeNumber(number) : groupCharacters(number);
}

/** Without a birth date the validity is not known yet: the preview says nothing instead of "never". */
function expiryOf(card: CardData): string | null {
  if (card.birthDate === null) return null;
  return card.expiresOn === null ? 'NEVER' : formatCardDate(card.expiresOn);
}
