import { counted } from '../../shared/programme/in-words/rules.ts';
import { done, type Outcome } from '../outcome.ts';
import { readDraft } from './read-draft.ts';

/** Whether a file is a policy, and complete. Code 1: it has a mistake, or something that is not decided. */
export function check(path: string): Outcome {
  const draft = readDraft(path);
  if (!draft.ok) {
    const { length } = draft.error;
    return {
      code: 1,
      say: [...draft.error, `${path}: ${counted(length, 'mistake')}. No kiosk takes it.`].join('\n'),
    };
  }
  const { policy, undecided } = draft.value;
  const name = `${policy.id}, version ${policy.version}`;
  if (undecided.length === 0) return done(`${path}: ${name}. It is complete: a kiosk can work by it.`);
  return {
    code: 1,
    say: [
      ...undecided,
      `${path}: ${name}. ${counted(undecided.length, 'value')} not decided: no kiosk goes live with it.`,
    ].join('\n'),
  };
}
