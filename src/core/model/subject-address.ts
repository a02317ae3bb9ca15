const SCHEME = /^(?:https?|ssh|git):\/\/(?:[^@/]{1,400}@)?/i;

/** Pages elsewhere that show what is on GitHub or in a registry, and the address that they stand for. */
const OTHER_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^git@github\.com:/i, 'github.com/'],
  [
    /^(?:github\.dev|api\.github\.com\/repos|(?:colab\.research\.google\.com|nbviewer(?:\.jupyter)?\.org)\/github)\//i,
    'github.com/',
  ],
  [/^mybinder\.org\/v2\/gh\/([^/?#]+\/[^/?#]+)\//i, 'github.com/$1/tree/'],
  [/^quay\.io\/repository\//i, 'quay.io/'],
  // The port that is meant anyway.
  [/^([^/:]+):443\//, '$1/'],
];

/** An address without its scheme and log-in, by the name that GitHub or the registry itself has for it. */
export const addressFrom = (text: string): string =>
  OTHER_FORMS.reduce((address, [form, plain]) => address.replace(form, plain), text.replace(SCHEME, ''));

/** Registries whose addresses are also written as those of pages. */
const REGISTRIES =
  /^(?:ghcr\.io|quay\.io|nvcr\.io|public\.ecr\.aws|mcr\.microsoft\.com|(?:[a-z0-9-]+\.)?(?:docker\.io|gcr\.io|pkg\.dev|azurecr\.io)|(?:registry|registry-1|docker|cr|containers?)\..+)$/;
const WEBSITES =
  /(?:^|\.)(?:git(?:hub|lab)\.(?:com|io)|githubusercontent\.com|bitbucket\.org|codeberg\.org|sr\.ht|mybinder\.org|nbviewer\.org|google\.com|huggingface\.co|kaggle\.com|zenodo\.org|doi\.org|osf\.io|readthedocs\.io|netlify\.app|vercel\.app)$/;

/** Whether a host may be a registry of images: any other than a known website; as a page’s address, only a known registry. */
export const mayBeRegistry = (host: string, text: string): boolean =>
  REGISTRIES.test(host) || !(SCHEME.test(text) || WEBSITES.test(host));
