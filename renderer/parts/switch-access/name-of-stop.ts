/** What is said of a stop: never what somebody has typed there. */
export function nameOfStop(element: HTMLElement): string {
  const label = element.dataset.switchName ?? element.getAttribute('aria-label');
  if (label !== null && label !== undefined) return label;
  const labelledBy = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const byOthers = labelledBy.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  if (byOthers.trim() !== '') return byOthers.trim();
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
    const labels = [...(element.labels ?? [])].map((each) => each.textContent ?? '');
    const part = labels.join(' ').trim();
    const question = element.closest('fieldset')?.querySelector('legend')?.textContent?.trim() ?? '';
    return element instanceof HTMLSelectElement || element.type === 'text'
      ? [question, part].filter((each) => each !== '').join(', ')
      : part;
  }
  if (element.matches('fieldset')) return element.querySelector('legend')?.textContent?.trim() ?? '';
  return element.textContent?.trim() ?? '';
}
