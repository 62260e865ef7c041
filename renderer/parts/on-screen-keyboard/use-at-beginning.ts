import { useSyncExternalStore } from 'react';

function listen(changed: () => void): () => void {
  document.addEventListener('selectionchange', changed);
  document.addEventListener('input', changed);
  return () => {
    document.removeEventListener('selectionchange', changed);
    document.removeEventListener('input', changed);
  };
}

/** Whether nothing stands before the cursor of a field. */
export function useAtBeginning(field: HTMLInputElement | null): boolean {
  return useSyncExternalStore(
    listen,
    () => field !== null && field.value.slice(0, field.selectionStart ?? 0).trim() === '',
  );
}
