import { confirmedCatalogs } from '../../shared/residents/confirmed-catalogs.ts';
import { residentLanguages } from '../../shared/residents/language.ts';
import { readResidentTexts, versionOf } from './resident-catalogs.ts';

/** The end of `npm run words`: what residents read in each language with its version, and who has confirmed it. */
for (const language of residentLanguages) {
  if (language === 'en') continue;
  const version = versionOf(await readResidentTexts(language));
  const confirmed = confirmedCatalogs.find((each) => each.language === language && each.version === version);
  const state =
    confirmed === undefined ? 'drafted, not confirmed' : `confirmed by ${confirmed.by}, ${confirmed.on}`;
  process.stdout.write(`${language.padEnd(8)} ${version}  ${state}\n`);
}
