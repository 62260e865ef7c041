/** What a check answers, from light to heavy. `not-run`: it can't be known on this computer, which is never a pass. */
export const verdicts = ['pass', 'not-run', 'warn', 'fail'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * What one check found on this computer.
 *
 * `found`: a short sentence or two for IT, without secrets and without anything of a person. `remedies`: each a command, or a
 * line to put into a named file.
 */
export type Finding =
  | { readonly verdict: 'pass' | 'not-run'; readonly found: string }
  | { readonly verdict: 'warn' | 'fail'; readonly found: string; readonly remedies: Remedies };

type Remedies = readonly [string, ...string[]];

export function pass(found: string): Finding {
  return { verdict: 'pass', found };
}

export function notRun(found: string): Finding {
  return { verdict: 'not-run', found };
}

export function warn(found: string, ...remedies: Remedies): Finding {
  return { verdict: 'warn', found, remedies };
}

export function fail(found: string, ...remedies: Remedies): Finding {
  return { verdict: 'fail', found, remedies };
}

/**
 * Several findings of one check as one: it is as good as the worst of them. Where something is wrong, what is in order is not
 * told beside it.
 */
export function together(first: Finding, ...others: readonly Finding[]): Finding {
  const all = [first, ...others];
  const worst = all.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  const told = worst.verdict === 'pass' ? all : all.filter(({ verdict }) => verdict !== 'pass');
  const found = told.map((one) => one.found).join(' ');
  if (worst.verdict === 'pass' || worst.verdict === 'not-run') return { verdict: worst.verdict, found };
  const remedies = all.flatMap((one) => ('remedies' in one ? one.remedies : []));
  const [one = '', ...more] = [...new Set(remedies)];
  return { verdict: worst.verdict, found, remedies: [one, ...more] };
}

function weight({ verdict }: Finding): number {
  return verdicts.indexOf(verdict);
}
