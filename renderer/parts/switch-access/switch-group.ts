/** Controls that two switches reach as one, and then one by one. The name is what is said of it: its `aria-label`. */
export const SWITCH_GROUP = { 'data-switch-group': true } as const;

/** The same for what has no name for others. */
export function switchGroupNamed(
  name: string,
): typeof SWITCH_GROUP & { readonly 'data-switch-name': string } {
  return { ...SWITCH_GROUP, 'data-switch-name': name };
}
