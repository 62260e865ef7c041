import type { FieldName } from './fields.ts';

/** A field by the name of its declaration: `chosenName` is "chosen name". For where no policy has a label for it. */
export function declaredFieldInWords(field: FieldName): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
