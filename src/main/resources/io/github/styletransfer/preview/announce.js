'use strict';

/** What a screen reader says of the run: seldom, and the end at once. */
const announcer = (() => {
  const PAUSE = 10000;
  const PARTS = 10;
  const region = document.getElementById('announcement');
  let last = '';
  let due = 0;
  let timer = 0;
  let part = 0;

  function speak(text) {
    clearTimeout(timer);
    region.textContent = text;
    due = performance.now() + PAUSE;
  }

  /** Says a text, unless a later one takes its place before it is due. */
  function say(text, atOnce = false) {
    if (text === last) return;
    last = text;
    clearTimeout(timer);
    const wait = due - performance.now();
    if (atOnce || wait <= 0) speak(text);
    else timer = setTimeout(speak, wait, text);
  }

  /** Says how far the run is, at each tenth of it. */
  function progress(iteration, iterations, left) {
    const now = Math.floor(PARTS * iteration / iterations);
    if (now > part) say(`${now * 100 / PARTS} % done${left === '–' ? '' : `, ${left} left`}`);
    part = now;
  }

  return { say, progress };
})();
