const GONE = '[redacted]';
const KEPT = `$1${GONE}`;

// Shapes as the issuers publish them, and what follows a word that announces a secret. Lower case and “-” are what names
// are brought to. Each quantifier that something must follow is bounded or begins at a boundary, so that time stays linear.
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // GitHub; without a boundary in front only at the length of a real one.
  [/(?<![A-Za-z0-9])gh[pousr][_-][A-Za-z0-9]{16,4000}|gh[pousr]_[A-Za-z0-9]{30,4000}/gi, GONE],
  [/github[_-]pat[_-][A-Za-z0-9_-]{20,4000}/gi, GONE],
  // GitLab, Slack, Google, Hugging Face, npm, Docker Hub, Python’s index.
  [/glpat[_-][\w-]{16,4000}|xox[abeprs]-[A-Za-z0-9-]{10,4000}|xapp-\d-[A-Za-z0-9-]{10,4000}/gi, GONE],
  [/AIza[\w-]{30,4000}|ya29\.[\w-]{20,4000}|GOCSPX-[\w-]{20,4000}/g, GONE],
  [/(?:hf|npm)_[A-Za-z0-9]{30,4000}|dckr_[op]at_[\w-]{16,4000}|pypi-AgE[\w-]{16,4000}/gi, GONE],
  // OpenAI, Anthropic, Stripe: “task-” and “disk_” end alike.
  [/(?<![A-Za-z0-9])sk-(?:(?:proj|ant|svcacct|admin|or)-[\w-]{16,4000}|(?=[a-z]{0,200}\d)[a-z0-9]{20,4000})/gi, GONE],
  [/sk-(?:proj|ant)-(?=[a-z_-]{0,200}\d)[\w-]{40,4000}/gi, GONE],
  [/(?<![A-Za-z0-9])[rs]k_(?:live|test)_[A-Za-z0-9]{16,4000}/g, GONE],
  [/(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g, GONE],
  [/-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,4000}/g, GONE],
  // A JSON web token.
  [/(?<![\w-])eyJ[\w-]{10,4000}\.eyJ[\w-]{10,4000}\.[\w-]{10,4000}/g, GONE],
  // “Basic installation” is none.
  [/\b((?:Bearer|Basic) )(?=\S{0,200}?(?:[\d=]|[a-z][A-Z]))[A-Za-z0-9+/=._~-]{12,4000}/g, KEPT],
  [/(Authorization: {0,3}token )[\w-]{12,4000}/gi, KEPT],
  // In a URL: a password (not the tag before a digest), and a long name in place of one.
  [/(:\/\/[^\s/:@]{0,200}:)(?!\$[{(]|\$[A-Z_]{2,40}@|[<{])[^\s/]{1,400}(?=@(?!sha256:))/g, KEPT],
  [/(:\/\/)(?=[a-z_-]{0,200}\d)[\w-]{20,400}(?=(?::[^\s/@]{0,400})?@)/gi, KEPT],
  [
    /(passw(?:or)?d["']?\s{0,3}=\s{0,3}["']?)(?![=$<{*]|os\.|getpass|input)(?:(?<=["'])[^"'\n]{4,400}(?=["'])|[^\s"'`,;&|)]{4,400})/gi,
    KEPT,
  ],
  [
    /((?:(?<![a-z])(?:token|secret|sig|signature)|auth[_-]?token|(?:api|access|account|secret)[_-]?key|passw(?:or)?d|passphrase)["']?\s{0,3}[=:]\s{0,3}["'`]?)(?![=$<{*])(?=[^\s"']{0,200}\d)(?:(?<=["'`])[^"'`\n]{12,400}(?=["'`])|[a-z0-9%+/=._~!@#^*?-]{12,4000})/gi,
    KEPT,
  ],
  [/(_KEY["']?\s{0,3}[=:]\s{0,3}["']?)(?=[^\s"']{0,200}\d)[A-Za-z0-9+/_=-]{16,4000}/g, KEPT],
  [/("key"\s{0,3}:\s{0,3}")[0-9a-f]{32}(?=")/g, KEPT],
  [
    /((?:--(?:token|password|api-key|secret)|\bENV \w{0,40}(?:TOKEN|PASSWORD|SECRET|_KEY)) {1,3}["']?)(?=[^\s"']{0,200}\d)[^\s"'$<{-][^\s"']{5,4000}/g,
    KEPT,
  ],
];

/** What every shape holds: most texts hold none of it, and one look is cheaper than twenty. */
const MAYBE =
  /gh[pousr][_-]|github[_-]pat|glpat|xox[abeprs]-|xapp-|AIza|ya29\.|GOCSPX|hf_|npm_|dckr_|pypi-|sk-|[rs]k_|AKIA|ASIA|-----BEGIN|eyJ|Bearer |Basic |Authorization|:\/\/[^\s/]{1,1000}@|(?:token|secret|sig|signature|key|passwo?r?d|passphrase)["']?\s{0,3}[=:]|--(?:token|password|api-key|secret)|ENV \w{0,40}(?:TOKEN|PASSWORD|SECRET|_KEY)/i;

/** The text with everything that has the shape of a credential replaced. */
export const redact = (text: string): string =>
  MAYBE.test(text) ? SHAPES.reduce((out, [shape, by]) => out.replace(shape, by), text) : text;
