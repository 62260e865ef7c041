import { z } from 'zod';
import { policySchema } from '../policy.ts';

/** A part of a JSON Schema, as far as the schema of a policy goes. */
const schemaPart = z.object({
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
});
type SchemaPart = z.infer<typeof schemaPart>;

/** One key of a policy's schema, wherever it may stand. */
export interface SchemaKey {
  /** "documents.*.routes": a star for each place of a list. */
  readonly at: string;
  /** What its value may be, by each alternative that the schema has for it. */
  readonly alternatives: readonly SchemaPart[];
  readonly isOptional: boolean;
}

function alternativesOf(part: unknown): readonly SchemaPart[] {
  const read = schemaPart.parse(part);
  const several = [...(read.anyOf ?? []), ...(read.oneOf ?? [])];
  return several.length === 0 ? [read] : several.flatMap(alternativesOf);
}

function keysOf(alternatives: readonly SchemaPart[], path: string): readonly SchemaKey[] {
  return alternatives.flatMap((part) => {
    const ofItems = part.items === undefined ? [] : keysOf(alternativesOf(part.items), `${path}.*`);
    const own = Object.entries(part.properties ?? {}).flatMap(([name, inner]) => {
      const at = path === '' ? name : `${path}.${name}`;
      const isOptional = !(part.required ?? []).includes(name);
      const all = alternativesOf(inner);
      return [{ at, alternatives: all, isOptional }, ...keysOf(all, at)];
    });
    return [...own, ...ofItems];
  });
}

/**
 * Every key that a policy may have, out of the schema that the kiosk checks policies by: one that is added to it is here
 * as well. A key that several shapes of a rule have stands here once.
 */
export function keysOfPolicySchema(): readonly SchemaKey[] {
  const found = keysOf(alternativesOf(z.toJSONSchema(policySchema, { io: 'input' })), '');
  return [...new Set(found.map(({ at }) => at))].map((at) => {
    const all = found.filter((key) => key.at === at);
    return {
      at,
      alternatives: all.flatMap(({ alternatives }) => alternatives),
      isOptional: all.some(({ isOptional }) => isOptional),
    };
  });
}

/** Whether the schema leaves a choice: a key with one value cannot change, nor the kind of a rule without all of the rule. */
export function leavesChoice({ alternatives }: SchemaKey): boolean {
  return alternatives.some((part) => !('const' in part) && part.enum?.length !== 1);
}

/** Other values for a key, without regard to what else the policy says; undefined for none. */
export function otherValues({ alternatives, isOptional }: SchemaKey, value: unknown): readonly unknown[] {
  const ofType = alternatives.flatMap((part): readonly unknown[] => {
    if ('const' in part) return [part.const];
    const types = [part.type ?? []].flat();
    return [
      ...(part.enum ?? []),
      ...(types.includes('null') ? [null] : []),
      ...(types.includes('boolean') ? [true, false] : []),
    ];
  });
  return [...ofType, ...alike(value), ...(isOptional ? [undefined] : [])];
}

/** Values of the same type. */
function alike(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1, value + 7];
  if (typeof value === 'string')
    return [`${value}s`, `${value}-x`, 'America/Chicago', '#123456', '2026-05-05', 'EUR'];
  if (Array.isArray(value))
    return [value.toReversed(), value.slice(1), value.slice(0, -1), [...value, ...value]];
  return [];
}
