// "/" to the search box, Ctrl+Enter saves, 1-9 answers a segmented choice.
const FIELD = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

function focusSearch(event) {
  const box = document.querySelector('main [data-zoek]') || document.querySelector('[data-zoek]');
  if (!box) return;
  box.focus();
  box.select();
  event.preventDefault();
}

function answer(event) {
  const options = event.target.closest('[data-keuze]')?.querySelectorAll('input[type=radio]');
  options?.[Number(event.key) - 1]?.click();
}

document.addEventListener('keydown', (event) => {
  const inField = event.target.closest(FIELD);
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (event.key === '/' && !inField && !modified) focusSearch(event);
  if (/^[1-9]$/.test(event.key) && !inField && !modified) answer(event);
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest('form') || document.querySelector('form[data-hoofdformulier]');
    form?.requestSubmit();
  }
});
