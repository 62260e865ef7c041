import type { Policy } from '../policy.ts';
import { agesInWords, amountInWords, conditionsInWords, ruleInWords } from './rules.ts';
import { unordered } from './unordered.ts';

type Changes = (before: Policy, after: Policy) => readonly string[];

/** A sentence for each thing that differs for a kiosk or for whoever reads the file. */
export function changesBetween(before: Policy, after: Policy): readonly string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return Object.entries(sections).flatMap(([key, changesOf]) =>
    unordered(old.get(key)) === unordered(now.get(key)) ? [] : changesOf(before, after),
  );
}

/** Of every part of a policy, how a change of it is told. */
const sections: { readonly [Key in keyof Policy]-?: Changes } = {
  format: (before, after) => changed('Format of the file', before.format, after.format),
  id: (before, after) => [`These are policies of two programs: “${before.id}” and “${after.id}”.`],
  version: (before, after) => changed('Version', before.version, after.version),
  adopted: (before, after) => changed('Adopted on', before.adopted, after.adopted),
  name: (before, after) => changed('Name of the program', texts(before.name), texts(after.name)),
  timeZone: (before, after) => changed('Time zone', before.timeZone, after.timeZone),
  card: cardChanges,
  fields: fieldChanges,
  categories: (before, after) => [
    ...listChanges('Category', before.categories, after.categories, ({ name }) => texts(name)),
    ...orderChanges('Categories', idsOf(before.categories), idsOf(after.categories)),
  ],
  languages: (before, after) =>
    changed('Languages', before.languages?.join(', '), after.languages?.join(', ')),
  documents: documentChanges,
  rule: (before, after) => [
    `An applicant now shows ${ruleInWords(after.rule, after.categories)}.`,
    `  Before: ${ruleInWords(before.rule, before.categories)}.`,
  ],
  ageRules: ageRuleChanges,
  minimumAgeYears: (before, after) => changed('Youngest age', before.minimumAgeYears, after.minimumAgeYears),
  validity: (before, after) => changed('A card is valid', validityInWords(before), validityInWords(after)),
  feeCents: (before, after) =>
    changed('Fee for a first card', amountInWords(before.feeCents), amountInWords(after.feeCents)),
  currency: (before, after) => changed('Currency', before.currency, after.currency),
  routes: (before, after) => changesById('Renewal and the like', routesInWords(before), routesInWords(after)),
  fees: (before, after) => changesById('Fee', feesInWords(before), feesInWords(after)),
  waivers: (before, after) =>
    listChanges('Waiver', before.waivers ?? [], after.waivers ?? [], ({ name }) => texts(name)),
  denial: (before, after) => denialChanges(before.denial, after.denial),
  notices: (before, after) =>
    listChanges(
      'Notice',
      before.notices ?? [],
      after.notices ?? [],
      ({ at, text }) => `${at}: ${texts(text)}`,
    ),
  retention: (before, after) =>
    changed('An open application is erased', retentionInWords(before), retentionInWords(after)),
  opening: (before, after) =>
    changed('Longest night, in hours', before.opening.longestNightHours, after.opening.longestNightHours),
  hold: (before, after) =>
    changed('A legal hold makes an erasure that has begun', holdInWords(before), holdInWords(after)),
  sounds: (before, after) =>
    changed('A tone when a card is ready', soundInWords(before), soundInWords(after)),
  $schema: () => ['The file names another schema for editors.'],
  notes: () => ['The notes in the file changed; no screen shows them.'],
};

type Said = string | number | null | undefined;

/** Nothing where both mean the same to a kiosk, however the file says it. */
function changed(what: string, before: Said, after: Said): readonly string[] {
  const [was, is] = [said(before), said(after)];
  return was === is ? [] : [`${what}: ${is} (was ${was}).`];
}

function said(value: Said): string {
  return value === null ? 'not decided' : String(value ?? 'not said');
}

/** A text in all its languages. */
function texts(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([language, text]) => `${text} (${language})`)
    .join(', ');
}

function cardChanges({ card: before }: Policy, { card: after }: Policy): readonly string[] {
  const words: Readonly<Record<string, string>> = {
    issuer: 'issuer',
    title: 'title',
    returnLine: 'line for found cards',
    accent: 'color',
    design: 'design',
    barcode: 'barcode',
    bleedMm: 'bleed in millimeters',
  };
  const valuesOf = (card: Policy['card']) => ({
    ...card,
    barcode: card.barcode === 'none' ? 'none' : `${card.barcode.field}, ${card.barcode.symbology}`,
  });
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return Object.entries(words).flatMap(([key, what]) => {
    const [was, is] = [Object.entries(old), Object.entries(now)].map((entries) =>
      String(entries.find(([name]) => name === key)?.[1] ?? ''),
    );
    return changed(`On the card, the ${what}`, was, is);
  });
}

