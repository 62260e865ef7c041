import type { KioskStatus } from '../contract/status.ts';
import type { CompletePolicy } from '../programme/complete.ts';
import type { ResidentLanguage } from './language.ts';
import { residentRules } from './resident-rules.ts';

/**
 * Whether a native speaker has confirmed what the program itself says in a language. English is what the others were made from.
 * `confirmed`: the languages in which one has.
 */
export function isConfirmed(language: ResidentLanguage, confirmed: readonly ResidentLanguage[]): boolean {
  return language === 'en' || confirmed.includes(language);
}

/**
 * Whether somebody must answer by name for the legal notices in a language before a release offers it. Notices that the city
 * wrote are in the policy: whoever confirmed the program's texts has not read them.
 */
export function needsAcceptance(
  language: ResidentLanguage,
  { notices }: Pick<CompletePolicy, 'notices'>,
  confirmed: readonly ResidentLanguage[],
): boolean {
  return language !== 'en' && (notices !== undefined || !isConfirmed(language, confirmed));
}

/**
 * The languages that residents may choose here, in their order. In a release one whose legal notices nobody has confirmed
 * is not among them, unless a supervisor has accepted it by name.
 */
export function offeredLanguages(
  policy: Pick<CompletePolicy, 'residents' | 'notices'>,
  { build, residents }: Pick<KioskStatus, 'build' | 'residents'>,
): readonly ResidentLanguage[] {
  const { acceptedNotices, confirmedLanguages } = residents;
  const isTaken = (language: ResidentLanguage): boolean =>
    build !== 'release' ||
    !needsAcceptance(language, policy, confirmedLanguages) ||
    acceptedNotices.includes(language);
  return residentRules(policy).languages.filter(isTaken);
}
