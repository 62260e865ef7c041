import { t } from '@lingui/core/macro';
import type { FieldName } from '../../../shared/application/fields.ts';
import { unreachable } from '../../../shared/result.ts';

/** What a field is called where the policy in force doesn't ask for it, and so has no label of the city's. */
export function unaskedFieldInWords(field: FieldName): string {
  switch (field) {
    case 'name':
      return t({
        message: 'Name',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'birthDate':
      return t({
        message: 'Birth date',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'gender':
      return t({
        message: 'Gender',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'chosenName':
      return t({
        message: 'Chosen name',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'libraryNumber':
      return t({
        message: 'Library card number',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'emergencyContact':
      return t({
        message: 'Contact in an emergency',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'height':
      return t({
        message: 'Height',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'eyeColor':
      return t({
        message: 'Eye color',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'languages':
      return t({
        message: 'Languages',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'medicalNote':
      return t({
        message: 'Medical note',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'veteran':
      return t({
        message: 'Veteran',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    case 'organDonor':
      return t({
        message: 'Organ donor',
        comment: 'A field of an application that the city’s rules no longer ask.',
      });
    default:
      return unreachable(field);
  }
}
