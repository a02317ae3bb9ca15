import type { Readme } from './readme.ts';

/** A page outside the repository that a README sends its reader to for instructions. */
export interface OutsideGuide {
  readonly line: number;
  readonly quote: string;
  readonly address: string;
}

const LINK = /(!?)\[([^\][\n]{1,200})\]\((https?:\/\/[^\s()]{1,300})\)|(?<![("'=])\b(https?:\/\/[^\s()<>"']{1,300})/gi;
const ABOUT_STEPS = /\b(?:documentation|docs|install\w*|set-?up|guide|usage|tutorial|wiki|instructions?|manual)\b/i;
const NO_GUIDE =
  /(?:^|[./])(?:shields\.io|badge|doi\.org|pypi\.org|anaconda\.org|youtube\.com|youtu\.be|arxiv\.org)(?:[./]|$)|\.(?:svg|png|gif|jpe?g)$/i;

/** The first such page, or null. What stands there is not read: it may change or vanish. */
export function outsideGuideOf({ blocks }: Readme): OutsideGuide | null {
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'heading') continue;
    const lines = block.text.split('\n');
    for (const [index, line] of lines.entries()) {
      const address = guideIn(line.slice(0, 4_000));
      if (address !== null) return { line: block.line + index, quote: line, address };
    }
  }
  return null;
}

function guideIn(line: string): string | null {
  if (!ABOUT_STEPS.test(line)) return null;
  for (const [, image, , linked, bare] of line.matchAll(LINK)) {
    const address = (linked ?? bare ?? '').replace(/[.,;:]+$/, '');
    if (image !== '!' && !NO_GUIDE.test(address)) return address;
  }
  return null;
}
