import { z } from 'zod';
import { issuesOf, type PolicyIssue } from '../programme/policy-issue.ts';
import { err, ok, type Result } from '../result.ts';
import { STAFF_NAME_MAXIMUM, staffNameOf } from '../staff/staff-name.ts';
import { CONFIGURED_FILES, LISTED_FILES, STAFF_FILE } from './provisioning-files.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'takes a SHA-256 in hexadecimal, 64 small characters');

/** A day in the time zone of the policy that comes with it. */
const day = z.iso.date({ error: 'takes a day such as "2026-12-31"' });

/** As hostname(1) prints it, in small letters: it names a folder as well. */
export const hostName = z
  .string()
  .max(253)
  .regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/, 'takes a host name in small letters, such as "counter-017"');

/** On receipts and day sheets, as whoever sets a kiosk up by hand may type it; see `staffNameOf`. */
export const kioskName = z
  .string()
  .max(STAFF_NAME_MAXIMUM)
  .refine((name) => {
    const usable = staffNameOf(name);
    return usable.ok && usable.value === name;
  }, 'takes a name as it is to stand on receipts');

/** A fresh disk knows of no folder that was applied before, so no folder with first staff is good for longer. */
const MOST_DAYS_WITH_STAFF = 90;
const DAY_MILLISECONDS = 86_400_000;

/** How many days lie between two. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;
}

const listedFile = z.strictObject({ name: z.enum(LISTED_FILES), bytes: z.int().min(0), sha256 });

/** `provisioning.json`: whom a provisioning folder is for, until when, and what is in it. */
const manifestSchema = z
  .strictObject({
    format: z.literal(1),
    /** SHA-256 of the 32 bytes of the program's public key. */
    programKey: sha256,
    kiosk: kioskName,
    host: hostName,
    /** Rises with each one for this kiosk. */
    number: z.int().min(1),
    issued: day,
    /** The last day on which it may be applied; with first staff at most 90 days after `issued`. */
    validUntil: day,
    files: z.array(listedFile).max(LISTED_FILES.length),
  })
  .superRefine(({ issued, validUntil, files }, context) => {
    const refuse = (path: readonly (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path: [...path], message });
    if (validUntil < issued) refuse(['validUntil'], 'takes a day that is not before "issued"');
    const names = files.map(({ name }) => name);
    if (names.includes(STAFF_FILE) && daysBetween(issued, validUntil) > MOST_DAYS_WITH_STAFF)
      refuse(
        ['validUntil'],
        `takes a day at most ${MOST_DAYS_WITH_STAFF} days after "issued", because first staff come with it`,
      );
    for (const [index, name] of names.entries())
      if (names.indexOf(name) < index)
        refuse(['files', index, 'name'], 'stands twice: each file is listed once');
    for (const name of CONFIGURED_FILES) if (!names.includes(name)) refuse(['files'], `lacks ${name}`);
  });

/** See `manifestSchema`. Days are texts as `dayText` writes them. */
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** Why a manifest is none: it is of a newer program, or wrong in some places, of which there is at least one. */
export type ManifestFailure =
  | { readonly kind: 'newer-format'; readonly format: number }
  | { readonly kind: 'wrong'; readonly issues: readonly PolicyIssue[] };

const formatOnly = z.object({ format: z.int().min(2) });

/** Reads what the JSON of a manifest says. */
export function parseManifest(value: unknown): Result<Manifest, ManifestFailure> {
  const newer = formatOnly.safeParse(value, { jitless: true });
  if (newer.success) return err({ kind: 'newer-format', format: newer.data.format });
  const parsed = manifestSchema.safeParse(value, { jitless: true });
  return parsed.success ? ok(parsed.data) : err({ kind: 'wrong', issues: issuesOf(parsed.error) });
}
