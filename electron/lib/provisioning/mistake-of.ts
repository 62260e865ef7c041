import type { DocumentFailure } from '../policy-file/read-document.ts';

/** The first mistake of a document, in the words of a refusal. */
export function mistakeOf(failure: DocumentFailure): {
  readonly where: string;
  readonly allowed: string;
  readonly more: number;
} {
  if (failure.kind === 'not-json')
    return { where: `line ${failure.line}`, allowed: failure.allowed, more: 0 };
  const [first, ...others] = failure.issues;
  if (first === undefined) throw new Error('a document is wrong, and nothing in it');
  const at = first.path.join('.');
  return {
    where: at === '' ? `line ${first.line}` : `line ${first.line}, ${at}`,
    allowed: first.allowed,
    more: others.length,
  };
}
