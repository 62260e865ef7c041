import { ledgerDetailOf } from '../../ledger/ledger-detail.ts';
import { smallestCountOf } from '../../statistics/smallest-count.ts';
import { currencyOf } from '../fee.ts';
import type { Policy } from '../policy.ts';
import {
  type ChangeLine,
  changed,
  changedThing,
  changedThings,
  type Described,
  inLanguages,
  type Named,
  restated,
  said,
} from './change-lines.ts';
import { residentChanges } from './residents.ts';
import {
  agesInWords,
  amountInWords,
  conditionsInWords,
  nameInWords,
  routeInWords,
  ruleInWords,
} from './rules.ts';
import { unordered } from './unordered.ts';

type Changes = (before: Policy, after: Policy) => readonly ChangeLine[];

/** A line for each thing that differs for a kiosk or for whoever reads the file. */
export function changesBetween(before: Policy, after: Policy): readonly ChangeLine[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return Object.entries(sections).flatMap(([key, changesOf]) =>
    unordered(old.get(key)) === unordered(now.get(key)) ? [] : changesOf(before, after),
  );
}

/** Of every part of a policy, how a change of it is told. */
const sections: { readonly [Key in keyof Policy]-?: Changes } = {
  format: (before, after) => changed('Format of the file', before.format, after.format),
  id: (before, after) => [
    { says: `These are policies of two programs: “${before.id}” and “${after.id}”.`, texts: '' },
  ],
  version: (before, after) => changed('Version', before.version, after.version),
  adopted: (before, after) => changed('Adopted on', before.adopted, after.adopted),
  name: (before, after) =>
    changedThing('Name of the program changed', textsOnly(before.name), textsOnly(after.name)),
  timeZone: (before, after) => changed('Time zone', before.timeZone, after.timeZone),
  card: cardChanges,
  fields: (before, after) =>
    changedThings({ one: 'Field', many: 'Fields' }, fieldsOf(before), fieldsOf(after)),
  categories: (before, after) =>
    namedChanges({ one: 'Category', many: 'Categories' }, before.categories, after.categories),
  languages: (before, after) =>
    changed('Languages', before.languages?.join(', '), after.languages?.join(', ')),
  documents: (before, after) =>
    changedThings({ one: 'Document', many: 'Documents' }, documentsOf(before), documentsOf(after)),
  rule: (before, after) =>
    restated(
      'An applicant now shows',
      ruleInWords(before.rule, before.categories),
      ruleInWords(after.rule, after.categories),
    ),
  ageRules: (before, after) =>
    changedThings(
      { one: 'Rule for applicants', many: 'Rules for applicants' },
      ageRulesOf(before),
      ageRulesOf(after),
    ),
  minimumAgeYears: (before, after) => changed('Youngest age', before.minimumAgeYears, after.minimumAgeYears),
  validity: (before, after) => changed('A card is valid', validityInWords(before), validityInWords(after)),
  // Of every route, unless an entry of `fees` fits.
  feeCents: (before, after) =>
    changed(
      'Fee when no other fee applies',
      feeInWords(before, before.feeCents),
      feeInWords(after, after.feeCents),
    ),
  currency: (before, after) => changed('Currency', before.currency, after.currency),
  routes: (before, after) =>
    changedThings(
      { one: 'Renewal and the like', many: 'Renewals and the like' },
      routesOf(before),
      routesOf(after),
    ),
  fees: (before, after) =>
    restated('Fees, of which the first that fits counts:', feesInWords(before), feesInWords(after)),
  waivers: (before, after) =>
    namedChanges({ one: 'Waiver', many: 'Waivers' }, before.waivers ?? [], after.waivers ?? []),
  denial: denialChanges,
  notices: (before, after) =>
    changedThings({ one: 'Notice', many: 'Notices' }, noticesOf(before), noticesOf(after)),
  retention: (before, after) =>
    changed('An open application is erased', retentionInWords(before), retentionInWords(after)),
  opening: (before, after) =>
    changed('Longest night, in hours', before.opening.longestNightHours, after.opening.longestNightHours),
  hold: (before, after) =>
    changed('Under a legal hold, an erasure that has started', holdInWords(before), holdInWords(after)),
  suspension: (before, after) =>
    changed('Suspending new applications by hand takes', suspendersInWords(before), suspendersInWords(after)),
  orders: (before, after) =>
    restated('Orders to suspend new applications come from', ordersInWords(before), ordersInWords(after)),
  residents: residentChanges,
  sounds: (before, after) =>
    changed('A tone when a card is ready', soundInWords(before), soundInWords(after)),
  statistics: (before, after) =>
    changed('Statistics hide counts below', smallestCountOf(before), smallestCountOf(after)),
  ledger: (before, after) =>
    changed('The ledger tells of an application', ledgerInWords(before), ledgerInWords(after)),
  $schema: () => [{ says: 'The file names another schema for editors.', texts: '' }],
  notes: () => [{ says: 'The notes in the file changed; no screen shows them.', texts: '' }],
};

