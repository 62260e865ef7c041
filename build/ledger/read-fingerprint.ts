import { err, ok, type Result } from '../../shared/result.ts';
import { withoutSpaces } from '../../shared/without-spaces.ts';

/** The fingerprint of a key as somebody typed it: 32 hex digits without groups. The error goes on behind an option's name. */
export function readFingerprint(given: string): Result<string, string> {
  const digits = withoutSpaces(given).toLowerCase();
  return /^[0-9a-f]{32}$/.test(digits)
    ? ok(digits)
    : err('is the fingerprint of a kiosk’s key: 32 hexadecimal digits, as on the day sheet.');
}
