import type { ResidentLanguage } from './language.ts';

/**
 * Somebody whose first language it is has read every text of a catalog and of the slips beside its English, and found it
 * right. What a city's policy says is not among them.
 */
export interface ConfirmedCatalog {
  readonly language: Exclude<ResidentLanguage, 'en'>;
  /** Of the texts that they read, as `npm run words` prints it: any later change of one takes the confirmation away. */
  readonly version: string;
  /** Whoever answers for it. */
  readonly by: string;
  /** 2026-11-25. */
  readonly on: string;
}

/** None yet: every catalog was drafted, and no native speaker has confirmed it (docs/translations.md). */
export const confirmedCatalogs: readonly ConfirmedCatalog[] = [];

/** The languages of these catalogs. */
export const confirmedLanguages: readonly ResidentLanguage[] = confirmedCatalogs.map(
  ({ language }) => language,
);
