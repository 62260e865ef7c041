import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';
import { residentFiles } from './build/words/resident-files.ts';

export const shared = {
  sourceLocale: 'en',
  // Line numbers would change the catalog with every edit and hide the changes of words in the noise.
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
  compileNamespace: 'ts',
} as const;

/** The texts that residents read: their English is in both catalogs. */
export const residentCatalog = {
  path: '<rootDir>/renderer/i18n/residents/{locale}',
  include: residentFiles().map((path) => `<rootDir>/${path}`),
};

export const staffCatalog = { path: '<rootDir>/renderer/i18n/{locale}', include: ['<rootDir>/renderer'] };

/** The screen of staff speaks English. The residents' other languages: lingui.residents.config.ts. */
export default defineConfig({
  ...shared,
  locales: ['en'],
  catalogs: [staffCatalog, residentCatalog],
});
