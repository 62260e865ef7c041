import { transformAsync } from '@babel/core';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import type { Plugin } from 'vite';

/** Only files that import a macro are touched. */
const IMPORTS_MACRO = /from ['"]@lingui\/(core|react)\/macro['"]/;

/** What was made of a source file; the map is JSON. */
export interface MadeFile {
  readonly code: string;
  readonly map: string | null;
}

/** Makes a file, or has it from before. */
export type WayOfMaking = (
  source: string,
  filename: string,
  make: () => Promise<MadeFile>,
) => Promise<MadeFile>;

/** What may differ between a bundle and a page that is shown from its sources. */
interface MacroOptions {
  /** `all` keeps the words beside their id, for texts that nobody has extracted yet. */
  readonly descriptorFields: 'id-only' | 'all';
  readonly making: WayOfMaking;
}

const FOR_BUNDLES: MacroOptions = {
  descriptorFields: 'id-only',
  making: (_source, _filename, make) => make(),
};

/**
 * Turns Lingui's macros into calls. Babel and not the native transform that comes with Lingui's own plugin:
 * that is an optional package for Node 22 and later, and npm on a bare machine (Node 20) silently leaves it
 * out, although every script runs on the pinned Node 24.
 */
export function linguiMacros({ descriptorFields, making }: MacroOptions = FOR_BUNDLES): Plugin {
  async function transformMacros(code: string, filename: string): Promise<MadeFile> {
    const result = await transformAsync(code, {
      filename,
      babelrc: false,
      configFile: false,
      sourceMaps: true,
      // Types and JSX stay as they are; Vite takes them next.
      parserOpts: { plugins: ['typescript', 'jsx'] },
      plugins: [[linguiMacro, { descriptorFields }]],
    });
    if (result?.code === undefined || result.code === null)
      throw new Error(`Babel gave nothing for ${filename}`);
    const { map } = result;
    return { code: result.code, map: map === undefined || map === null ? null : JSON.stringify(map) };
  }

  return {
    name: 'lingui-macros',
    enforce: 'pre',
    async transform(code, id) {
      const filename = id.replace(/\?.*$/, '');
      if (!/\.tsx?$/.test(filename) || !IMPORTS_MACRO.test(code)) return null;
      const { code: made, map } = await making(code, filename, () => transformMacros(code, filename));
      return { code: made, map };
    },
  };
}
