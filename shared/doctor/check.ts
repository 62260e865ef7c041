/**
 * What a `fail` of a check does when a kiosk is to go live.
 *
 * - `advice`: the check never fails; its worst answer is a warning, and what it can't know is tolerated.
 * - `stops`: it stops go-live until it is put right, or until two supervisors take it upon themselves.
 * - `breaks`: nobody overrides it: it would break these invariants (docs/architecture.md).
 */
export type AtGoLive =
  | { readonly kind: 'advice' }
  | { readonly kind: 'stops'; readonly whenUnknown: WhenUnknown }
  | {
      readonly kind: 'breaks';
      readonly invariants: readonly [number, ...number[]];
      readonly whenUnknown: WhenUnknown;
    };

/**
 * What a `not-run` does then, in a kiosk for residents. `stops`: a promise hangs on it, so nobody goes live without knowing.
 * `tolerated`: on a counter in good order it may not be known either, such as a clock without another one to compare it with.
 */
export type WhenUnknown = 'stops' | 'tolerated';

/** What a check is, whatever it finds: the page for IT and the supervisor's screen are made of these. */
export interface CheckDeclaration {
  /** Stable, in kebab-case: monitoring and health records rely on it. */
  readonly id: string;
  /** What is looked at, in a few words. */
  readonly title: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  readonly goLive: AtGoLive;
  /** What can be done, each by a name of its own. A word in braces stands for what is found: `swapoff {path}`. */
  readonly remedies: Readonly<Record<string, string>>;
}

/** Keeps the names of remedies and what stands in their braces, which `remedy` asks for. */
export function declareCheck<const Declaration extends CheckDeclaration>(check: Declaration): Declaration {
  return check;
}

/** The words in braces of a template. */
type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** A remedy with what was found in the place of each word in braces. */
export function remedy<Template extends string>(
  template: Template,
  values: Readonly<Record<Placeholders<Template>, string>>,
): string {
  const byName: Readonly<Record<string, string>> = values;
  return template.replace(/\{(\w+)\}/g, (all, name: string) => byName[name] ?? all);
}

/** The same for a page that nobody's computer stands behind: `{path}` is `PATH`. */
export function remedyInGeneral(template: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
  );
}
