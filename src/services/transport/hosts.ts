/** An outside host that the product may talk to. */
export interface Host {
  readonly origin: string;
  /** Whether the manifest asks for it as a host permission; the others allow any origin by CORS. */
  readonly needsPermission: boolean;
  /** One sentence for the reader of the privacy page. */
  readonly purpose: string;
}

/** Every host that the product may talk to, and no other: manifest, content security policy and transport use this list. */
export const hosts: readonly Host[] = [
  {
    origin: 'https://github.com',
    needsPermission: true,
    purpose: 'The badge stands on its pages, and git’s own list of branches tells which commit is judged.',
  },
  {
    origin: 'https://api.github.com',
    needsPermission: false,
    purpose: 'Lists the files of a repository, and gives the texts of private ones when there is a token.',
  },
  {
    origin: 'https://raw.githubusercontent.com',
    needsPermission: false,
    purpose: 'Gives the texts of public repositories.',
  },
  {
    origin: 'https://ghcr.io',
    needsPermission: true,
    purpose: 'GitHub’s container registry is asked whether an image is public and what it is made of.',
  },
  {
    origin: 'https://pkg-containers.githubusercontent.com',
    needsPermission: true,
    purpose: 'Holds the parts of images to which the container registry leads on.',
  },
];