function fieldChanges(before: Policy, after: Policy): readonly string[] {
  const inWords = ({ use, label, hint, order, yearOnlyAllowed, choices }: Policy['fields'][number]) =>
    [
      use,
      texts(label),
      ...(hint === undefined ? [] : [`hint ${texts(hint)}`]),
      ...(order === undefined ? [] : [order]),
      ...(yearOnlyAllowed === true ? ['a year alone is enough'] : []),
      ...(choices === undefined ? [] : [`one of ${choices.map(texts).join(' / ')}`]),
    ].join('; ');
  const named = (policy: Policy) => policy.fields.map((field) => ({ ...field, id: field.field }));
  return [
    ...listChanges('Field', named(before), named(after), inWords),
    ...orderChanges('Fields', idsOf(named(before)), idsOf(named(after))),
  ];
}

function documentChanges(before: Policy, after: Policy): readonly string[] {
  const inWords = (policy: Policy) => (kind: Policy['documents'][number]) =>
    [texts(kind.name), `in ${kind.category}`, ...conditionsInWords(kind, policy.categories)].join('; ');
  return [
    ...changesById(
      'Document',
      new Map(before.documents.map((kind) => [kind.id, inWords(before)(kind)])),
      new Map(after.documents.map((kind) => [kind.id, inWords(after)(kind)])),
    ),
    ...orderChanges('Documents', idsOf(before.documents), idsOf(after.documents)),
  ];
}

function ageRuleChanges(before: Policy, after: Policy): readonly string[] {
  const rulesOf = ({ ageRules, categories }: Policy) =>
    new Map((ageRules ?? []).map(({ ages, rule }) => [agesInWords(ages), ruleInWords(rule, categories)]));
  return changesById('Rule for applicants', rulesOf(before), rulesOf(after));
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

function listChanges<Item extends { readonly id: string }>(
  what: string,
  before: readonly Item[],
  after: readonly Item[],
  inWords: (item: Item) => string,
): readonly string[] {
  const byId = (items: readonly Item[]) => new Map(items.map((item) => [item.id, inWords(item)]));
  return changesById(what, byId(before), byId(after));
}

function changesById(
  what: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const gone = [...before]
    .filter(([id]) => !after.has(id))
    .map(([id, words]) => `${what} removed: ${id} (${words}).`);
  const told = [...after].flatMap(([id, words]): readonly string[] => {
    const old = before.get(id);
    if (old === undefined) return [`${what} added: ${id} (${words}).`];
    return old === words ? [] : [`${what} changed: ${id} (${words}).`, `  Before: ${old}.`];
  });
  return [...gone, ...told];
}

/** Where the order counts: what stands in it on the screen, and which way is told first. */
function orderChanges(what: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const [was, is] = [before.filter((id) => after.includes(id)), after.filter((id) => before.includes(id))];
  return was.join() === is.join() ? [] : [`${what} in another order: ${after.join(', ')}.`];
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
  return wipeBegun === 'complete' ? 'go on' : 'stop';
}

function soundInWords({ sounds }: Policy): string {
  return sounds?.cardReady === true ? 'yes' : 'no';
}

function routesInWords({ routes, categories }: Policy): ReadonlyMap<string, string> {
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
      return [route, `${asked}; the old card ${said(oldCard)}`];
    }),
  );
}

function feesInWords({ fees }: Policy): ReadonlyMap<string, string> {
  return new Map(
    (fees ?? []).map(({ route, ages, cents }) => {
      const who = [route ?? 'any card', ...(ages === undefined ? [] : [agesInWords(ages)])];
      return [who.join(', '), amountInWords(cents)];
    }),
  );
}

function denialChanges(before: Policy['denial'], after: Policy['denial']): readonly string[] {
  const appealOf = (denial: Policy['denial']): Said => {
    const appeal = denial?.appeal;
    if (appeal === undefined || appeal === null || appeal === 'none') return appeal;
    return `within ${said(appeal.withinDays)} days; ${texts(appeal.how)}`;
  };
  return [
    ...listChanges(
      'Reason to deny',
      before?.reasons ?? [],
      after?.reasons ?? [],
      ({ name, slip }) => `${texts(name)}; slip: ${texts(slip)}`,
    ),
    ...changed('Who reviews a denial', before?.review, after?.review),
    ...changed('Appeal', appealOf(before), appealOf(after)),
  ];
}
