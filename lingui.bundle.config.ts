import { defineConfig } from '@lingui/conf';
import { residentCatalog, shared, staffCatalog } from './lingui.config.ts';
import { residentLanguages } from './shared/residents/language.ts';

/**
 * What pages are bundled with: both catalogs, in whatever language one is there. A catalog in a language that a
 * configuration does not name is read as English, silently.
 */
export default defineConfig({
  ...shared,
  locales: [...residentLanguages],
  catalogs: [staffCatalog, residentCatalog],
});
