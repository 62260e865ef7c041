/** Stands in the place of a print worker that ends before its first word. */
process.exit(1);
