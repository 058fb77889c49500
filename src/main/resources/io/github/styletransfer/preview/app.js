'use strict';

const element = id => document.getElementById(id);
const meta = name => document.querySelector(`meta[name="preview-${name}"]`).content;

/** The server reduces larger images to so many pixels a side. */
const REDUCED = 1024;
const LARGEST_MAGNIFICATION = 4;

const points = [];
let marks = [];
let shown = 0;
let loading = false;
let ended = false;
let asked = false;

function number(value) {
  if (value === undefined) return '–';
  return Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-3)
    ? value.toExponential(3)
    : value.toLocaleString('en', { maximumSignificantDigits: 5 });
}

function seconds(value) {
  if (!(value > 0)) return '–';
  const s = Math.round(value);
  if (s >= 3600) return `${Math.floor(s / 3600)} h ${String(Math.floor(s / 60) % 60).padStart(2, '0')} min`;
  return s >= 60 ? `${Math.floor(s / 60)} min ${String(s % 60).padStart(2, '0')} s` : `${s} s`;
}

/** A small image is shown in whole multiples of the screen's pixels, so that it isn't blurred. */
function fit(image, width, height, most) {
  const wide = image.naturalWidth;
  const high = image.naturalHeight;
  if (!wide || !width) return;
  const density = window.devicePixelRatio || 1;
  const room = density * Math.min(width / wide, height / high);
  const small = Math.max(wide, high) < REDUCED && room >= 1;
  const factor = small ? Math.min(Math.floor(room), Math.ceil(most * density)) : room;
  image.style.width = `${wide * factor / density}px`;
  image.style.height = `${high * factor / density}px`;
  image.classList.toggle('pixels', small && factor > 1);
}

function fitAll() {
  fit(element('image'), element('frame').clientWidth, 0.82 * window.innerHeight, LARGEST_MAGNIFICATION);
  for (const input of document.querySelectorAll('.inputs img')) {
    fit(input, input.parentElement.clientWidth, Infinity, 1);
  }
  chart.draw(points, marks);
}

function showImage(version) {
  if (loading || version <= shown) return;
  loading = true;
  const next = new Image();
  const done = () => { loading = false; };
  next.onload = () => {
    element('image').src = next.src;
    element('image').hidden = false;
    element('waiting').hidden = true;
    shown = version;
    done();
  };
  next.onerror = done;
  next.src = `image?${version}`;
}

/** Takes a pair of iteration and loss; what was known of later iterations has been taken back. */
function takePoint(point) {
  while (points.length && points[points.length - 1][0] >= point[0]) points.pop();
  points.push(point);
}

function takeLosses(status) {
  if (status.history) points.splice(0, points.length, ...status.history);
  if (status.marks) marks = status.marks;
  status.points?.forEach(takePoint);
  if (status.measured > 0) takePoint([status.measured, status.total ?? null]);
  chart.draw(points, marks);
}

/** Makes a row for each pair of a loss's name and its name in words. */
function nameLosses(losses) {
  const rows = losses.map(([name, label]) => {
    const row = document.createElement('div');
    const title = document.createElement('dt');
    const value = document.createElement('dd');
    title.textContent = label[0].toUpperCase() + label.slice(1);
    value.textContent = '–';
    value.dataset.loss = name;
    row.append(title, value);
    return row;
  });
  element('losses').replaceChildren(element('losses').firstElementChild, ...rows);
}

function say(text) {
  if (element('state').textContent !== text) element('state').textContent = text;
}

function showButton(status) {
  const stopping = status.stopping || asked;
  element('stop').disabled = ended || stopping;
  element('stop').classList.toggle('over', ended);
  element('stop').textContent = status.end ?? (stopping ? 'Stopping…' : 'Stop and save');
}

function show(status) {
  if (status.run && status.run !== meta('run')) {
    location.reload();
    return;
  }
  takeLosses(status);
  element('progress').max = status.iterations;
  element('progress').value = status.iteration;
  element('iteration').textContent = `${status.iteration} of ${status.iterations}`;
  element('left').textContent = seconds(status.secondsLeft);
  element('pace').textContent = status.secondsPerIteration === undefined
    ? '–' : `${status.secondsPerIteration.toPrecision(3)} s`;
  element('size').textContent = `${status.width} × ${status.height}`;
  if (status.losses) nameLosses(status.losses);
  element('total').textContent = number(status.total);
  for (const term of element('losses').querySelectorAll('[data-loss]')) {
    term.textContent = number(status.terms?.[term.dataset.loss]);
  }
  if (status.image > 0) showImage(status.image);
  ended = status.ended;
  showButton(status);
  say(status.note || (status.iteration > 0 ? 'Painting' : 'Waiting for the first iteration…'));
}

// After the end too, so that the page shows the next run at the same address.
const events = new EventSource('events');
events.onmessage = event => show(JSON.parse(event.data));
events.onerror = () => {
  if (ended) return;
  element('stop').disabled = true;
  element('left').textContent = '–';
  say('Connection lost: the program has ended, or is starting again');
};

element('image').addEventListener('load', fitAll);
for (const input of document.querySelectorAll('.inputs img')) input.addEventListener('load', fitAll);
new ResizeObserver(fitAll).observe(element('frame'));
window.addEventListener('resize', fitAll);
fitAll();

element('stop').addEventListener('click', async () => {
  asked = true;
  element('stop').disabled = true;
  element('stop').textContent = 'Stopping…';
  try {
    const answer = await fetch('stop', { method: 'POST', headers: { 'X-Preview-Token': meta('token') } });
    if (!answer.ok) throw new Error(answer.statusText);
  } catch {
    asked = false;
    element('stop').disabled = false;
    element('stop').textContent = 'Stop and save';
    say('The run couldn’t be asked to stop; try again, or press Ctrl-C in its terminal');
  }
});
