import type { z } from 'zod';
import { reasonFor } from './undecided-reasons.ts';

/** What is wrong at one place of a policy. */
export interface PolicyIssue {
  /** Keys and places (from 0) from the top: documents, 3, category. Empty: the document itself. */
  readonly path: readonly (string | number)[];
  /** zod's code, or one of our contradictions, or `undecided`. */
  readonly code: string;
  /** What may stand there, as the end of "This …": "takes one of \"harbor\", \"quay\"". */
  readonly allowed: string;
}

/** The word for a value that the programme has left open. */
export const UNDECIDED = 'undecided';

/** What our own rules ask for, by the word they refuse with. */
const RULES: Readonly<Record<string, string>> = {
  'duplicate-id': 'stands twice: each id names one entry',
  'field-is-required': 'takes the fields "name" and "birthDate" as "required": no card is without them',
  'order-of-no-date': 'is no key that this field has: only a date has parts',
  'choices-of-no-list': 'stands at a field that is written freely: gender and eye color may have a list',
  'choice-too-long': 'takes a text that the field has room for',
  'mark-is-required': 'takes "optional" or "off": a mark is for whoever wants it',
  'no-room-on-card':
    'takes "off": it has one place on the card together with another field that is asked for',
  'barcode-of-no-field':
    'names a field that the policy does not ask for: ask for it, or write "barcode": "none"',
  'unknown-category': 'names a category that is not among the "categories" of the policy',
  'translation-missing': 'lacks a language that the policy promises',
  'points-missing': 'is missing: under the points rule each document says its points ([] for none)',
  'bands-do-not-start-at-zero': 'takes 0: the first band of the validity begins at birth',
  'bands-do-not-ascend': 'takes a higher age than the band before',
  'ages-are-none': 'takes a "to" that is not below its "from"',
  'route-not-offered': 'names a way to a card that is in the "routes"',
  'route-asks-nothing':
    'takes "none" only where the old card is "taken-in": somebody would get a card for nothing',
  'ages-overlap': 'takes ages that no other of the "ageRules" has: for each age there is one rule',
  'rule-cannot-be-satisfied': 'asks for more than all documents of the policy prove together',
  'unknown-time-zone': 'takes a time zone of the IANA database, such as "America/New_York"',
  'not-a-language': 'takes languages as BCP 47 tags them, such as "es" or "zh-Hans"',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
};

/** Every issue with its path, in our own words: a library's change with its versions. */
export function issuesOf(error: z.ZodError): readonly PolicyIssue[] {
  return error.issues.map((issue) => ({
    path: pathOf(issue),
    code: issue.code === 'custom' ? issue.message : issue.code,
    allowed: allowedBy(issue),
  }));
}

/** Of a key that nobody knows its own path, and not that of the object that it stands in. */
function pathOf(issue: z.core.$ZodIssue): PolicyIssue['path'] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  return issue.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path;
}

function allowedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const takes = issue.message.startsWith('takes')
        ? issue.message
        : `takes ${TYPES[issue.expected] ?? issue.expected}`;
      return issue.input === undefined && issue.message.includes('undefined')
        ? `is missing: ${takes}`
        : takes;
    }
    case 'invalid_value':
      return `takes ${oneOf(issue.values)}`;
    case 'unrecognized_keys':
      return `is no key that is known there${issue.keys.length > 1 ? `, nor ${oneOf(issue.keys.slice(1))}` : ''}`;
    case 'too_small':
      return `takes at least ${sized(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `takes at most ${sized(issue.maximum, issue.origin)}`;
    case 'invalid_union':
      return issue.message.startsWith('takes') ? issue.message : 'takes another shape: see docs/policy.md';
    case 'custom':
      return issue.message === UNDECIDED
        ? `is not decided (null), and needed because ${reasonFor(pathOf(issue))}`
        : (RULES[issue.message] ?? issue.message) + aboutOf(issue);
    // The schemas say these themselves.
    default:
      return issue.message;
  }
}

/** What a contradiction is about: which id, which age. */
function aboutOf({ params }: z.core.$ZodIssueCustom): string {
  const about: unknown = params?.about;
  return typeof about === 'string' ? ` (${about})` : '';
}

function oneOf(values: readonly unknown[]): string {
  const said = values.map((value) => JSON.stringify(value) ?? String(value));
  return said.length < 2 ? said.join() : `${said.slice(0, -1).join(', ')} or ${said.at(-1)}`;
}

function sized(limit: number | bigint, origin: string): string {
  if (origin === 'string') return `${limit} characters`;
  return origin === 'array' ? `${limit} entries` : String(limit);
}
