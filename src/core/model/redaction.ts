// Shapes as the issuers publish them: GitHub (ghp_ gho_ ghu_ ghs_ ghr_ and github_pat_), AWS access key ids, PEM keys,
// and what follows "Authorization:" or "token=".
const SHAPES: readonly RegExp[] = [
  /\bgh[pousr]_[A-Za-z0-9]{16,255}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,255}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,4000}/g,
  /\b(?:Bearer|Basic) [A-Za-z0-9+/=._~-]{12,4000}/g,
  /\b(?:token|sig|signature|access_token)=[A-Za-z0-9%+/=._~-]{12,4000}/gi,
];

/** The text with everything that has the shape of a credential replaced. */
export const redact = (text: string): string => SHAPES.reduce((out, shape) => out.replace(shape, '[redacted]'), text);
