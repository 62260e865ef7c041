/** Somebody else's work in a package, and under which licence. */
export interface ThirdParty {
  readonly name: string;
  /** Null: whoever linked it in does not say which. */
  readonly version: string | null;
  /** An SPDX expression. */
  readonly licence: string;
  /** The licence itself, with its copyright lines. */
  readonly text: string;
  /** Where it lies, as deb-copyright(5) names files. What was bundled has no file of its own. */
  readonly files: readonly string[];
  /** As package managers name it (purl); null where none does. */
  readonly purl: string | null;
}

/** A package of npm by its purl. */
export function npmPurl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** One after the other by name, each once: two bundles may hold the same package. */
export function inOrder(parties: readonly ThirdParty[]): readonly ThirdParty[] {
  const byKey = new Map<string, ThirdParty>();
  for (const party of parties) {
    const key = `${party.name} ${party.version}`;
    const before = byKey.get(key);
    const files = [...new Set([...(before?.files ?? []), ...party.files])].sort();
    byKey.set(key, { ...party, files });
  }
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, party]) => party);
}
