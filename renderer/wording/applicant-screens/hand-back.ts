import { plural, t } from '@lingui/core/macro';

/** What the clerk is told when an application comes back from an applicant. `missing`: fields, as the programme calls them. */
export function handBackInWords(missing: readonly string[]): string {
  if (missing.length === 0) {
    return t({
      message: 'The applicant answered everything. Continue with this step.',
      comment: 'Status line on a clerk’s step, after the applicant typed the card details alone.',
    });
  }
  const names = missing.join(' · ');
  const fields = missing.length;
  return t({
    message: plural(fields, {
      one: `The applicant isn’t finished. One field needs attention: ${names}.`,
      other: `The applicant isn’t finished. # fields need attention: ${names}.`,
    }),
    comment:
      'Status line on a clerk’s step, after the applicant typed the card details alone. {names} lists fields, separated by dots.',
  });
}
