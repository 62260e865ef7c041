import { inFull } from '../../shared/programme/in-words/change-lines.ts';
import { changesBetween } from '../../shared/programme/in-words/changes.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { readDraft } from './read-draft.ts';

/** What a new policy changes, in sentences for whoever decides on it. Code 0 also where nothing is changed. */
export function diff(oldPath: string, newPath: string): Outcome {
  const [before, after] = [readDraft(oldPath), readDraft(newPath)];
  if (!before.ok) return refused(before.error.join('\n'));
  if (!after.ok) return refused(after.error.join('\n'));
  const changes = changesBetween(before.value.policy, after.value.policy);
  return done(changes.length === 0 ? 'The two policies say the same.' : changes.map(inFull).join('\n'));
}
