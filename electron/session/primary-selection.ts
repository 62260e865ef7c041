/** Older ones, the evaluation runtime among them: one clipboard, told by a word which. */
interface WordyClipboard {
  clear(which: 'selection'): void;
}

/** Electron 45: PRIMARY is a clipboard of its own, on Linux only. */
interface ClipboardWithSelection {
  readonly selection: { clear(): void } | undefined;
}

/** Gives up PRIMARY, into which Chromium on X11 puts whatever text is selected. */
export function giveUpPrimary(clipboard: WordyClipboard | ClipboardWithSelection): void {
  if ('selection' in clipboard) clipboard.selection?.clear();
  else clipboard.clear('selection');
}
