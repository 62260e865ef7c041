import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, pass, warn } from '../finding.ts';

export const policy = declareCheck({
  id: 'policy',
  title: 'The program’s policy',
  why: 'A release goes live only with a policy that its program has signed and that leaves nothing undecided.',
  goLive: { kind: 'stops' },
  remedies: {
    bring:
      'Put the policy, its signature (`.sig`) and `program-key.pem` into the folder of {path}, as the program office made them.',
    read: 'Run `chmod 0644 {path}` as root.',
    correct:
      'Correct the policy at the program office: `npm run policy -- check FILE` names every place. Then sign it again.',
    sign: 'Put `{path}.sig` there as the program office made it, together with this policy, both unchanged.',
    key: 'Put the program’s public key there as {key}.',
  },
});

/** What the file is. `line`: of the first mistake. */
export type PolicyFileState =
  | { readonly kind: 'good'; readonly program: string; readonly version: number }
  | { readonly kind: 'missing' | 'no-file' | 'too-large' }
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'mistake'; readonly line: number; readonly mistakes: number };

/** How the file is signed. `no-key`: no public key lies beside it. */
export type SignatureState = 'good' | 'no-key' | 'unusable-key' | 'missing' | 'wrong';

export interface PolicyFacts {
  readonly path: string;
  readonly keyPath: string;
  readonly file: PolicyFileState;
  readonly signature: SignatureState;
  readonly isForResidents: boolean;
}

export function judgePolicy({ path, keyPath, file, signature, isForResidents }: PolicyFacts): Finding {
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
    case 'good':
      return judgeSignature(`Version ${file.version} of ${file.program}`);
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
          `${which} is signed by the key beside it. A supervisor may have installed a later one since; only the kiosk sees that.`,
        );
      case 'no-key':
        return isForResidents
          ? fail(`${which} has no program key beside it.`, ...todo)
          : warn(`${which} is not signed, as is usual for a demonstration.`, ...todo);
      case 'unusable-key':
        return fail(`${keyPath} is no public key that this account can read.`, ...todo);
      case 'missing':
        return fail(`${which} is not signed, although a key lies beside it.`, ...todo);
      case 'wrong':
        return fail(`The signature beside the policy is not of this file by this key.`, ...todo);
    }
  }
}
