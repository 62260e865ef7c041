import { z } from 'zod';
import { dateOrders, type FieldUse, fieldNames, fieldUses } from '../application/fields.ts';
import { localized } from './localized.ts';

/**
 * One field that the programme asks for, in the place where it is asked. `required`: no card without it. `off`: not
 * asked, like a field that is not in the list. `hint`: what stands below it. `order`: which part of a date is typed
 * first; without it the month is. `yearOnlyAllowed`: of a date, the year alone is enough. `choices`: what it takes besides nothing, in this order; without them it is free text.
 */
export const fieldSchema = z
  .strictObject({
    field: z.enum(fieldNames),
    use: z.enum(fieldUses),
    label: localized,
    hint: localized.optional(),
    order: z.enum(dateOrders).optional(),
    yearOnlyAllowed: z.boolean().optional(),
    choices: z.array(localized).min(1).max(16).readonly().optional(),
  })
  .readonly() satisfies z.ZodType<FieldUse>;
export type PolicyField = z.infer<typeof fieldSchema>;
