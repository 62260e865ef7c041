export type Path = readonly (string | number)[];

/** A contradiction within a policy, with its path. */
export interface Contradiction {
  readonly path: Path;
  readonly problem:
    | 'duplicate-id'
    | 'field-is-required'
    | 'order-of-no-date'
    | 'choices-of-no-list'
    | 'choice-too-long'
    | 'mark-is-required'
    | 'no-room-on-card'
    | 'barcode-of-no-field'
    | 'unknown-category'
    | 'points-missing'
    | 'bands-do-not-start-at-zero'
    | 'bands-do-not-ascend'
    | 'translation-missing'
    | 'ages-are-none'
    | 'ages-overlap'
    | 'rule-cannot-be-satisfied'
    | 'route-not-offered'
    | 'route-asks-nothing';
  /** Which id, which age. */
  readonly about?: string;
}