function ledgerInWords(policy: Policy): string {
  const { outcomes, period } = ledgerDetailOf(policy);
  return `${outcomes === 'each' ? 'how it ended' : 'that it ended'}, and of which ${period}`;
}

type Card = Policy['card'];

/** Of every part of a card, what it is called and what it says. */
const partsOfCard: { readonly [Key in keyof Card]: readonly [what: string, of: (card: Card) => string] } = {
  issuer: ['issuer', ({ issuer }) => issuer],
  title: ['title', ({ title }) => title],
  returnLine: ['line for found cards', ({ returnLine }) => returnLine],
  accent: ['color', ({ accent }) => accent],
  design: ['design', ({ design }) => design],
  barcode: [
    'barcode',
    ({ barcode }) => (barcode === 'none' ? 'none' : `${barcode.field}, ${barcode.symbology}`),
  ],
  bleedMm: ['bleed in millimeters', ({ bleedMm }) => String(bleedMm)],
};

function cardChanges(before: Policy, after: Policy): readonly ChangeLine[] {
  return Object.values(partsOfCard).flatMap(([what, of]) =>
    changed(`On the card, the ${what}`, of(before.card), of(after.card)),
  );
}

type Things = ReadonlyMap<string, Described>;

function textsOnly(labels: Readonly<Record<string, string>>): Described {
  return { facts: '', texts: inLanguages(labels) };
}

type NamedItem = { readonly id: string; readonly name: Readonly<Record<string, string>> };

function namedChanges(
  what: Named,
  before: readonly NamedItem[],
  after: readonly NamedItem[],
): readonly ChangeLine[] {
  const things = (items: readonly NamedItem[]): Things =>
    new Map(items.map(({ id, name }) => [id, textsOnly(name)]));
  return changedThings(what, things(before), things(after));
}

function fieldsOf({ fields }: Policy): Things {
  return new Map(
    fields.map(({ field, use, label, hint, order, yearOnlyAllowed, choices }) => {
      const facts = [
        use,
        ...(order === undefined ? [] : [order]),
        ...(yearOnlyAllowed === true ? ['a year alone is enough'] : []),
        ...(choices === undefined ? [] : [`one of ${choices.map(({ en }) => en).join(' / ')}`]),
      ];
      const texts = [
        ...inLanguages(label),
        ...inLanguages(hint, 'hint'),
        ...(choices ?? []).flatMap(({ en, ...others }) => inLanguages(others, `${en} as`)),
      ];
      return [field, { facts: facts.join('; '), texts }];
    }),
  );
}

function documentsOf({ documents, categories }: Policy): Things {
  return new Map(
    documents.map((kind) => [
      kind.id,
      {
        called: nameInWords(documents, kind.id),
        facts: [`in ${nameInWords(categories, kind.category)}`, ...conditionsInWords(kind, categories)].join(
          '; ',
        ),
        texts: inLanguages(kind.name),
      },
    ]),
  );
}

