import { expect, it } from 'vitest';
import { z } from 'zod';
import { otherSbom, sbomOf } from './sbom.ts';
import { npmPurl, type ThirdParty } from './third-party.ts';

const party = (name: string, more: Partial<ThirdParty> = {}): ThirdParty => ({
  ...{ name, version: '1.2.3', licence: 'MIT', text: '', files: ['*resources/app.asar'] },
  purl: npmPurl(name, '1.2.3'),
  ...more,
});

const npm = otherSbom.parse({
  components: [
    { name: 'left-pad', version: '1.2.3', purl: 'pkg:npm/left-pad@1.2.3', 'bom-ref': 'one', author: 'Ines' },
    { name: 'not-shipped', version: '9.9.9', purl: 'pkg:npm/not-shipped@9.9.9', 'bom-ref': 'two' },
  ],
});
const facts = { slug: 'counterfoil', version: '0.1.0', npm, addons: new Map() };

const made = z.looseObject({
  metadata: z.looseObject({}),
  components: z.array(z.looseObject({ name: z.string(), 'bom-ref': z.string() })),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
const read = (text: string) => made.parse(JSON.parse(text));

it('an npm package is described as cyclonedx-npm knows it, and what is not shipped is not there', () => {
  const { components, dependencies } = read(sbomOf([party('left-pad')], facts));
  expect(components).toEqual([
    expect.objectContaining({
      ...{ name: 'left-pad', author: 'Ines', scope: 'required', 'bom-ref': 'pkg:npm/left-pad@1.2.3' },
      properties: [{ name: 'counterfoil:file', value: '*resources/app.asar' }],
    }),
  ]);
  expect(dependencies).toEqual([{ ref: 'counterfoil@0.1.0', dependsOn: ['pkg:npm/left-pad@1.2.3'] }]);
});

it('what npm knows nothing of is described by what is known, and an addon brings its own list', () => {
  const addons = new Map([
    ['addon', otherSbom.parse({ components: [{ name: 'skia', 'bom-ref': 'of another file' }] })],
  ]);
  const node = party('Node.js', { purl: 'pkg:github/nodejs/node@v24.21.0', version: '24.21.0' });
  const addon = party('addon', { purl: null, version: null });
  const { components } = read(sbomOf([node, addon], { ...facts, addons }));
  expect(components[0]).toMatchObject({
    name: 'Node.js',
    version: '24.21.0',
    licenses: [{ expression: 'MIT' }],
  });
  expect(components[1]).toMatchObject({ name: 'addon', components: [{ name: 'skia' }] });
  expect(JSON.stringify(components)).not.toContain('of another file');
});

it('an npm package that was bundled and that nobody knows is a mistake', () => {
  expect(() => sbomOf([party('from-nowhere')], facts)).toThrow('from-nowhere@1.2.3 was bundled');
});

it('nothing in it depends on the day or the machine', () => {
  const text = sbomOf([party('left-pad')], facts);
  expect(text).toBe(sbomOf([party('left-pad')], facts));
  for (const key of ['timestamp', 'serialNumber', 'tools']) expect(text).not.toContain(key);
});
