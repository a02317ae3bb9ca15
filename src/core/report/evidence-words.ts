import type { Evidence } from '../model/finding.ts';

/** Where a verdict’s evidence stands, in a few words: `README.md line 8`. */
export function evidenceWords(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'line':
      return `${evidence.path} line ${evidence.line}`;
    case 'tree':
      return `looked for ${evidence.lookedFor} among ${evidence.entries.toLocaleString('en')} ${evidence.entries === 1 ? 'entry' : 'entries'}`;
    case 'registry':
      return `${evidence.reference}: the ${evidence.request} was answered ${evidence.status}${evidence.code === null ? '' : ` ${evidence.code}`}`;
    case 'config':
      return `${evidence.field} in the image’s configuration ${shortDigest(evidence.digest)}`;
    case 'history':
      return `step ${evidence.entry} of the image’s history ${shortDigest(evidence.digest)}`;
    case 'layer':
      return `${evidence.path} in layer ${shortDigest(evidence.digest)}`;
  }
}

const shortDigest = (digest: string): string => digest.replace(/^(sha256:[0-9a-f]{6})[0-9a-f]+$/, '$1…');
