import { type ImageReference, imageName } from '../model/image-reference.ts';

/** A program that installs packages, or `sudo`. */
export type Tool =
  | 'apt'
  | 'dpkg'
  | 'aptitude'
  | 'apk'
  | 'dnf'
  | 'conda'
  | 'mamba'
  | 'micromamba'
  | 'pip'
  | 'uv'
  | 'npm'
  | 'poetry'
  | 'pipenv'
  | 'pixi'
  | 'sudo';

/** Whether a command is run as root. */
export type BuildUser = 'root' | 'other' | 'unknown';

/** What is known of the images of one family before anything is added. A tool that is in neither set is not known of. */
export interface BaseFamily {
  readonly user: BuildUser;
  /** Whether apt’s package lists are in the image: nothing can be installed without, and `old` ones name files that may be gone. */
  readonly hasAptLists: false | 'old' | 'unknown';
  /** How its user is named where that is not root, to switch back to. */
  readonly userName: string | null;
  readonly has: ReadonlySet<Tool>;
  readonly lacks: ReadonlySet<Tool>;
}

const ALL = 'apt dpkg aptitude apk dnf conda mamba micromamba pip uv npm poetry pipenv pixi sudo';
const tools = (text: string): readonly Tool[] => (text === '' ? [] : (text.split(' ') as Tool[]));

/** What is neither there nor perhaps there is lacking. */
function family(
  has: string,
  perhaps = '',
  { hasAptLists = false, userName = null }: Partial<Pick<BaseFamily, 'userName' | 'hasAptLists'>> = {},
): BaseFamily {
  const known = new Set([...tools(has), ...tools(perhaps)]);
  return {
    user: userName === null ? 'root' : 'other',
    hasAptLists,
    userName,
    has: new Set(tools(has)),
    lacks: new Set(tools(ALL).filter((tool) => !known.has(tool))),
  };
}

const DEBIAN = family('apt dpkg');
const PYTHON = family('apt dpkg pip');
const NODE = family('apt dpkg npm');
const ALPINE = family('apk');
const RPM = family('dnf', 'pip sudo');
const NOTHING = family('');
const MINICONDA = family('apt dpkg conda pip', 'mamba uv npm');
const MINIFORGE = family('apt dpkg conda mamba pip');
const ROCKER = family('apt dpkg', 'pip sudo npm uv');
const JUPYTER = family('apt dpkg conda mamba pip sudo', 'npm uv micromamba', { userName: 'jovyan' });

/** The images that UCSD builds for all courses, under the names they had. */
export const UCSD_BASE =
  /^(?:ghcr\.io\/ucsd-ets|docker\.io\/ucsdets)\/(?:datascience|scipy-ml|rstudio|datahub-base)-notebook$/;

