'use strict';

/** The total loss by iteration on a logarithmic scale, as losses-log.png has it. */
const chart = (() => {
  const LABEL = 11;
  const ROW = 14;
  const CHARACTER = 6.6;
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.getElementById('chart');

  const short = value => value >= 1e5
    ? value.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: 3 })
    : value < 1e-3 ? value.toExponential(0) : value.toLocaleString('en', { maximumSignificantDigits: 4 });

  function niceStep(rough) {
    const decade = 10 ** Math.floor(Math.log10(rough));
    return [1, 2, 5, 10].map(digit => digit * decade).find(step => step >= rough);
  }

  function multiples(low, high, step) {
    const values = [];
    for (let i = Math.ceil(low / step); i * step <= high; i++) values.push(Number((i * step).toPrecision(12)));
    return values;
  }

  /** Round losses between two that are more than 0. */
  function lossTicks(low, high) {
    const decades = Math.log10(high / low);
    if (decades < 0.7) return multiples(low, high, niceStep((high - low) / 3));
    const digits = decades < 2.5 ? [1, 2, 5] : [1];
    const every = Math.ceil(decades / 6);
    const values = [];
    for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.log10(high); exponent++) {
      if (exponent % every === 0) values.push(...digits.map(digit => Number((digit * 10 ** exponent).toPrecision(3))));
    }
    return values.filter(value => value >= low && value <= high);
  }

  function add(name, attributes, text) {
    const node = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    svg.append(node);
  }

  /** Pieces of the curve: without iterations, and where the size changes, there is a gap. */
  function pieces(points, marks) {
    const all = [];
    let before = null;
    for (const point of points) {
      if (!(point[1] > 0)) {
        before = null;
        continue;
      }
      const broken = !before || marks.some(mark => mark[2] && before[0] < mark[0] && mark[0] <= point[0]);
      if (broken) all.push([]);
      all[all.length - 1].push(point);
      before = point;
    }
    return all;
  }

  /** Where names of marks go: in a row where they don't touch, or nowhere. */
  function names(marks, x, right) {
    const free = [0, 0];
    return marks.map(([first, label]) => {
      const width = label.length * CHARACTER;
      const left = Math.min(x(first - 0.5), right - width);
      const row = free.findIndex(end => left >= end);
      if (row >= 0) free[row] = left + width + 6;
      return { left, row, label, at: x(first - 0.5) };
    });
  }

  /**
   * Draws.
   *
   * @param points pairs of iteration and loss
   * @param marks triples of first iteration, label, and whether it is of another size
   */
  function draw(points, marks) {
    const parts = pieces(points, marks);
    const usable = parts.flat();
    const { width, height } = svg.getBoundingClientRect();
    if (usable.length < 2 || width === 0) {
      svg.replaceChildren();
      return;
    }
    const losses = usable.map(point => point[1]);
    const padding = Math.max(1.02, (Math.max(...losses) / Math.min(...losses)) ** 0.05);
    const low = Math.min(...losses) / padding;
    const high = Math.max(...losses) * padding;
    const ticks = lossTicks(low, high);
    const reached = marks.filter(mark => mark[0] <= usable[usable.length - 1][0]);
    const named = reached.length > 1 ? reached : [];
    const left = Math.ceil(Math.max(...ticks.map(tick => short(tick).length), 1) * CHARACTER) + 8;
    const right = width - 4;
    const bottom = height - LABEL - 8;
    const first = usable[0][0];
    const span = usable[usable.length - 1][0] - first || 1;
    const x = iteration => left + 3 + (right - left - 3) * Math.max(0, iteration - first) / span;
    const labels = names(named, x, right);
    const top = 6 + ROW * (1 + Math.max(-1, ...labels.map(label => label.row)));
    const y = loss => bottom - (bottom - top) * Math.log(loss / low) / Math.log(high / low);

    svg.replaceChildren();
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    for (const tick of ticks) {
      add('line', { class: 'grid', x1: left, x2: right, y1: y(tick), y2: y(tick) });
      add('text', { class: 'tick', x: left - 5, y: y(tick) + LABEL / 3, 'text-anchor': 'end' }, short(tick));
    }
    const step = Math.max(1, niceStep(span / Math.max(2, Math.floor((right - left) / 64))));
    const word = 'iteration'.length * CHARACTER;
    for (const tick of multiples(first, first + span, step)) {
      add('line', { class: 'axis', x1: x(tick), x2: x(tick), y1: bottom, y2: bottom + 4 });
      if (x(tick) < right - word - 14) {
        add('text', { class: 'tick', x: x(tick), y: height - 3, 'text-anchor': 'middle' }, tick.toLocaleString('en'));
      }
    }
    add('text', { class: 'tick', x: right, y: height - 3, 'text-anchor': 'end' }, 'iteration');
    add('path', { class: 'axis', d: `M${left} ${top}V${bottom}H${right}` });
    for (const label of labels) {
      if (label.at > left + 6) add('line', { class: 'mark', x1: label.at, x2: label.at, y1: top, y2: bottom });
      if (label.row >= 0) add('text', { class: 'name', x: label.left, y: top - 5 - ROW * label.row }, label.label);
    }
    const place = point => `${x(point[0]).toFixed(1)} ${y(point[1]).toFixed(1)}`;
    add('path', {
      id: 'line',
      d: parts.map(part => part.length > 1 ? `M${part.map(place).join('L')}` : `M${place(part[0])}h0`).join(''),
    });
  }

  return { draw };
})();
