'use strict';

/** Single keys for what the buttons do, and the panel that lists them. */
(() => {
  const STORED = 'style-transfer-keys';
  const help = document.getElementById('help');
  const letters = document.getElementById('letters');
  const unfocused = () => document.activeElement === document.body || document.activeElement === null;

  function zoom(change) {
    const free = unfocused();
    change();
    if (free) picture.focus();
  }

  function press(id) {
    const control = document.getElementById(id);
    if (!control.disabled && !control.hidden) control.click();
    return !control.disabled;
  }

  const actions = {
    f: () => picture.setZoom('fit'),
    0: () => picture.setZoom('fit'),
    1: () => zoom(() => picture.setZoom(1)),
    2: () => zoom(() => picture.setZoom(2)),
    4: () => zoom(() => picture.setZoom(4)),
    '+': () => zoom(() => picture.step(1)),
    '=': () => zoom(() => picture.step(1)),
    '-': () => zoom(() => picture.step(-1)),
    c: () => { if (press('compare') && wipe.isOn()) wipe.slider.focus({ preventScroll: true }); },
    h: () => press('hold'),
    d: () => press('download'),
    '?': () => help.showModal(),
  };

  const typesIn = node => node.matches?.('input:not([type=range], [type=checkbox]), textarea, select, [contenteditable]');

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
    if (!letters.checked || help.open || typesIn(event.target)) return;
    const action = actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });

  document.getElementById('keys').addEventListener('click', () => help.showModal());
  document.getElementById('help-close').addEventListener('click', () => help.close());
  letters.addEventListener('change', () => {
    try {
      localStorage.setItem(STORED, letters.checked ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing asks again next time.
    }
  });
  try {
    letters.checked = localStorage.getItem(STORED) !== 'off';
  } catch {
    // Likewise.
  }
})();
