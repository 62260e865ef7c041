import type { FieldName } from '../../application/fields.ts';

/** Short texts that every design prints on the back below one another, each under its label. */
export const NOTES = [{ field: 'medicalNote', label: 'Medical' }] as const satisfies readonly {
  readonly field: FieldName;
  readonly label: string;
}[];
