// "Zo laten" keeps the answer of the previous time without leaving the page; key 0 does the same in a row.
// Without JavaScript the button sends the form and the server keeps it.
function keep(row) {
  const { vorigeKeuze, vorigeWoorden } = row.dataset;
  if (vorigeKeuze) row.querySelector(`input[type=radio][value="${CSS.escape(vorigeKeuze)}"]`)?.click();
  const words = row.querySelector('textarea');
  if (vorigeWoorden && words) {
    words.value = vorigeWoorden;
    words.dispatchEvent(new Event('input', { bubbles: true }));
  }
  row.querySelector('.hs-vorige')?.remove();
  next(row);
}

// on to the next answer, so that keeping is one key each
function next(row) {
  const rows = [...document.querySelectorAll('[data-rij]')];
  const following = rows[rows.indexOf(row) + 1];
  following?.querySelector('input[type=radio]:checked, input[type=radio], textarea')?.focus();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-neem]');
  if (!button) return;
  event.preventDefault();
  keep(button.closest('[data-rij]'));
});

document.addEventListener('keydown', (event) => {
  if (event.key !== '0' || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = event.target.matches('input[type=radio]') && event.target.closest('[data-rij]');
  if (row && row.querySelector('.hs-vorige')) keep(row);
});
