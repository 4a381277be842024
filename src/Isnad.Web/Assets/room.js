// Comfort only: every page works without it.

// Escape closes the note of a marked word and whatever is unfolded in the header.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    document.activeElement?.closest('.noted')?.blur();
    document.querySelectorAll('header.site details[open]').forEach((open) => { open.open = false; });
  }

  // «/» goes to the search box.
  if (event.key === '/' && !event.target.closest('input, textarea, select')) {
    const box = document.querySelector('form[role=search] input[type=search]');
    if (box) {
      event.preventDefault();
      box.focus();
    }
  }
});