/** By `registry/path`; a tag that says more than its family comes first. Null: known to be unlike its family, and not known how. */
const FAMILIES: readonly (readonly [RegExp, RegExp | null, BaseFamily | null])[] = [
  [/^docker\.io\/library\//, /windows|nanoserver/, null],
  [/^docker\.io\/library\/(?:python|pypy)$/, /alpine/, family('apk pip')],
  [/^docker\.io\/library\/node$/, /alpine/, family('apk npm')],
  [/^docker\.io\/library\/alpine$/, null, ALPINE],
  [/^docker\.io\/library\//, /alpine/, ALPINE],
  [/^docker\.io\/library\/(?:python|pypy)$/, null, PYTHON],
  [/^docker\.io\/library\/node$/, null, NODE],
  [/^docker\.io\/library\/openjdk$/, /oracle/, RPM],
  [/^docker\.io\/library\/openjdk$/, /slim|jessie|stretch|buster|bullseye|bookworm|^(?:[678]|11)(?:[.-]|$)/, DEBIAN],
  [/^docker\.io\/library\/openjdk$/, /^[12]\d(?:[.-]|$)/, RPM],
  [/^docker\.io\/library\/eclipse-temurin$/, /ubi|centos|windows/, RPM],
  [
    /^docker\.io\/library\/(?:debian|ubuntu|buildpack-deps|golang|rust|ruby|php|perl|gcc|haskell|erlang|elixir|julia|eclipse-temurin|nginx|httpd|postgres|redis)$/,
    null,
    DEBIAN,
  ],
  [/^docker\.io\/(?:library|rocker)\/r-base$/, null, family('apt dpkg', 'pip')],
  [/^docker\.io\/library\/(?:fedora|rockylinux|almalinux|centos|amazonlinux|oraclelinux)$/, null, RPM],
  [/^docker\.io\/(?:rockylinux\/rockylinux|redhat\/ubi\d)|^quay\.io\/centos\/centos$/, null, RPM],
  [/^registry\.access\.redhat\.com\/ubi\d/, null, RPM],
  [/^docker\.io\/library\/(?:archlinux|busybox)$/, null, NOTHING],
  [/^docker\.io\/rocker\/binder$/, null, family('apt dpkg pip', 'sudo npm uv', { userName: 'rstudio' })],
  [
    /^docker\.io\/rocker\/(?:r-ver|rstudio|tidyverse|verse|geospatial|shiny|shiny-verse|ml|ml-verse|cuda)$/,
    null,
    ROCKER,
  ],
  [/^(?:docker|quay)\.io\/jupyter\/(?:[a-z-]+-notebook|docker-stacks-foundation)$/, null, JUPYTER],
  [UCSD_BASE, /^20(?:19|2[01])\./, { ...JUPYTER, hasAptLists: 'old' }],
  [UCSD_BASE, null, JUPYTER],
  [/^docker\.io\/continuumio\/(?:mini|ana)conda3?$/, /alpine/, family('apk conda pip', 'mamba')],
  // What the first ones of these left behind is not known.
  [
    /^docker\.io\/continuumio\/(?:mini|ana)conda3?$/,
    /^[45]\.[0-8](?:\.|$)|^20(?:1\d|20)\./,
    { ...MINICONDA, hasAptLists: 'unknown' },
  ],
  [/^docker\.io\/continuumio\/(?:mini|ana)conda3?$/, null, MINICONDA],
  [/^docker\.io\/condaforge\/miniforge(?:3|-pypy3)$/, /^(?:4|2[0-2])\./, family('apt dpkg conda pip', 'mamba')],
  [/^docker\.io\/condaforge\/(?:mini|mamba)forge(?:3|-pypy3)?$/, null, MINIFORGE],
  [/^(?:docker\.io\/mambaorg|ghcr\.io\/mamba-org)\/micromamba$/, /alpine|fedora|amazon|ubi|rocky/, null],
  [
    /^(?:docker\.io\/mambaorg|ghcr\.io\/mamba-org)\/micromamba$/,
    null,
    family('apt dpkg micromamba', 'pip conda mamba', { userName: '$MAMBA_USER' }),
  ],
  [/^(?:docker|nvcr)\.io\/nvidia\/cuda(?:gl)?$/, /centos|ubi|rocky|suse|amazon/, RPM],
  [/^(?:docker|nvcr)\.io\/nvidia\/cuda(?:gl)?$/, null, DEBIAN],
  [
    /^nvcr\.io\/nvidia\/(?:pytorch|tensorflow)$/,
    null,
    family('apt dpkg pip', 'conda mamba npm uv sudo', { hasAptLists: 'unknown' }),
  ],
  // conda is left out of newer ones.
  [/^docker\.io\/pytorch\/pytorch$/, /^(?:[01]\.|2\.[0-5]\.)/, family('apt dpkg pip conda', 'mamba sudo')],
  [/^docker\.io\/pytorch\/pytorch$/, null, family('apt dpkg pip', 'conda mamba sudo uv')],
  [/^docker\.io\/tensorflow\/tensorflow$/, null, family('apt dpkg pip', 'sudo', { hasAptLists: 'unknown' })],
  [
    /^(?:docker|quay)\.io\/pangeo\/(?:base-image|base-notebook|pangeo-notebook|pytorch-notebook|ml-notebook|forge)(?:-onbuild)?$/,
    null,
    family('apt dpkg conda mamba pip', 'npm uv sudo pixi', { userName: 'jovyan' }),
  ],
  [
    /^mcr\.microsoft\.com\/(?:vscode\/)?devcontainers\/(?:mini|ana)conda$/,
    null,
    family('apt dpkg conda pip sudo', 'mamba npm uv', { hasAptLists: 'unknown' }),
  ],
  [
    /^mcr\.microsoft\.com\/(?:vscode\/)?devcontainers\/python$/,
    null,
    family('apt dpkg pip sudo', 'npm uv conda poetry pipenv', { hasAptLists: 'unknown' }),
  ],
  [
    /^mcr\.microsoft\.com\/(?:vscode\/)?devcontainers\/base$/,
    null,
    family('apt dpkg sudo', 'pip npm uv conda poetry pipenv', { hasAptLists: 'unknown' }),
  ],
  [/^ghcr\.io\/prefix-dev\/pixi$/, null, family('pixi', 'apt dpkg pip', { hasAptLists: 'unknown' })],
  [/^ghcr\.io\/astral-sh\/uv$/, /python[\d.]+-(?:bookworm|trixie)/, family('apt dpkg uv', 'pip')],
  [/^docker\.io\/bioconductor\/bioconductor_docker$/, null, { ...ROCKER, hasAptLists: 'unknown' }],
];

/**
 * The family of an image, null where nothing is known of it. Sources: the Dockerfiles of Docker's official images,
 * jupyter/docker-stacks, ucsd-ets/datahub-docker-stack (2021 to 2026) and datahub-base-notebook (2019 to 2021), rocker-org/rocker-versioned2, ContinuumIO/docker-images,
 * conda-forge/miniforge-images, mamba-org/micromamba-docker, NVIDIA's cuda, pytorch, tensorflow, pangeo-data/pangeo-docker-images,
 * astral-sh/uv. Read 2026-11-25.
 */
export function baseFamilyOf(reference: ImageReference): BaseFamily | null {
  const name = imageName(reference);
  const tag = reference.tag ?? '';
  return FAMILIES.find(([image, version]) => image.test(name) && (version === null || version.test(tag)))?.[2] ?? null;
}

/** Nothing at all, as `FROM scratch` begins. */
export const emptyBase: BaseFamily = NOTHING;
