import type { KioskStatus } from '../contract/status.ts';
import type { CompletePolicy } from '../programme/complete.ts';
import { confirmedCatalogs } from './confirmed-catalogs.ts';
import type { ResidentLanguage } from './language.ts';
import { residentRules } from './resident-rules.ts';

/** Languages whose legal notices need no confirmation by a native speaker any more. The others were made from English. */
export const confirmedNotices: readonly ResidentLanguage[] = [
  'en',
  ...confirmedCatalogs.map(({ language }) => language),
];

/**
 * The languages that residents may choose here, in their order. In a release one whose legal notices nobody has confirmed
 * is not among them, unless a supervisor has accepted it by name.
 */
export function offeredLanguages(
  policy: Pick<CompletePolicy, 'residents'>,
  { build, residents }: Pick<KioskStatus, 'build' | 'residents'>,
): readonly ResidentLanguage[] {
  const isTaken = (language: ResidentLanguage): boolean =>
    build !== 'release' ||
    confirmedNotices.includes(language) ||
    residents.acceptedNotices.includes(language);
  return residentRules(policy).languages.filter(isTaken);
}
