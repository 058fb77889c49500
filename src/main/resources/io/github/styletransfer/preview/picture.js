'use strict';

/** The picture: how large it is shown, which part of it, and when it is loaded again. */
const picture = (() => {
  /** The server reduces larger images to so many pixels a side, unless it is asked for all. */
  const REDUCED = 1024;
  const LARGEST_FIT = 4;
  const BELOW = 48;
  const LEAST_HEIGHT = 0.6;
  const ZOOMS = ['fit', 1, 2, 4];

  /** Loading may take one part in so many of the time, and calm eyes get a picture so often. */
  const SHARE = 10;
  const CALM = 5000;
  const PATIENCE = 3;

  const frame = document.getElementById('frame');
  const box = document.getElementById('picture');
  const hold = document.getElementById('hold');
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  let image = document.getElementById('image');
  let zoom = 'fit';
  let size = null;
  let newest = null;
  let shown = 0;
  let whole = false;
  let loading = false;
  let due = 0;
  let timer = 0;
  let failures = 0;
  let held = false;
  let over = false;
  let grip = null;

  const density = () => window.devicePixelRatio || 1;
  const longest = () => Math.max(size.width, size.height);

  /** The most that a picture may take of the window's height. */
  function room() {
    const top = frame.getBoundingClientRect().top + window.scrollY;
    return Math.max(LEAST_HEIGHT * window.innerHeight, window.innerHeight - top - BELOW);
  }

  /** Pixels of the screen for one of the picture's: whole ones if it is enlarged, so that it isn't blurred. */
  function scale() {
    if (zoom !== 'fit') return zoom;
    const most = density() * Math.min(frame.clientWidth / size.width, room() / size.height);
    return most < 1 ? most : Math.min(Math.floor(most), Math.ceil(LARGEST_FIT * density()));
  }

  function needsAll() {
    return over || zoom !== 'fit' || (longest() > REDUCED && longest() * scale() > REDUCED);
  }

  function middle() {
    const outer = frame.getBoundingClientRect();
    return { x: outer.left + frame.clientWidth / 2, y: outer.top + frame.clientHeight / 2 };
  }

  /** Lays the picture out anew; what is at a point of the window stays there, or else what is in the middle. */
  function layout(point) {
    if (!size) return;
    const at = point ?? middle();
    const before = box.getBoundingClientRect();
    const part = before.width > 0
      ? { x: (at.x - before.left) / before.width, y: (at.y - before.top) / before.height }
      : { x: 0.5, y: 0.5 };

    frame.classList.toggle('zoomed', zoom !== 'fit');
    const factor = scale();
    const width = size.width * factor / density();
    const height = size.height * factor / density();
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    box.classList.toggle('pixels', factor > 1);
    frame.style.height = '';
    const bar = frame.offsetHeight - frame.clientHeight;
    frame.style.height = `${Math.min(room(), height + bar)}px`;
    const movable = frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight;
    frame.classList.toggle('movable', movable);
    if (movable) frame.tabIndex = 0;
    else frame.removeAttribute('tabindex');

    const after = box.getBoundingClientRect();
    const to = point ?? middle();
    frame.scrollLeft += after.left + part.x * after.width - to.x;
    frame.scrollTop += after.top + part.y * after.height - to.y;
    wipe.place(frame, box);
  }

  function take(next, wanted, all) {
    next.id = 'image';
    next.alt = image.alt;
    image.replaceWith(next);
    image = next;
    shown = wanted.number;
    whole = all;
    size = all ? { width: next.naturalWidth, height: next.naturalHeight } : wanted;
    box.hidden = false;
    document.getElementById('waiting').hidden = true;
    document.getElementById('compare').disabled = false;
    hold.disabled = false;
    layout();
  }

  /** Loads the newest image if it is due, or all pixels of the one shown if they can be seen now. */
  function load() {
    clearTimeout(timer);
    if (loading || !newest || failures >= PATIENCE) return;
    size ??= newest;
    const all = needsAll();
    const sharper = shown > 0 && all && !whole;
    if (wipe.isOn() || over) wipe.load(all);
    if (!sharper && (newest.number <= shown || (held && shown > 0))) return;
    const now = performance.now();
    if (!sharper && !over && now < due) {
      timer = setTimeout(load, due - now);
      return;
    }
    loading = true;
    const wanted = newest;
    const next = new Image();
    next.decoding = 'sync';
    next.draggable = false;
    next.onload = () => {
      loading = false;
      failures = 0;
      due = performance.now() + Math.max(calm.matches ? CALM : 0, all ? SHARE * (performance.now() - now) : 0);
      take(next, wanted, all);
      load();
    };
    next.onerror = () => {
      loading = false;
      failures++;
      timer = setTimeout(load, 500);
    };
    next.src = `${all ? 'image-full' : 'image'}?${wanted.number}`;
  }

  /** Takes note of the newest image there is. */
  function offer(number, width, height) {
    if (newest && newest.number === number) return;
    newest = { number, width, height };
    failures = 0;
    load();
  }

  /** Loads all that the page needs to be of use without the program. */
  function finish() {
    over = true;
    setHeld(false);
    hold.hidden = true;
    image.alt = 'The image at the end of the run';
    load();
  }

  function setZoom(value, point) {
    zoom = value;
    for (const button of document.querySelectorAll('[data-zoom]')) {
      button.setAttribute('aria-pressed', String(button.dataset.zoom === String(value)));
    }
    layout(point);
    load();
  }

  function step(way) {
    const next = ZOOMS[ZOOMS.indexOf(zoom) + way];
    if (next) setZoom(next);
  }

  function setHeld(value) {
    held = value;
    hold.setAttribute('aria-pressed', String(held));
    if (!held) load();
  }

  function compare() {
    wipe.toggle();
    if (wipe.isOn()) wipe.load(size !== null && needsAll());
    wipe.place(frame, box);
  }

  frame.addEventListener('scroll', () => wipe.place(frame, box));
  wipe.slider.addEventListener('input', () => wipe.place(frame, box));
  frame.addEventListener('dblclick', event => setZoom(zoom === 'fit' ? 1 : 'fit', { x: event.clientX, y: event.clientY }));
  frame.addEventListener('pointerdown', event => {
    if (event.pointerType !== 'mouse' || event.button !== 0 || !frame.classList.contains('movable')) return;
    frame.setPointerCapture(event.pointerId);
    frame.classList.add('dragged');
    grip = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
  });
  frame.addEventListener('pointermove', event => {
    if (!frame.classList.contains('dragged')) return;
    frame.scrollLeft = grip.x - event.clientX;
    frame.scrollTop = grip.y - event.clientY;
  });
  for (const end of ['pointerup', 'pointercancel']) {
    frame.addEventListener(end, () => frame.classList.remove('dragged'));
  }
  for (const button of document.querySelectorAll('[data-zoom]')) {
    button.addEventListener('click', () => setZoom(Number(button.dataset.zoom) || 'fit'));
  }
  document.getElementById('compare').addEventListener('click', compare);
  hold.addEventListener('click', () => setHeld(!held));

  return {
    offer, finish, setZoom, step, compare, layout,
    toggleHold: () => setHeld(!held),
    focus: () => frame.classList.contains('movable') && frame.focus({ preventScroll: true }),
  };
})();
