// Arrow keys walk through a hit list; from the search box "down" goes to the first hit.
// In a search box that is part of another form, Enter chooses the only hit, or goes to the list.
const HIT = '.hs-treffer';

function hitsFor(element) {
  const box = element.closest('[data-treffers]');
  const list = box ? document.querySelector(box.dataset.treffers) : element.closest('.hs-treffers');
  return [...(list?.querySelectorAll(HIT) || [])];
}

function walk(event) {
  const hits = hitsFor(event.target);
  const next = hits.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1);
  if (!hits[next]) return;
  hits[next].focus();
  event.preventDefault();
}

function enter(event) {
  if (!event.target.matches('div[data-treffers] [data-zoek]')) return;
  event.preventDefault();
  const [first, second] = hitsFor(event.target);
  if (first && !second) first.click();
  else first?.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event);
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) enter(event);
});

// chosen: the list goes, and the work goes on at the question
document.addEventListener('htmx:afterRequest', (event) => {
  if (!event.detail.successful || !event.detail.elt.matches('[data-kies]')) return;
  const box = document.querySelector('div[data-treffers] [data-zoek]');
  event.detail.elt.closest('.hs-treffers').parentElement.replaceChildren();
  if (box) box.value = '';
  begin();
});

function begin() {
  document.querySelector('[data-begin] select')?.focus();
}

if (document.activeElement === document.body && !document.querySelector('[data-foutsamenvatting]')) begin();
