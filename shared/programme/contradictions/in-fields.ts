import { fields as declarations, type FieldName, type FieldUse } from '../../application/fields.ts';
import { countGraphemes } from '../../application/text-answer.ts';
import { sharedPlaces } from '../../card/designs/shared-places.ts';
import type { Contradictable } from './contradictable.ts';
import type { Contradiction } from './contradiction.ts';

type Fields = readonly FieldUse[];

/** There is no card without a name, and no age without a birth date. */
const NEEDED: readonly FieldName[] = ['name', 'birthDate'];

/** Fields that a card cannot do without, and what is said of fields that it is not for. */
export function badFields({ fields, card: { barcode } }: Contradictable): readonly Contradiction[] {
  const needed = NEEDED.flatMap((name): readonly Contradiction[] => {
    const index = fields.findIndex(({ field }) => field === name);
    const path = index === -1 ? ['fields'] : ['fields', index, 'use'];
    return fields[index]?.use === 'required' ? [] : [{ path, problem: 'field-is-required' }];
  });
  const ordered = fields.flatMap(({ field, order, yearOnlyAllowed }, index): readonly Contradiction[] => {
    if (declarations[field].kind === 'date') return [];
    const path = ['fields', index];
    return [
      ...(order === undefined ? [] : [{ path: [...path, 'order'], problem: 'order-of-no-date' as const }]),
      ...(yearOnlyAllowed === undefined
        ? []
        : [{ path: [...path, 'yearOnlyAllowed'], problem: 'order-of-no-date' as const }]),
    ];
  });
  const isAsked =
    barcode === 'none' || fields.some(({ field, use }) => field === barcode.field && use !== 'off');
  return isAsked
    ? [...needed, ...ordered]
    : [...needed, ...ordered, { path: ['card', 'barcode', 'field'], problem: 'barcode-of-no-field' }];
}

/** Choices of a field that takes none or cannot print them, and marks that nobody could do without. */
export function badChoices(fields: Fields): readonly Contradiction[] {
  return fields.flatMap(({ field, use, choices }, index): readonly Contradiction[] => {
    const path = ['fields', index];
    const declared = declarations[field];
    if (declared.kind === 'mark' && use === 'required')
      return [{ path: [...path, 'use'], problem: 'mark-is-required' }];
    if (choices === undefined) return [];
    if (declared.kind !== 'text' || declared.mayBeListed !== true)
      return [{ path: [...path, 'choices'], problem: 'choices-of-no-list' }];
    const { limit } = declared;
    return choices.flatMap(({ en }, at): readonly Contradiction[] => {
      const place = [...path, 'choices', at];
      if (countGraphemes(en) > limit)
        return [{ path: place, problem: 'choice-too-long', about: `${limit} letters` }];
      const isTwice = choices.findIndex((other) => other.en === en) !== at;
      return isTwice ? [{ path: place, problem: 'duplicate-id' }] : [];
    });
  });
}

/** Fields that stand in one place of a card, where the policy asks for both. */
export function withoutRoom(fields: Fields): readonly Contradiction[] {
  const indexOf = (name: FieldUse['field']): number =>
    fields.findIndex(({ field, use }) => field === name && use !== 'off');
  return sharedPlaces.flatMap(([one, other]) => {
    const first = one.find((name) => indexOf(name) !== -1);
    if (first === undefined) return [];
    return other.flatMap((name): readonly Contradiction[] => {
      const index = indexOf(name);
      return index === -1
        ? []
        : [{ path: ['fields', index, 'use'], problem: 'no-room-on-card', about: `"${first}"` }];
    });
  });
}
