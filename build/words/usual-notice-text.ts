import { USUAL_NOTICE } from '../../shared/orders/usual-notice.ts';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import type { ResidentText } from './resident-text.ts';

/** What residents read while intake is suspended, where nobody writes something better. */
export function usualNoticeText(language: ResidentLanguage): ResidentText {
  return { id: 'suspension.notice', english: USUAL_NOTICE.en, translation: USUAL_NOTICE[language] };
}
