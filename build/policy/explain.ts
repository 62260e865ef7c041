import type { Route } from '../../shared/application/route.ts';
import { undecidedPaths } from '../../shared/programme/complete.ts';
import {
  type DocumentsFor,
  documentsFor,
  evaluateDocuments,
} from '../../shared/programme/documents/evaluate-documents.ts';
import { OLD_CARD_TAKEN_IN, ticksOf } from '../../shared/programme/documents/shown-documents.ts';
import { currencyOf, feeFor } from '../../shared/programme/fee.ts';
import {
  amountInWords,
  conditionsInWords,
  listed,
  proofInWords,
  requirementInWords,
  ruleInWords,
} from '../../shared/programme/in-words/rules.ts';
import type { Policy } from '../../shared/programme/policy.ts';
import { offeredRoutes } from '../../shared/programme/routes.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { readDraft } from './read-draft.ts';

const OLDEST = 125;

/** The old card, among the documents of an explanation. */
const OLD_CARD = 'old-card';

/** What is asked about: ages and routes as they were typed. */
interface Asked {
  readonly age: string;
  readonly docs: string;
  /** Missing: a first card. */
  readonly route?: string;
}

/**
 * What these documents mean for an applicant of this age on this route, and what the card costs. `docs`: ids of kinds,
 * with commas between them; `old-card` for the old card. Code 1: they are not enough.
 */
export function explain(path: string, asked: Asked): Outcome {
  const draft = readDraft(path);
  if (!draft.ok) return refused(draft.error.join('\n'));
  const { policy } = draft.value;
  const age = Number(asked.age);
  if (!/^\d{1,3}$/.test(asked.age) || age > OLDEST)
    return refused(`--age is a whole number from 0 to ${OLDEST}.`);
  const route = offeredRoutes(policy).find((each) => each === (asked.route ?? 'first'));
  if (route === undefined)
    return refused(`--route is one of the policy’s: ${listed(offeredRoutes(policy), 'or')}.`);
  const ids = asked.docs.split(',').filter((id) => id !== '');
  const unknown = ids.filter((id) => id !== OLD_CARD && !policy.documents.some((kind) => kind.id === id));
  if (unknown.length > 0)
    return refused(
      `The policy has no document ${listed(unknown, 'or')}. It has ${listed(policy.documents.map(({ id }) => id))}.`,
    );
  const forAge = documentsFor(policy, age, route);
  const nameOf = (id: string) => policy.documents.find((kind) => kind.id === id)?.name.en ?? id;
  const shown = policy.documents.filter(({ id }) => ids.includes(id));
  const seen = evaluateDocuments(forAge, [
    ...shown.flatMap(ticksOf),
    ...(ids.includes(OLD_CARD) ? [OLD_CARD_TAKEN_IN] : []),
  ]);
  const words = (requirements: typeof seen.missing) =>
    requirements.map((each) => `  ${requirementInWords(each, policy.categories)}`);
  const oldCard = seen.oldCard === 'missing' ? ['Old card'] : [];
  const tooYoung = policy.minimumAgeYears !== null && age < policy.minimumAgeYears;
  const verdict = tooYoung
    ? `No card at ${age}: the program serves people from ${policy.minimumAgeYears}.`
    : seen.satisfied
      ? 'The documents are enough.'
      : 'The documents are not enough.';
  const lines = [
    `An applicant of ${age} shows ${askedInWords(forAge, policy)}.`,
    feeInWords(policy, route, age),
    ...(isOpen(policy) ? ['What the policy leaves open counts for nothing here: see policy check.'] : []),
    'Shown:',
    ...(ids.length === 0 ? ['  nothing'] : []),
    ...(ids.includes(OLD_CARD) ? ['  Old card'] : []),
    ...shown.map((kind) =>
      forAge.documents.includes(kind)
        ? `  ${kind.name.en}: ${conditionsInWords(kind, policy.categories).join('; ')}`
        : `  ${kind.name.en}: does not count at this age, or for this kind of card`,
    ),
    ...seen.notCounted.map(
      ({ document, needs }) =>
        `  ${nameOf(document)} does not count yet: nothing that counts proves ${proofInWords(needs)}`,
    ),
    ...(seen.proven.length === 0 ? [] : ['Proven:', ...words(seen.proven)]),
    ...(seen.satisfied ? [] : ['Missing:', ...oldCard.map((name) => `  ${name}`), ...words(seen.missing)]),
    ...(seen.satisfied
      ? []
      : waysInWords(seen.ways.map((way) => [...oldCard, ...way.map(nameOf)].join(' + ')))),
    verdict,
  ];
  const say = lines.join('\n');
  return seen.satisfied && !tooYoung ? done(say) : { code: 1, say };
}

function askedInWords({ rule, documents, takesOldCardIn }: DocumentsFor, { categories }: Policy): string {
  const oldCard = takesOldCardIn === true ? ['the old card'] : [];
  // A route whose old card says enough lists no documents.
  return listed([...oldCard, ...(documents.length === 0 ? [] : [ruleInWords(rule, categories)])]);
}

function feeInWords(policy: Policy, route: Route, age: number): string {
  const cents = feeFor(policy, route, age);
  if (cents === null) return 'What the card costs is not decided.';
  if (cents === 0) return 'The card is free.';
  const waivers = policy.waivers?.map(({ name }) => name.en) ?? [];
  const excused = waivers.length === 0 ? '' : ` It may be waived: ${listed(waivers, 'or')}.`;
  return `The card costs ${amountInWords(cents)} ${currencyOf(policy)}.${excused}`;
}

function waysInWords(ways: readonly string[]): readonly string[] {
  if (ways.length === 0) return ['No documents of the policy would be enough at this age.'];
  return ['Shortest ways on, three at most:', ...ways.map((way) => `  ${way}`)];
}

function isOpen(policy: Policy): boolean {
  return undecidedPaths(policy).some(
    ([part]) => part === 'rule' || part === 'ageRules' || part === 'documents' || part === 'routes',
  );
}
