/** A text that residents read, in English and in another language. */
export interface ResidentText {
  readonly id: string;
  readonly english: string;
  /** Empty: nobody has translated it. */
  readonly translation: string;
}
