import { describe, expect, it } from 'vitest';
import { copyrightFile } from './copyright.ts';
import { type OtherSbom, otherSbom } from './sbom.ts';
import { inOrder, npmPurl, type ThirdParty } from './third-party.ts';

const MPL = { expression: 'MPL-2.0' };
const BSD = { license: { id: 'BSD-3-Clause' } };

const PARTY: ThirdParty = {
  name: '@scope/left-pad',
  version: '1.2.3',
  licence: '(MIT OR Apache-2.0)',
  text: 'The Licence\ncopyright holders may, copyright notice\nCopyright Holder(s) and\n\nCopyright (c) 2020 Ines Harborlight\n  © Otto Quayside\n\nTake it.\n',
  files: ['*resources/app.asar', '*resources/programs/*.mjs'],
  purl: npmPurl('@scope/left-pad', '1.2.3'),
};

const NO_ADDONS = new Map<string, OtherSbom>();

/** The paragraphs of a deb-copyright(5) file, by their fields. */
function paragraphs(text: string): readonly ReadonlyMap<string, string>[] {
  return text.split(/\n\n+/).map((paragraph) => {
    const fields = new Map<string, string>();
    let name = '';
    for (const line of paragraph.trimEnd().split('\n')) {
      const field = /^([A-Z][A-Za-z-]+):\s?(.*)$/.exec(line);
      if (field !== null) {
        name = field[1] ?? '';
        fields.set(name, field[2] ?? '');
      } else if (line.startsWith(' ')) fields.set(name, `${fields.get(name)}\n${line}`);
      else throw new Error(`neither a field nor its continuation: ${line}`);
    }
    return fields;
  });
}

describe('the copyright file', () => {
  it('has a paragraph for our own work, and one for everybody else’s', () => {
    const [head, own, other] = paragraphs(copyrightFile([PARTY], NO_ADDONS));
    expect(head?.get('Format')).toContain('copyright-format/1.0');
    expect([own?.get('Files'), own?.get('License')?.split('\n')[0]]).toEqual(['*', 'Apache-2.0']);
    expect(Object.fromEntries(other ?? [])).toEqual({
      Files: '*resources/app.asar\n *resources/programs/*.mjs',
      Comment: '@scope/left-pad 1.2.3',
      Copyright: 'Copyright (c) 2020 Ines Harborlight\n © Otto Quayside',
      License:
        'MIT or Apache-2.0\n The Licence\n copyright holders may, copyright notice\n Copyright Holder(s) and\n .\n Copyright (c) 2020 Ines Harborlight\n   © Otto Quayside\n .\n Take it.',
    });
  });

  it('names the authors where the licence does not', () => {
    const [, , other] = paragraphs(copyrightFile([{ ...PARTY, text: 'Take it.', version: null }], NO_ADDONS));
    expect([other?.get('Copyright'), other?.get('Comment')]).toEqual([
      'The authors of @scope/left-pad',
      '@scope/left-pad',
    ]);
  });

  it('names what an addon lists of its parts, each with its licence, also where it names none', () => {
    const listed = otherSbom.parse({
      components: [
        { name: 'addon.node', type: 'file' },
        { name: 'cssparser', version: '0.38.0', purl: 'pkg:cargo/cssparser@0.38.0', licenses: [MPL] },
        { name: 'libwebp', version: '845d547', purl: 'pkg:generic/libwebp', licenses: [BSD] },
        { name: 'strsim', version: '0.11.1', purl: 'pkg:cargo/strsim@0.11.1' },
      ],
    });
    const [, , other] = paragraphs(copyrightFile([PARTY], new Map([[PARTY.name, listed]])));
    const comment = other?.get('Comment') ?? '';
    expect(comment).toMatch(/^@scope\/left-pad 1\.2\.3\n It was linked with these/);
    expect(comment.split('\n').slice(-3)).toEqual([
      ' cssparser 0.38.0: MPL-2.0',
      ' libwebp 845d547: BSD-3-Clause',
      ' strsim 0.11.1: no licence is listed',
    ]);
  });
});

it('somebody who is in two bundles is named once, with both, and all are in an order that depends on nothing else', () => {
  const other: ThirdParty = { ...PARTY, name: 'a-package', files: ['*resources/app.asar'] };
  const again: ThirdParty = { ...PARTY, files: ['*resources/node'] };
  expect(inOrder([PARTY, other, again])).toEqual([
    { ...PARTY, files: ['*resources/app.asar', '*resources/node', '*resources/programs/*.mjs'] },
    other,
  ]);
});
