import { undecidedPaths } from '../../shared/programme/complete.ts';
import { documentsFor, evaluateDocuments } from '../../shared/programme/evaluate-documents.ts';
import {
  conditionsInWords,
  listed,
  proofInWords,
  requirementInWords,
  ruleInWords,
} from '../../shared/programme/in-words/rules.ts';
import type { Policy } from '../../shared/programme/policy.ts';
import { ticksOf } from '../../shared/programme/shown-documents.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { readDraft } from './read-draft.ts';

const OLDEST = 125;

/**
 * What these documents mean for an applicant of this age. `docs`: ids of kinds, with commas between them. Code 1: they
 * are not enough.
 */
export function explain(path: string, asked: { readonly age: string; readonly docs: string }): Outcome {
  const draft = readDraft(path);
  if (!draft.ok) return refused(draft.error.join('\n'));
  const { policy } = draft.value;
  const age = Number(asked.age);
  if (!/^\d{1,3}$/.test(asked.age) || age > OLDEST)
    return refused(`--age is a whole number from 0 to ${OLDEST}.`);
  const ids = asked.docs.split(',').filter((id) => id !== '');
  const unknown = ids.filter((id) => !policy.documents.some((kind) => kind.id === id));
  if (unknown.length > 0)
    return refused(
      `The policy has no document ${listed(unknown, 'or')}. It has ${listed(policy.documents.map(({ id }) => id))}.`,
    );
  const forAge = documentsFor(policy, age);
  const nameOf = (id: string) => policy.documents.find((kind) => kind.id === id)?.name.en ?? id;
  const shown = policy.documents.filter(({ id }) => ids.includes(id));
  const seen = evaluateDocuments(forAge, shown.flatMap(ticksOf));
  const words = (requirements: typeof seen.missing) =>
    requirements.map((each) => `  ${requirementInWords(each, policy.categories)}`);
  const tooYoung = policy.minimumAgeYears !== null && age < policy.minimumAgeYears;
  const verdict = tooYoung
    ? `No card at ${age}: the program serves people from ${policy.minimumAgeYears}.`
    : seen.satisfied
      ? 'The documents are enough.'
      : 'The documents are not enough.';
  const lines = [
    `An applicant of ${age} shows ${ruleInWords(forAge.rule, policy.categories)}.`,
    ...(isOpen(policy) ? ['What the policy leaves open counts for nothing here: see policy check.'] : []),
    'Shown:',
    ...(shown.length === 0 ? ['  nothing'] : []),
    ...shown.map((kind) =>
      forAge.documents.includes(kind)
        ? `  ${kind.name.en}: ${conditionsInWords(kind, policy.categories).join('; ')}`
        : `  ${kind.name.en}: does not count at this age`,
    ),
    ...seen.notCounted.map(
      ({ document, needs }) =>
        `  ${nameOf(document)} does not count yet: nothing that counts proves ${proofInWords(needs)}`,
    ),
    ...(seen.proven.length === 0 ? [] : ['Proven:', ...words(seen.proven)]),
    ...(seen.missing.length === 0 ? [] : ['Missing:', ...words(seen.missing)]),
    ...(seen.satisfied ? [] : waysInWords(seen.ways.map((way) => way.map(nameOf).join(' + ')))),
    verdict,
  ];
  const say = lines.join('\n');
  return seen.satisfied && !tooYoung ? done(say) : { code: 1, say };
}

function waysInWords(ways: readonly string[]): readonly string[] {
  if (ways.length === 0) return ['No documents of the policy would be enough at this age.'];
  return ['Shortest ways on, three at most:', ...ways.map((way) => `  ${way}`)];
}

function isOpen(policy: Policy): boolean {
  return undecidedPaths(policy).some(
    ([part]) => part === 'rule' || part === 'ageRules' || part === 'documents',
  );
}
