/** An outside host that the product may talk to. */
export interface Host {
  readonly origin: string;
  /** One sentence for the reader of the privacy page. */
  readonly purpose: string;
}

/**
 * The hosts that the product may talk to, and with `optionalHosts` every one: manifest, content security policy and transport
 * use these lists. Each is a host permission; `docs/decisions/0004-hosts-and-permissions.md` tells why none is left to CORS.
 */
export const hosts: readonly Host[] = [
  {
    origin: 'https://github.com',
    purpose: 'The badge stands on its pages, and git’s own list of branches tells which commit is judged.',
  },
  {
    origin: 'https://api.github.com',
    purpose: 'Lists the files of a repository, and gives its texts as well when there is a token.',
  },
  {
    origin: 'https://raw.githubusercontent.com',
    purpose: 'Gives the texts of public repositories when there is no token.',
  },
  {
    origin: 'https://ghcr.io',
    purpose: 'GitHub’s container registry is asked whether an image is public and what it is made of.',
  },
  {
    origin: 'https://pkg-containers.githubusercontent.com',
    purpose: 'Holds the parts of images to which the container registry leads on.',
  },
];

/** Docker Hub's, asked only after the reader allowed it; `docs/decisions/0008-docker-hub.md` tells why. */
export const optionalHosts: readonly Host[] = [
  {
    origin: 'https://auth.docker.io',
    purpose: 'Gives the anonymous token with which Docker Hub is asked.',
  },
  {
    origin: 'https://registry-1.docker.io',
    purpose: 'Docker Hub is asked whether an image is public and what it is made of.',
  },
  {
    origin: 'https://production.cloudflare.docker.com',
    purpose: 'Holds the parts of images to which Docker Hub leads on.',
  },
  {
    origin: 'https://production.cloudfront.docker.com',
    purpose: 'Holds them too.',
  },
  {
    origin: 'https://docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com',
    purpose: 'Holds them too.',
  },
];
