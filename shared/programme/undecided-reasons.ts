/**
 * Why a kiosk needs each value that a programme may leave undecided, as the end of "Needed because …". By its path, with
 * `*` for a place in a list.
 */
export const undecidedReasons: Readonly<Record<string, string>> = {
  'documents.*.points.*.points': 'the clerk’s screen adds up what each document counts',
  'documents.*.expiredToleranceYears': 'the clerk has to know whether an expired one may be accepted',
  'documents.*.issuedWithinDays': 'the clerk has to know how old one may be',
  'rule.oneDocumentMayProveMany': 'it decides whether a passport alone proves photo and birth date',
  'ageRules.*.rule.oneDocumentMayProveMany':
    'it decides whether a passport alone proves photo and birth date',
  minimumAgeYears: 'the kiosk has to turn away whoever is too young',
  'validity.*.years': 'each card carries the day on which it expires',
  feeCents: 'the clerk has to know what to collect',
  'fees.*.cents': 'the clerk has to know what to collect',
  'routes.*.documents': 'the clerk has to know what to ask for besides the old card',
  'routes.*.documents.oneDocumentMayProveMany':
    'it decides whether a passport alone proves photo and birth date',
  'routes.*.oldCard': 'the clerk has to know whether to take the old card in',
  'denial.review': 'it decides whether a supervisor looks at a refusal before it stands',
  'denial.appeal': 'the slip tells the applicant how to appeal, or that nobody hears an appeal',
  'denial.appeal.withinDays': 'the slip tells the applicant until when to appeal',
  'retention.hours': 'an application that is never finished has to be erased by itself',
  'opening.longestNightHours': 'it tells a long weekend from a clock that is wrong',
};

/** A path with `*` for each place in a list: "documents.*.category". */
export function patternOf(path: readonly (string | number)[]): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
}

/** Why the value at this path is needed. Throws for one that no policy may leave open. */
export function reasonFor(path: readonly (string | number)[]): string {
  const pattern = patternOf(path);
  const reason = undecidedReasons[pattern];
  if (reason === undefined) throw new Error(`no reason is written down for ${pattern}`);
  return reason;
}
