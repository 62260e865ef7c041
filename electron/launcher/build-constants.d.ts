/** Replaced when the launcher is bundled: which of the two runtimes the package was made with. */
declare const __RUNTIME__: 'evaluation' | 'production';
