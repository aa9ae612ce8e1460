// "/" to the search box, Ctrl+Enter saves, 1-9 answers a segmented choice.
const TEXT = 'input:not([type=radio], [type=checkbox]), textarea, [contenteditable]'; // a list takes no "/"
const FIELD = `${TEXT}, select`;

function focusSearch(event) {
  const box = document.querySelector('main [data-zoek]') || document.querySelector('[data-zoek]');
  if (!box) return;
  box.focus();
  box.select();
  event.preventDefault();
}

function answer(event) {
  const options = event.target.closest('[data-keuze]')?.querySelectorAll('input[type=radio]');
  const chosen = options?.[Number(event.key) - 1];
  chosen?.focus();
  chosen?.click();
}

// In a form with data-enter="uit" only Ctrl+Enter sends: Enter in a field would press its first button.
function holdBack(event) {
  if (event.target.matches('form[data-enter="uit"] input')) event.preventDefault();
}

document.addEventListener('keydown', (event) => {
  const inField = event.target.closest(FIELD);
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (event.key === '/' && !event.target.closest(TEXT) && !modified) focusSearch(event);
  if (/^[1-9]$/.test(event.key) && !inField && !modified) answer(event);
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest('form') || document.querySelector('form[data-hoofdformulier]');
    form?.requestSubmit();
  } else if (event.key === 'Enter') holdBack(event);
});
