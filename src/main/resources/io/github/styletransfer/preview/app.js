'use strict';

const element = id => document.getElementById(id);
const token = document.querySelector('meta[name="preview-token"]').content;
const points = [];
let shown = 0;
let loading = false;
let ended = false;
let stopping = false;

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

function draw() {
  const usable = points.filter(point => point[1] > 0);
  if (usable.length < 2) return;
  const logs = usable.map(point => Math.log10(point[1]));
  const low = Math.min(...logs);
  const range = Math.max(...logs) - low || 1;
  const first = usable[0][0];
  const span = usable[usable.length - 1][0] - first || 1;
  element('line').setAttribute('points', usable
    .map((point, i) => `${(320 * (point[0] - first) / span).toFixed(1)},${(114 - 108 * (logs[i] - low) / range).toFixed(1)}`)
    .join(' '));
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
  next.src = `image.jpg?${version}`;
}

function show(status) {
  if (status.history) points.splice(0, points.length, ...status.history);
  if (status.total !== undefined) {
    while (points.length && points[points.length - 1][0] >= status.iteration) points.pop();
    points.push([status.iteration, status.total]);
    draw();
  }
  element('progress').max = status.iterations;
  element('progress').value = status.iteration;
  element('iteration').textContent = `${status.iteration} of ${status.iterations}`;
  element('left').textContent = seconds(status.secondsLeft);
  element('pace').textContent = status.secondsPerIteration === undefined
    ? '–' : `${status.secondsPerIteration.toPrecision(3)} s`;
  element('size').textContent = `${status.width} × ${status.height}`;
  for (const loss of ['total', 'content', 'style', 'tv']) element(loss).textContent = number(status[loss]);
  if (status.image > 0) showImage(status.image);
  ended = status.ended;
  if (ended || stopping) element('stop').disabled = true;
  const state = status.note || (status.iteration > 0 ? 'Painting' : 'Waiting for the first iteration…');
  if (element('state').textContent !== state) element('state').textContent = state;
}

const events = new EventSource('events');
events.onmessage = event => {
  show(JSON.parse(event.data));
  if (ended) events.close();
};
events.onerror = () => {
  if (!ended) element('state').textContent = 'Connection lost: the program has ended, or is starting again';
};

element('stop').addEventListener('click', async () => {
  stopping = true;
  element('stop').disabled = true;
  try {
    const answer = await fetch('stop', { method: 'POST', headers: { 'X-Preview-Token': token } });
    if (!answer.ok) throw new Error(answer.statusText);
    element('stop').textContent = 'Stopping…';
  } catch {
    stopping = false;
    element('stop').disabled = false;
  }
});
