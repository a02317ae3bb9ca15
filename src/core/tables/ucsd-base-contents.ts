import { type ImageReference, imageName } from '../model/image-reference.ts';
import { UCSD_BASE } from './base-families.ts';

const words = (text: string): readonly string[] => text.split(' ');

/** apt packages of all of them, from jupyter/docker-stacks. */
const ALWAYS = words(
  'ca-certificates locales sudo wget fonts-liberation run-one git unzip tzdata build-essential ffmpeg fonts-dejavu gfortran gcc',
);
/** Added by the base’s own Dockerfiles, from the tags of that year and quarter on. */
const ADDED: readonly (readonly [number, readonly string[]])[] = [
  [2020.2, words('curl rsync less nano vim openssh-client cmake tmux screen gnupg htop')],
  [2022.2, words('openssh-server p7zip')],
  [2024.3, words('jq apt-utils strace netcat-openbsd pandoc dvipng cm-super netbase tini xclip texlive-xetex')],
];

/**
 * The apt packages that a UCSD base image is known to hold, null for other images. Not known: what else came with these, the
 * libraries of Ubuntu, and the images of single courses. Known to be in none: aria2, nmap, traceroute. Sources: the Dockerfiles
 * of ucsd-ets/datahub-base-notebook (2020-08, 2021-05), ucsd-ets/datahub-docker-stack (2021-06 to 2026-05) and
 * jupyter/docker-stacks. Read 2026-11-25.
 */
export function aptPackagesOf(reference: ImageReference): ReadonlySet<string> | null {
  if (!UCSD_BASE.test(imageName(reference))) return null;
  const [, year = '9999', quarter = '9'] = /^(20\d\d)\.(\d)/.exec(reference.tag ?? '') ?? [];
  const at = Number(year) + Number(quarter) / 10;
  return new Set([...ALWAYS, ...ADDED.flatMap(([since, names]) => (at >= since ? names : []))]);
}
