import type { PolicyMistake } from '../../../shared/contract/policy-acts.ts';
import { unreachable } from '../../../shared/result.ts';
import { visible } from '../../../shared/start/visible.ts';
import type { SignatureFailure } from '../../lib/policy-file/detached-signature.ts';
import type { DocumentFailure } from '../../lib/policy-file/read-document.ts';

/** Nobody reads more on a screen. */
const MOST_MISTAKES = 20;
const MOST_CHARACTERS = 500;

/** What is wrong with a document, as a screen has room for it. */
export function mistakesOf(failure: DocumentFailure): {
  readonly mistakes: PolicyMistake[];
  readonly more: number;
} {
  switch (failure.kind) {
    case 'not-json':
      return { mistakes: [mistakeOf({ ...failure, path: [] })], more: 0 };
    case 'wrong': {
      const mistakes = failure.issues.slice(0, MOST_MISTAKES).map(mistakeOf);
      return { mistakes, more: failure.issues.length - mistakes.length };
    }
    default:
      return unreachable(failure);
  }
}

/** A stick may hold anything: its words are shown as they would be read, and not at any length. */
function mistakeOf(mistake: {
  readonly line: number;
  readonly column: number;
  readonly path: readonly (string | number)[];
  readonly allowed: string;
}): PolicyMistake {
  const { line, column, path, allowed } = mistake;
  return { line, column, at: shown(path.join('.')), allowed: shown(allowed) };
}

/** Words out of a file, as a screen has room for them. */
export function shown(words: string, most = MOST_CHARACTERS): string {
  const seen = visible(words.slice(0, most + 1));
  return seen.length > most ? `${seen.slice(0, most)}…` : seen;
}

/** Why a document does not count as signed, as a screen says it. */
export function whyUnsigned({ kind }: SignatureFailure): 'missing' | 'unreadable' | 'malformed' | 'wrong' {
  switch (kind) {
    case 'missing':
    case 'malformed':
    case 'wrong':
      return kind;
    case 'no-file':
    case 'unreadable':
    case 'too-large':
      return 'unreadable';
    default:
      return unreachable(kind);
  }
}
