/** Stands in the place of a core in tests that speak to the keeper themselves. */
process.on('disconnect', () => process.exit(0));
setInterval(() => undefined, 1000);
