'use strict';

const element = id => document.getElementById(id);
const meta = name => document.querySelector(`meta[name="preview-${name}"]`).content;

const PAINTING = 'Painting';
const NAME = document.title;

const points = [];
let marks = [];
let ended = false;
let stays = false;
let asked = false;
let closed = false;
let kept = false;

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

/** An input isn't enlarged, nor blurred if it is reduced by the screen's density alone. */
function fit(image, width) {
  if (!image.naturalWidth || !width) return;
  const density = window.devicePixelRatio || 1;
  const room = density * width / image.naturalWidth;
  const factor = room < 1 ? room : Math.min(Math.floor(room), Math.ceil(density));
  image.style.width = `${image.naturalWidth * factor / density}px`;
  image.style.height = `${image.naturalHeight * factor / density}px`;
  image.classList.toggle('pixels', factor > 1);
}

function fitAll() {
  picture.layout();
  for (const input of document.querySelectorAll('.inputs img')) fit(input, input.parentElement.clientWidth);
  chart.draw(points, marks);
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
  if (element('state').textContent === text) return;
  element('state').textContent = text;
  if (text !== PAINTING) announcer.say(text, ended);
}

function hint(text) {
  element('hint').textContent = text;
  element('hint').hidden = text === '';
}

function showButtons(status) {
  const stopping = status.stopping || asked;
  element('stop').disabled = ended || stopping;
  element('stop').classList.toggle('over', ended);
  element('stop').textContent = status.end ?? (stopping ? 'Stopping…' : 'Stop and save');
  element('close').hidden = !stays || closed;
}

function offerDownload(file) {
  const link = element('download');
  if (!file || kept) return;
  link.hidden = false;
  link.download = file;
  link.textContent = ended ? `Download ${file}` : 'Download so far';
  link.title = `${ended ? 'The image that the run saved' : 'The image so far, without loss'} (D)`;
}

/** Keeps what the link saves, as the program may end at any time from now on. */
async function keepDownload() {
  try {
    const answer = await fetch('download');
    if (!answer.ok) return;
    element('download').href = URL.createObjectURL(await answer.blob());
    kept = true;
  } catch {
    // The link still asks the program.
  }
}

function finish() {
  picture.finish();
  keepDownload();
  hint(stays
    ? 'The program waits for you: it ends when you close this page.'
    : 'The program has ended; this page keeps the picture until you close it.');
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
  const before = ended;
  ended = status.ended;
  stays = status.stays === true;
  if (status.image > 0) picture.offer(status.image, status.imageWidth, status.imageHeight);
  offerDownload(status.file);
  showButtons(status);
  document.title = `${ended ? status.end : `${Math.floor(100 * status.iteration / status.iterations)} %`} · ${NAME}`;
  say(status.note || (status.iteration > 0 ? PAINTING : 'Waiting for the first iteration…'));
  if (ended && !before) finish();
  if (!ended) announcer.progress(status.iteration, status.iterations, element('left').textContent);
}

/** Asks the program for something that only its own page may. */
async function ask(what) {
  const answer = await fetch(what, { method: 'POST', headers: { 'X-Preview-Token': meta('token') } });
  if (!answer.ok) throw new Error(answer.statusText);
}

/** After a page that stays, or was left by its program. */
function left() {
  closed = true;
  element('close').hidden = true;
  hint('The program has ended; this page keeps the picture until you close it.');
}

// After the end too, so that the page shows the next run at the same address.
const events = new EventSource('events');
events.onmessage = event => show(JSON.parse(event.data));
events.onerror = () => {
  if (ended) {
    left();
    return;
  }
  element('stop').disabled = true;
  element('left').textContent = '–';
  say('Connection lost: the program has ended, or is starting again');
};

for (const input of document.querySelectorAll('.inputs img')) input.addEventListener('load', fitAll);
new ResizeObserver(fitAll).observe(element('frame'));
window.addEventListener('resize', fitAll);
fitAll();

element('stop').addEventListener('click', async () => {
  asked = true;
  element('stop').disabled = true;
  element('stop').textContent = 'Stopping…';
  element('state').focus();
  try {
    await ask('stop');
  } catch {
    asked = false;
    element('stop').disabled = ended;
    element('stop').textContent = 'Stop and save';
    say('The run couldn’t be asked to stop; try again, or press Ctrl-C in its terminal');
  }
});

element('close').addEventListener('click', async () => {
  element('state').focus();
  try {
    await ask('close');
  } catch {
    // It has ended already.
  }
  left();
  announcer.say('The program has ended', true);
});
