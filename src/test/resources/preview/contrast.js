// Names each visible text whose contrast with what is behind it is less than WCAG 2.2 asks for (1.4.3).
(() => {
  const channels = color => color.match(/[\d.]+/g).map(Number);
  const linear = value => value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const behind = node => {
    for (let each = node; each; each = each.parentElement) {
      const color = channels(getComputedStyle(each).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const faults = [];
  for (const node of document.querySelectorAll('body *')) {
    const own = [...node.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
    if (!own || node.disabled || node.closest('[hidden]') || node.closest('.tag')) continue;
    const style = getComputedStyle(node);
    const front = luminance(channels(node instanceof SVGElement ? style.fill : style.color));
    const back = luminance(behind(node));
    const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    if (contrast < 4.5) faults.push(`${node.tagName} ${node.id} ${node.textContent.trim()}: ${contrast.toFixed(2)}`);
  }
  return faults.join('\n');
})()
