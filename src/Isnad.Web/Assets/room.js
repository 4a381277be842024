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

// Sums that were not there yet are asked for again and put where they belong, while what is already there stays as it is.
const pause = (seconds) => new Promise((go) => { setTimeout(go, seconds * 1000); });
for (let seconds = 1; document.querySelector('[data-counting]'); seconds = Math.min(seconds + 1, 5)) {
  await pause(seconds);
  const answer = await fetch(location.href);
  if (!answer.ok) {
    break;
  }

  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.querySelector('[data-counting]')) {
    for (const part of ['counts', 'drawn', 'facets']) {
      document.getElementById(part)?.replaceWith(page.getElementById(part));
    }
  }
}
