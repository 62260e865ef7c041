import { fields as declarations, type FieldUse } from '../application/fields.ts';
import { countGraphemes } from '../application/text-answer.ts';
import { sharedPlaces } from '../card/designs/shared-places.ts';
import type { Contradiction } from './contradiction.ts';

type Fields = readonly FieldUse[];

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
