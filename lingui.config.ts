import { defineConfig } from '@lingui/conf';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [{ path: '<rootDir>/renderer/i18n/{locale}', include: ['<rootDir>/renderer'] }],
  // Line numbers would change the catalog with every edit and hide the changes of words in the noise.
  orderBy: 'message',
  compileNamespace: 'ts',
});
