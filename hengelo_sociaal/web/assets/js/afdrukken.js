// [data-druk] prints the page.
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-druk]')) window.print();
});
