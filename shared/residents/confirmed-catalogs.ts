import type { ResidentLanguage } from './language.ts';

/** Somebody whose first language it is has read every text of a catalog beside its English, and found it right. */
export interface ConfirmedCatalog {
  readonly language: Exclude<ResidentLanguage, 'en'>;
  /** Of the catalog that they read, as `npm run words` prints it: any later change of a text takes the confirmation away. */
  readonly version: string;
  /** Whoever answers for it. */
  readonly by: string;
  /** 2026-11-25. */
  readonly on: string;
}

/** None yet: every catalog was drafted, and no native speaker has confirmed it (docs/translations.md). */
export const confirmedCatalogs: readonly ConfirmedCatalog[] = [];