function ageRulesOf({ ageRules, categories }: Policy): Things {
  return new Map(
    (ageRules ?? [])
      // No two are for the same age: in whatever order they stand, they mean the same.
      .toSorted((one, other) => one.ages.from - other.ages.from)
      .map(({ ages, rule }) => [agesInWords(ages), { facts: ruleInWords(rule, categories), texts: [] }]),
  );
}

function noticesOf({ notices }: Policy): Things {
  return new Map((notices ?? []).map(({ id, at, text }) => [id, { facts: at, texts: inLanguages(text) }]));
}

function validityInWords({ validity }: Policy): string {
  return validity
    .map(({ fromAge, years }) => {
      const long = years === null ? 'not decided' : years === 'never' ? 'for life' : `${years} years`;
      return `from age ${fromAge} ${long}`;
    })
    .join(', ');
}

function retentionInWords({ retention: { hours, endOfDay } }: Policy): string {
  const after = hours === null ? 'after a time not decided' : `after ${hours} hours`;
  return endOfDay ? `${after}, and at the end of the day` : after;
}

function holdInWords({ hold: { wipeBegun } }: Policy): string {
  return wipeBegun === 'complete' ? 'continues' : 'stops';
}

function suspendersInWords({ suspension }: Policy): string {
  return suspension?.secondPerson === true ? 'two supervisors' : 'one supervisor';
}

function ordersInWords({ orders }: Policy): string {
  return orders === undefined ? 'nobody' : `“${orders.name}”, by the key ${orders.key}`;
}

function soundInWords({ sounds }: Policy): string {
  return sounds?.cardReady === true ? 'yes' : 'no';
}

function routesOf({ routes, categories }: Policy): Things {
  return new Map(
    (routes ?? []).map(({ route, documents, oldCard }) => {
      const asked =
        documents === null
          ? 'documents not decided'
          : documents === 'as-first'
            ? 'the documents of a first card'
            : documents === 'none'
              ? 'no documents'
              : ruleInWords(documents, categories);
      return [route, { facts: `${asked}; the old card ${said(oldCard)}`, texts: [] }];
    }),
  );
}

function feeInWords(policy: Policy, cents: number | null): string {
  return cents === null ? amountInWords(cents) : `${amountInWords(cents)} ${currencyOf(policy)}`;
}

/** In their order: what somebody pays is what the first says that fits. */
function feesInWords(policy: Policy): string {
  if (policy.fees === undefined) return 'none';
  return policy.fees
    .map(({ route, ages, cents }) => {
      const who = [
        route === undefined ? 'any card' : routeInWords(route),
        ...(ages === undefined ? [] : [agesInWords(ages)]),
      ];
      return `${who.join(', ')} ${feeInWords(policy, cents)}`;
    })
    .join('; ');
}

function denialChanges({ denial: before }: Policy, { denial: after }: Policy): readonly ChangeLine[] {
  return [
    ...changedThings({ one: 'Reason to deny', many: 'Reasons to deny' }, reasonsOf(before), reasonsOf(after)),
    ...changed('Who reviews a denial', before?.review, after?.review),
    ...changedThing('Appeal changed', appealOf(before), appealOf(after)),
  ];
}

function reasonsOf(denial: Policy['denial']): Things {
  return new Map(
    (denial?.reasons ?? []).map(({ id, name, slip }) => [
      id,
      { facts: '', texts: [...inLanguages(name), ...inLanguages(slip, 'slip')] },
    ]),
  );
}

function appealOf(denial: Policy['denial']): Described {
  const appeal = denial?.appeal;
  if (appeal === undefined || appeal === null || appeal === 'none') return { facts: said(appeal), texts: [] };
  const { how, withinDays } = appeal;
  return { facts: `within ${said(withinDays)} days`, texts: inLanguages(how) };
}
