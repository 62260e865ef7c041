import { transformAsync } from '@babel/core';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import type { Plugin } from 'vite';

/** Only files that import a macro are touched. */
const IMPORTS_MACRO = /from ['"]@lingui\/(core|react)\/macro['"]/;

/**
 * Turns Lingui's macros into calls. Babel and not the native transform that comes with Lingui's own plugin:
 * that is an optional package for Node 22 and later, and npm on a bare machine (Node 20) silently leaves it
 * out, although every script runs on the pinned Node 24.
 *
 * `all` keeps the words beside their id, for pages that are shown before anybody has extracted them.
 */
export function linguiMacros(descriptorFields: 'id-only' | 'all' = 'id-only'): Plugin {
  return {
    name: 'lingui-macros',
    enforce: 'pre',
    async transform(code, id) {
      const filename = id.replace(/\?.*$/, '');
      if (!/\.tsx?$/.test(filename) || !IMPORTS_MACRO.test(code)) return null;
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
      return { code: result.code, map: result.map ?? null };
    },
  };
}
