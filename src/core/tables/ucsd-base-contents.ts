import { type ImageReference, imageName } from '../model/image-reference.ts';

const words = (text: string): readonly string[] => text.split(' ');

/** apt packages of all of them, from jupyter/docker-stacks. */
const ALWAYS = words(
  'ca-certificates locales sudo wget fonts-liberation run-one git unzip tzdata build-essential ffmpeg fonts-dejavu gfortran gcc',
);
/** What ucsd-ets/datahub-docker-stack adds since March 2022. */
const SINCE_2022 = words(
  'curl rsync less nano vim cmake tmux screen gnupg htop openssh-client openssh-server p7zip dvipng cm-super netbase tini',
);
/** The same since the tags of 2024.3. */
const SINCE_2024 = words(
  'jq apt-utils strace netcat-openbsd pandoc xclip texlive-xetex texlive-fonts-recommended texlive-plain-generic',
);

/**
 * The apt packages that a UCSD base image is known to hold, null for other images. Not known: what else came with these, the
 * libraries of Ubuntu, and the images of course staff. Known to be in none: aria2, nmap, traceroute. Sources: the Dockerfiles of
 * ucsd-ets/datahub-docker-stack at 2021-06, 2022-03, 2022-10, 2023-09, 2024-03 and 2026-05; jupyter/docker-stacks. Read 2026-11-25.
 */
export function aptPackagesOf(reference: ImageReference): ReadonlySet<string> | null {
  if (
    !/^(?:ghcr\.io\/ucsd-ets|docker\.io\/ucsdets)\/(?:datascience|scipy-ml|rstudio|datahub-base)-notebook$/.test(
      imageName(reference),
    )
  )
    return null;
  const [, year = '9999', quarter = '9'] = /^(20\d\d)\.(\d)/.exec(reference.tag ?? '') ?? [];
  const at = Number(year) + Number(quarter) / 10;
  return new Set([...ALWAYS, ...(at >= 2022.2 ? SINCE_2022 : []), ...(at >= 2024.3 ? SINCE_2024 : [])]);
}
