import { z } from 'zod';
import type { ThirdParty } from './third-party.ts';

/** What is read of a component in somebody else's CycloneDX file; all the rest is taken over as it stands. */
const component = z.looseObject({
  name: z.string(),
  group: z.string().optional(),
  version: z.string().optional(),
  purl: z.string().optional(),
  'bom-ref': z.string().optional(),
  licenses: z
    .array(
      z.looseObject({
        expression: z.string().optional(),
        license: z.looseObject({ id: z.string().optional(), name: z.string().optional() }).optional(),
      }),
    )
    .optional(),
});
type Component = z.infer<typeof component>;

/** Under which licences a component is by its own list; null: it doesn't say. */
export function licenceOf({ licenses = [] }: Component): string | null {
  const names = licenses.flatMap(
    ({ expression, license }) => expression ?? license?.id ?? license?.name ?? [],
  );
  return names.length === 0 ? null : names.join(' AND ');
}

/** A CycloneDX file of somebody else's: of cyclonedx-npm, or of an addon. */
export const otherSbom = z.looseObject({ components: z.array(component) });
export type OtherSbom = z.infer<typeof otherSbom>;

/** What the package is called, and what describes the pieces that it is made of. */
export interface SbomFacts {
  readonly slug: string;
  readonly version: string;
  /** The npm packages of this repository, as cyclonedx-npm describes them. */
  readonly npm: OtherSbom;
  /** What addons say that they were linked with, by the addon's package. */
  readonly addons: ReadonlyMap<string, OtherSbom>;
}

/**
 * What is in a package, for whoever looks for a known hole in it (CycloneDX 1.6): the npm packages that were really bundled or
 * copied, with what cyclonedx-npm knows of them, and the rest. No serial number and no time: two makings are equal bytes.
 */
export function sbomOf(parties: readonly ThirdParty[], { slug, version, npm, addons }: SbomFacts): string {
  const known = new Map(
    npm.components.flatMap((each) => (each.purl === undefined ? [] : [[each.purl, each] as const])),
  );
  const components = parties.map((party) => componentOf(party, known, addons.get(party.name) ?? null));
  const root = { type: 'application', name: slug, version, 'bom-ref': `${slug}@${version}` };
  return `${JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: { component: root },
      components,
      dependencies: [{ ref: root['bom-ref'], dependsOn: components.map((each) => each['bom-ref']) }],
    },
    null,
    1,
  )}\n`;
}

function componentOf(
  { name, version, licence, purl, files }: ThirdParty,
  known: ReadonlyMap<string, Component>,
  addon: OtherSbom | null,
): Record<string, unknown> {
  const ref = purl ?? `${name}@${version}`;
  const described = purl === null ? undefined : known.get(purl);
  // What is for another processor than this machine's is not installed here.
  const isCopied = files.some((file) => file.includes('/node_modules/'));
  if (described === undefined && !isCopied && purl?.startsWith('pkg:npm/') === true)
    throw new Error(`${purl} was bundled, and cyclonedx-npm does not know it`);
  return {
    ...(described ?? {
      ...{
        type: 'library',
        name,
        ...(version === null ? {} : { version }),
        ...(purl === null ? {} : { purl }),
      },
      licenses: [{ expression: licence }],
    }),
    'bom-ref': ref,
    scope: 'required',
    properties: files.map((file) => ({ name: 'counterfoil:file', value: file })),
    ...(addon === null ? {} : { components: addon.components.map(withoutReference) }),
  };
}

/** References within somebody else's file would name nothing in this one. */
function withoutReference({ 'bom-ref': _reference, ...rest }: Component): Record<string, unknown> {
  return rest;
}
