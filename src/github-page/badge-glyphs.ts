const RING = 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z';
const QUESTION = [RING, 'M6.1 6.2a1.9 1.9 0 1 1 2.7 1.7c-.5.3-.8.6-.8 1.2M8 11.4v.1'];
const MARK = ['M13.2 5.2A6 6 0 1 0 14 8M14.3 2.2v3.7h-3.7z'];

// 16 × 16, drawn to be told apart at 12 pixels without colour. Stroke, fill and the dashes of the ring stand in the style.
const GLYPHS: Readonly<Record<string, readonly string[]>> = {
  check: MARK,
  checking: MARK,
  'to-fix': [`${RING}M6 4.7 4.7 6l2 2-2 2L6 11.3l2-2 2 2 1.3-1.3-2-2 2-2L10 4.7l-2 2Z`],
  'nothing-missing': [`${RING}m-3.1 7.2 2.1 2.1 4.2-4.4`],
  tips: ['M8 1.8 15 14H1ZM8 6.2v3.3M8 11.8v.1'],
};

function svgElement(name: string, attribute: string, value: string): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  element.setAttribute(attribute, value);
  return element;
}

/** The sign of a badge's state, drawn in the colour of the words. */
export function badgeGlyph(kind: string): Element {
  const svg = svgElement('svg', 'viewBox', '0 0 16 16');
  svg.append(...(GLYPHS[kind] ?? QUESTION).map((d) => svgElement('path', 'd', d)));
  return svg;
}
