import type { KioskKnowledge } from '../../contract/doctor/kiosk-knowledge.ts';
import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, pass, together, warn } from '../finding.ts';

export const policy = declareCheck({
  id: 'policy',
  title: 'The program’s policy',
  why: 'A release goes live only with a policy that its program has signed and that leaves nothing undecided.',
  goLive: { kind: 'stops', whenUnknown: 'stops' },
  remedies: {
    bring:
      'Put the policy, its signature (`.sig`) and `program-key.pem` into the folder of {path}, as the program office made them.',
    read: 'Run `chmod 0644 {path}` as root.',
    correct:
      'Correct the policy at the program office: `npm run policy -- check FILE` names every place. Then sign it again.',
    decide:
      'Have the program office decide each of them: `npm run policy -- check FILE` says where they are and why. Then they sign it again.',
    restart:
      'Restart the kiosk while nobody is served, or put back the policy that is in force: the file counts from the next start.',
    sign: 'Put `{path}.sig` there as the program office made it, together with this policy, both unchanged.',
    key: 'Put the program’s public key there as {key}.',
    // The usual one lies in the package itself, where nobody puts a key.
    demonstration:
      'For a demonstration nothing has to be done. For a policy of your own put it, its signature and `program-key.pem` beside the settings, and name it as `policy-file` in them.',
    protect: 'Run `chown root: {path} && chmod go-w {path}` as root, if it is what the program office made.',
    unlink:
      'Put the file itself in the place of the link {path}: what a link leads to may be changed elsewhere.',
  },
});

/** What the file is. `line`: of the first mistake, or of the first value that the program has left undecided (`null`). */
export type PolicyFileState =
  | {
      readonly kind: 'good';
      readonly program: string;
      readonly version: number;
      /** The SHA-256 of its bytes. */
      readonly hash: string;
    }
  | { readonly kind: 'missing' | 'no-file' | 'too-large' }
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'mistake'; readonly line: number; readonly mistakes: number }
  | { readonly kind: 'undecided'; readonly line: number; readonly values: number };

/** How the file is signed. `no-key`: no public key lies beside it. */
export type SignatureState = 'good' | 'no-key' | 'unusable-key' | 'missing' | 'wrong';

/** A file, or the folder that it lies in, which others than root may change. `reason`: `mode 664`. */
export interface UnprotectedFile {
  readonly path: string;
  readonly reason: string;
  readonly isLink: boolean;
}

export interface PolicyFacts {
  readonly path: string;
  readonly keyPath: string;
  readonly file: PolicyFileState;
  readonly signature: SignatureState;
  /** Which of policy, signature, key and their folder others than root may change. */
  readonly unprotected: readonly UnprotectedFile[];
  readonly isForResidents: boolean;
  /** What the kiosk works by; null: it is not the one that asks. */
  readonly inForce: KioskKnowledge['policy'] | null;
}

export function judgePolicy(facts: PolicyFacts): Finding {
  const { inForce } = facts;
  return inForce?.isInstalled === true
    ? together(judgeInstalled(inForce, facts), judgeProtection(facts))
    : judgeFile(facts);
}

/** The kiosk has checked its signature, at its start as well. The file stays aside, and the key beside it is read at each start. */
function judgeInstalled(
  { program, version }: KioskKnowledge['policy'],
  { path, keyPath, signature }: PolicyFacts,
): Finding {
  if (signature === 'unusable-key')
    return fail(
      `${keyPath} is no public key that this account can read: with it no kiosk starts.`,
      remedy(policy.remedies.key, { key: keyPath }),
    );
  return pass(
    `Version ${version} of ${program} is in force, which a supervisor installed with its signature. ${path} is not used.`,
  );
}

function judgeFile(facts: PolicyFacts): Finding {
  const { path, keyPath, file, signature, isForResidents, inForce } = facts;
  const bring = remedy(policy.remedies.bring, { path });
  switch (file.kind) {
    case 'missing':
      return fail(`There is no ${path}.`, bring);
    case 'no-file':
    case 'too-large':
      return fail(`${path} is no policy: it is ${file.kind === 'no-file' ? 'no file' : 'too large'}.`, bring);
    case 'unreadable':
      return fail(`${path} can’t be read (${file.code}).`, remedy(policy.remedies.read, { path }));
    case 'mistake': {
      const more = file.mistakes > 1 ? `, and ${file.mistakes - 1} more` : '';
      return fail(`${path} has a mistake in line ${file.line}${more}.`, policy.remedies.correct);
    }
    case 'undecided': {
      const what = file.values === 1 ? 'a value' : `${file.values} values`;
      return fail(
        `${path} leaves ${what} undecided, the first in line ${file.line}: no kiosk starts with it.`,
        policy.remedies.decide,
      );
    }
    case 'good':
      return together(
        judgeSignature(`Version ${file.version} of ${file.program}`),
        judgeProtection(facts),
        ...(inForce === null || inForce.hash === file.hash ? [] : [changedSince(inForce)]),
      );
  }

  function changedSince({ program, version }: KioskKnowledge['policy']): Finding {
    return warn(
      `Version ${version} of ${program} is in force, as ${path} had it when the kiosk started; it was changed since.`,
      policy.remedies.restart,
    );
  }

  function judgeSignature(which: string): Finding {
    const todo = [
      signature === 'no-key' || signature === 'unusable-key'
        ? remedy(policy.remedies.key, { key: keyPath })
        : remedy(policy.remedies.sign, { path }),
    ] as const;
    switch (signature) {
      case 'good':
        return pass(
          inForce === null
            ? `${which} is signed by the key beside it. A supervisor may have installed a later one since; only the kiosk sees that.`
            : `${which} is in force, and signed by the key beside it.`,
        );
      case 'no-key':
        return isForResidents
          ? fail(`${which} has no program key beside it.`, ...todo)
          : warn(`${which} is not signed, as is usual for a demonstration.`, policy.remedies.demonstration);
      case 'unusable-key':
        return fail(`${keyPath} is no public key that this account can read.`, ...todo);
      case 'missing':
        return fail(`${which} is not signed, although a key lies beside it.`, ...todo);
      case 'wrong':
        return fail(`The signature beside the policy is not of this file by this key.`, ...todo);
    }
  }
}

/** Whoever changes the key may sign a policy of their own: the signature shows nothing then. */
function judgeProtection({ unprotected, isForResidents }: PolicyFacts): Finding {
  const [first, ...others] = unprotected;
  if (first === undefined) return pass('Only root may change it.');
  const more = others.length === 0 ? '' : `, and so can ${others.length} more beside it`;
  const found = `${first.path} can be changed by others than root (${first.reason})${more}.`;
  const todo = ({ path, isLink }: UnprotectedFile): string =>
    isLink ? remedy(policy.remedies.unlink, { path }) : remedy(policy.remedies.protect, { path });
  return isForResidents
    ? fail(found, todo(first), ...others.map(todo))
    : warn(found, todo(first), ...others.map(todo));
}
