import { t } from '@lingui/core/macro';
import type { AnswerField } from '../../shared/application/answers.ts';
import { unreachable } from '../../shared/result.ts';

/** The label of an answer, as it stands at its field and in the list of what is still open. */
export function fieldInWords(field: AnswerField): string {
  switch (field) {
    case 'name':
      return t`Name on the card`;
    case 'chosenName':
      return t`Chosen name`;
    case 'birthDay':
      return t`Day`;
    case 'birthMonth':
      return t`Month`;
    case 'birthYear':
      return t`Year`;
    case 'gender':
      return t`Gender`;
    case 'emergencyName':
      return t`Contact’s name`;
    case 'emergencyPhone':
      return t`Contact’s phone`;
    case 'libraryNumber':
      return t`Library number`;
    default:
      return unreachable(field);
  }
}

/** The same, for places where the label alone does not say enough: "Day" of what? */
export function fieldInFull(field: AnswerField): string {
  const label = fieldInWords(field);
  return field === 'birthDay' || field === 'birthMonth' || field === 'birthYear'
    ? t`Birth date, ${label}`
    : label;
}
