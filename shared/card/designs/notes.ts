import type { FieldName } from '../../application/fields.ts';

/** Short texts that every design prints on the back under their label: one of them, for there is no room for more. */
export const NOTES = [{ field: 'medicalNote', label: 'Medical' }] as const satisfies readonly {
  readonly field: FieldName;
  readonly label: string;
}[];
