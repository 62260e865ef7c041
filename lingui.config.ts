import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [{ path: '<rootDir>/renderer/i18n/{locale}', include: ['<rootDir>/renderer'] }],
  // Line numbers would change the catalog with every edit and hide the changes of words in the noise.
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
  compileNamespace: 'ts',
});
