'use strict';

/** The photo over the left part of the picture, up to where a slider is. */
const wipe = (() => {
  const STEP = 10;
  const LEAP = 100;
  const TAG = 72;
  const view = document.getElementById('view');
  const layer = document.getElementById('wipe');
  const slider = document.getElementById('wiper');
  const photo = document.getElementById('photo');
  const button = document.getElementById('compare');
  let on = false;
  let full = false;

  /** Loads the photo, with all of its pixels if they can be seen. */
  function load(all) {
    if (all ? full : photo.src) return;
    full = all;
    const next = new Image();
    next.onload = () => { photo.src = next.src; };
    next.onerror = () => { full = false; };
    next.src = all ? 'content-full' : 'content';
  }

  /** Puts slider and photo over the part of the picture that can be seen. */
  function place(frame, box) {
    if (!on) return;
    const around = view.getBoundingClientRect();
    const outer = frame.getBoundingClientRect();
    const inner = box.getBoundingClientRect();
    const left = Math.max(outer.left, inner.left);
    const top = Math.max(outer.top, inner.top);
    const width = Math.min(outer.left + frame.clientWidth, inner.right) - left;
    const height = Math.min(outer.top + frame.clientHeight, inner.bottom) - top;
    const covered = width * slider.value / slider.max;
    layer.style.left = `${left - around.left}px`;
    layer.style.top = `${top - around.top}px`;
    layer.style.width = `${width}px`;
    layer.style.height = `${height}px`;
    photo.style.clipPath = `inset(0 ${Math.max(0, inner.right - left - covered)}px 0 0)`;
    layer.firstElementChild.hidden = covered < TAG;
    layer.children[1].hidden = width - covered < TAG;
    slider.setAttribute('aria-valuetext', `Photo on the left ${Math.round(100 * slider.value / slider.max)} %`);
  }

  function toggle() {
    on = !on;
    layer.hidden = !on;
    photo.hidden = !on;
    button.setAttribute('aria-pressed', String(on));
  }

  slider.addEventListener('keydown', event => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -1, PageUp: 1 }[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const step = event.key.startsWith('Page') ? LEAP : event.shiftKey ? 1 : STEP;
    slider.value = Number(slider.value) + way * step;
    slider.dispatchEvent(new Event('input'));
  });

  return { load, place, toggle, slider, isOn: () => on };
})();
