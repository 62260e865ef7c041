import type { FieldName, FieldUse } from '../../application/fields.ts';
import type { DenialRules } from '../denial-section.ts';
import type { AgeRule, DocumentCategory, DocumentKind, DocumentRule } from '../documents/documents.ts';
import type { Localized } from '../localized.ts';
import type { FeeRule, ProgrammeNotice, RouteRules, Waiver } from '../routes.ts';

/** What of a policy may contradict itself. */
export interface Contradictable {
  readonly name: Localized;
  readonly languages?: readonly string[] | undefined;
  readonly fields: readonly (FieldUse & {
    readonly label: Localized;
    readonly hint?: Localized | undefined;
    readonly choices?: readonly Localized[] | undefined;
  })[];
  readonly card: { readonly barcode: 'none' | { readonly field: FieldName } };
  readonly categories: readonly DocumentCategory[];
  readonly documents: readonly DocumentKind[];
  readonly rule: DocumentRule;
  readonly ageRules?: readonly AgeRule[] | undefined;
  readonly minimumAgeYears: number | null;
  readonly validity: readonly { readonly fromAge: number }[];
  readonly routes?: readonly RouteRules[] | undefined;
  readonly fees?: readonly FeeRule[] | undefined;
  readonly waivers?: readonly Waiver[] | undefined;
  readonly denial?: DenialRules | undefined;
  readonly notices?: readonly ProgrammeNotice[] | undefined;
}
