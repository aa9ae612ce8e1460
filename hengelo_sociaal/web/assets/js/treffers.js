// Arrow keys walk through a hit list; from the search box "down" goes to the first hit.
const HIT = '.hs-treffer';

document.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const box = event.target.closest('[data-treffers]');
  const list = box ? document.querySelector(box.dataset.treffers) : event.target.closest('.hs-treffers');
  if (!list) return;
  const hits = [...list.querySelectorAll(HIT)];
  const next = hits.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1);
  if (!hits[next]) return;
  hits[next].focus();
  event.preventDefault();
});
