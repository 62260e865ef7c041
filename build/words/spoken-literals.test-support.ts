import { readFileSync } from 'node:fs';
import { parseSync, traverse } from '@babel/core';
import { repository } from '../vite/repository.ts';

/** Two words at least: names of kinds, files and settings are one. */
const SPOKEN = /\S\s+\S/;

/**
 * What a module says: its texts in quotes with two words or more, `this` for each value in a template. For modules whose
 * words are no messages of a catalog: papers, and what is said before a screen is there.
 */
export function spokenIn(path: string): readonly string[] {
  const source = readFileSync(new URL(path, repository), 'utf8');
  const tree = parseSync(source, {
    ...{ configFile: false, babelrc: false, sourceType: 'module' },
    parserOpts: { plugins: ['typescript'] },
  });
  if (tree === null) throw new Error(`${path} can't be read`);
  const said: string[] = [];
  traverse(tree, {
    enter({ node, parent }) {
      if (node.type === 'TemplateLiteral')
        said.push(node.quasis.map(({ value }) => value.cooked ?? value.raw).join('this'));
      if (node.type === 'StringLiteral' && parent.type !== 'ImportDeclaration') said.push(node.value);
    },
  });
  return said.filter((text) => SPOKEN.test(text));
}
