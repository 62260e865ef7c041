import { z } from 'zod';
import { staffRole } from '../contract/status.ts';
import { issuesOf, type PolicyIssue } from '../programme/policy-issue.ts';
import { err, ok, type Result } from '../result.ts';
import { NEEDED_STRENGTH } from '../staff/passphrase.ts';
import { STAFF_NAME_MAXIMUM, staffNameKey, staffNameOf } from '../staff/staff-name.ts';

/** Acts of two people need two supervisors, and nobody can make the second one alone. */
export const LEAST_SUPERVISORS = 2;

const member = z
  .strictObject({
    name: z.string().max(STAFF_NAME_MAXIMUM),
    role: staffRole,
    /** Known to whoever made the file, so it opens nothing but the screen on which another one is chosen. */
    firstPassphrase: z.string().max(200),
  })
  .readonly();

/** `staff.json`: who works at a kiosk at first. */
const rosterSchema = z
  .strictObject({ format: z.literal(1), staff: z.array(member).min(1).max(100) })
  .readonly();

export type Roster = z.infer<typeof rosterSchema>;

/** Why nobody can be made staff of a roster. `place`: from 1, in the order of the file. */
export type RosterFault =
  | { readonly kind: 'unusable-name'; readonly place: number }
  | { readonly kind: 'name-twice'; readonly place: number; readonly name: string }
  | { readonly kind: 'weak-passphrase'; readonly place: number; readonly name: string }
  | { readonly kind: 'too-few-supervisors'; readonly found: number };

/** Reads what the JSON of a roster says. */
export function parseRoster(value: unknown): Result<Roster, readonly PolicyIssue[]> {
  const parsed = rosterSchema.safeParse(value, { jitless: true });
  return parsed.success ? ok(parsed.data) : err(issuesOf(parsed.error));
}

/**
 * Everything that keeps a roster from being taken, by the same rules as for whoever is added at a kiosk; none: it can be.
 * The dictionaries of the passphrases are loaded with it.
 */
export async function faultsOfRoster({ staff }: Roster, kiosk: string): Promise<readonly RosterFault[]> {
  const { passphraseStrength } = await import('../staff/passphrase-strength.ts');
  const keys = staff.map(({ name }) => staffNameKey(name));
  const faults = staff.flatMap(({ name, firstPassphrase }, index): readonly RosterFault[] => {
    const place = index + 1;
    if (!staffNameOf(name).ok) return [{ kind: 'unusable-name', place }];
    if (keys.indexOf(staffNameKey(name)) < index) return [{ kind: 'name-twice', place, name }];
    return passphraseStrength(firstPassphrase, [name, kiosk]) < NEEDED_STRENGTH
      ? [{ kind: 'weak-passphrase', place, name }]
      : [];
  });
  const found = staff.filter(({ role }) => role === 'supervisor').length;
  return found < LEAST_SUPERVISORS ? [...faults, { kind: 'too-few-supervisors', found }] : faults;
}
