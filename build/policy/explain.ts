import { documentsFor, evaluateDocuments } from '../../shared/programme/evaluate-documents.ts';
import { ticksOf } from '../../shared/programme/shown-documents.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { demandsInWords, listed, proofInWords, requirementInWords, ruleInWords } from './in-words.ts';
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
  if (!Number.isInteger(age) || age < 0 || age > OLDEST)
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
  const lines = [
    `An applicant of ${age} shows ${ruleInWords(forAge.rule, policy.categories)}.`,
    ...(tooYoung ? [`Too young: the program serves people from ${policy.minimumAgeYears}.`] : []),
    'Shown:',
    ...(shown.length === 0 ? ['  nothing'] : []),
    ...shown.map((kind) =>
      forAge.documents.includes(kind)
        ? `  ${kind.name.en}: ${demandsInWords(kind, policy.categories).join('; ')}`
        : `  ${kind.name.en}: does not count at this age`,
    ),
    ...seen.notCounted.map(
      ({ document, needs }) =>
        `  ${nameOf(document)} does not count yet: nothing else proves ${proofInWords(needs)}`,
    ),
    ...(seen.proven.length === 0 ? [] : ['Proven:', ...words(seen.proven)]),
    ...(seen.missing.length === 0 ? [] : ['Missing:', ...words(seen.missing)]),
    ...(seen.satisfied
      ? []
      : ['Shortest ways:', ...seen.ways.map((way) => `  ${way.map(nameOf).join(' + ')}`)]),
    seen.satisfied ? 'The documents are enough.' : 'The documents are not enough.',
  ];
  const say = lines.join('\n');
  return seen.satisfied && !tooYoung ? done(say) : { code: 1, say };
}
