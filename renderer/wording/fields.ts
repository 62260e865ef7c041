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
      return t`Birth day`;
    case 'birthMonth':
      return t`Month`;
    case 'birthYear':
      return t`Year`;
    case 'gender':
      return t`Gender`;
    case 'emergencyName':
      return t`Emergency contact: name`;
    case 'emergencyPhone':
      return t`Emergency contact: phone`;
    case 'libraryNumber':
      return t`Library number`;
    default:
      return unreachable(field);
  }
}

/** The same, for places where the label alone does not say enough: "Month" of what? */
export function fieldInFull(field: AnswerField): string {
  switch (field) {
    case 'birthMonth':
      return t`Birth month`;
    case 'birthYear':
      return t`Birth year`;
    default:
      return fieldInWords(field);
  }
}
