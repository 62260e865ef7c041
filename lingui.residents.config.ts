import { defineConfig } from '@lingui/conf';
import { residentCatalog, shared } from './lingui.config.ts';
import { residentLanguages } from './shared/residents/language.ts';

/** The residents' catalog alone, in every language that they are spoken to in. */
export default defineConfig({ ...shared, locales: [...residentLanguages], catalogs: [residentCatalog] });
