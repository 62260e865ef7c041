import { readFileSync } from 'node:fs';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { shippedPolicy } from '../programmes/shipped-policy.ts';
import type { ResidentText } from './resident-text.ts';

/** What only staff read of a policy: how they sort documents, and why a fee is waived or an application denied, in a list. */
const FOR_STAFF = /^policy\.(?:categories|waivers)\.|^policy\.denial\.reasons\.\d+\.name$/;

interface InLanguages {
  readonly en: string;
  readonly [language: string]: string;
}

function isInLanguages(value: object): value is InLanguages {
  return 'en' in value && Object.values(value).every((each) => typeof each === 'string');
}

function collect(place: string, value: unknown): readonly (readonly [place: string, said: InLanguages])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isInLanguages(value)) return [[place, value]];
  return Object.entries(value).flatMap(([name, each]) => collect(`${place}.${name}`, each));
}

/** What residents read of the policy that is shipped, in a language, with its place there: "policy.fields.0.label". */
export function policyTexts(language: ResidentLanguage): readonly ResidentText[] {
  const policy: unknown = JSON.parse(readFileSync(shippedPolicy, 'utf8'));
  return collect('policy', policy)
    .filter(([id]) => !FOR_STAFF.test(id))
    .map(([id, said]) => ({ id, english: said.en, translation: said[language] ?? '' }));
}

/** Names on the signs and papers of the shipped city: in Latin letters in every language. */
const CITY_NAMES = /\b(?:Harbor City|City Clerk|City Hall|Quay Street)\b/g;

/** A text without these names: "Harbor City" is translated nowhere, and "city" is. */
export function withoutCityNames(text: string): string {
  return text.replace(CITY_NAMES, '');
}
