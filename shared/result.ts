/** The outcome of something that may fail in an expected way. Bugs throw; they are never a `Result`. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** A success. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** An expected failure. */
export function err<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}

/** Passes a failure on, or goes on with the value. */
export async function andThen<Value, Output, Failure>(
  outcome: Promise<Result<Value, Failure>>,
  next: (value: Value) => Promise<Result<Output, Failure>> | Result<Output, Failure>,
): Promise<Result<Output, Failure>> {
  const settled = await outcome;
  return settled.ok ? next(settled.value) : settled;
}

/** Closes an exhaustive switch: a case that the types missed is a bug, so it throws. */
export function unreachable(value: never): never {
  throw new Error(`not a known case: ${JSON.stringify(value)}`);
}
