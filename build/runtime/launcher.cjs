// Copied into the evaluation runtime as resources/app/main.js, the place of Electron's own default app,
// which that distribution lacks. It starts the folder (or file) that is the first word of the command line
// without a dash, and leaves process.argv alone: `electron [switches] <folder> [words]`, as Electron 45 does.
const { app } = require('electron');
const { resolve, join } = require('node:path');
const target = process.argv.slice(1).find((word) => !word.startsWith('-'));
if (target === undefined) {
  console.error('Name the folder of the app: electron [switches] <folder> [words]');
  process.exit(2);
}
const folder = resolve(target);
let manifest = {};
try {
  manifest = require(join(folder, 'package.json'));
} catch (error) {
  // A single file has no package.json; a broken one must not pass for a missing one.
  if (error.code !== 'MODULE_NOT_FOUND' && error.code !== 'ENOTDIR') throw error;
}
if (manifest.name) app.setName(manifest.productName ?? manifest.name);
if (manifest.version) app.setVersion(manifest.version);
app.setAppPath(folder);
require(folder);
