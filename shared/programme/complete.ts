import type { Policy } from './policy.ts';

/** The same shape with every undecided value decided. */
type Decided<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Decided<Value[Key]> }
  : Exclude<Value, null>;

/** A policy without an undecided value: the only kind under which a card can be made. */
export type CompletePolicy = Decided<Policy>;

/** Entries of a list go by their id where they have one: "documents.foreign-passport" finds its line. */
function nameOf(entry: unknown, index: string): string {
  if (typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string') {
    return entry.id;
  }
  return index;
}

function collect(value: unknown, path: string): readonly string[] {
  if (value === null) {
    return [path];
  }
  if (typeof value !== 'object') {
    return [];
  }
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, entry]: readonly [string, unknown]) => {
    const step = isList ? nameOf(entry, key) : key;
    return collect(entry, path === '' ? step : `${path}.${step}`);
  });
}

/**
 * The paths of all values that the programme has not decided (`null`), such as "validity.1.years" or
 * "documents.foreign-passport.expiredToleranceYears". While there is one, the kiosk refuses to go live,
 * and the set-up screen lists them.
 */
export function undecidedPaths(policy: Policy): readonly string[] {
  return collect(policy, '');
}

/** Whether the programme has decided everything; narrows the type for those who make cards. */
export function isComplete(policy: Policy): policy is CompletePolicy {
  return undecidedPaths(policy).length === 0;
}
