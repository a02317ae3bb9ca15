import type { PageContext } from './page-context.ts';

const NAMES = [
  'bgColor-default',
  'bgColor-muted',
  'fgColor-default',
  'fgColor-muted',
  'fgColor-accent',
  'fgColor-danger',
  'fgColor-attention',
  'fgColor-success',
  'borderColor-default',
  'borderColor-muted',
  'button-primary-bgColor-rest',
  'button-default-bgColor-rest',
  'underlineNav-borderColor-active',
  'page-header-bgColor',
  'bgColor-neutral-muted',
  'borderColor-danger-muted',
  'borderColor-attention-muted',
  'borderColor-success-muted',
];

// Values of @primer/primitives 11.10.0 (dist/css/functional/themes), in the order of NAMES.
const THEMES: Readonly<Record<string, string>> = {
  light:
    '#ffffff #f6f8fa #1f2328 #59636e #0969da #d1242f #9a6700 #1a7f37 #d1d9e0 #d1d9e0b3 #1f883d #f6f8fa #fd8c73 #f6f8fa #818b981f #ff818266 #d4a72c66 #4ac26b66',
  light_high_contrast:
    '#ffffff #e6eaef #010409 #454c54 #023b95 #960d1e #603700 #04591f #454c54 #454c54 #055d20 #e0e6eb #cd3425 #e6eaef #e0e6eb #ee5a5d #b58407 #26a148',
  dark: '#0d1117 #151b23 #f0f6fc #9198a1 #4493f8 #f85149 #d29922 #3fb950 #3d444d #3d444db3 #238636 #212830 #f78166 #0d1117 #656c7633 #f8514966 #bb800966 #2ea04366',
  dark_dimmed:
    '#212830 #262c36 #d1d7e0 #9198a1 #478be6 #e5534b #c69026 #57ab5a #3d444d #3d444db3 #347d39 #2a313c #ec775c #212830 #656c7633 #e5534b66 #ae7c1466 #46954a66',
  dark_high_contrast:
    '#010409 #151b23 #ffffff #b7bdc8 #74b9ff #ff9492 #f0b72f #2bd853 #b7bdc8 #b7bdc8 #006222 #262c36 #ff967d #010409 #212830 #ff8080 #edaa27 #0ac740',
};

export const pageThemes = Object.keys(THEMES);

const declarations = (values: string): string =>
  values
    .split(' ')
    .map((value, index) => `--${NAMES[index]}:${value}`)
    .join(';');

/** GitHub's variables for every theme, chosen as GitHub chooses: by the attributes of the html element. */
export const themeStyle = Object.entries(THEMES)
  .map(([theme, values]) => {
    const kind = theme.split('_')[0];
    const own = declarations(values);
    return `[data-color-mode=${kind}][data-${kind}-theme=${theme}],[data-color-mode=auto][data-light-theme=${theme}]{${own}}
@media (prefers-color-scheme:dark){[data-color-mode][data-color-mode=auto][data-dark-theme=${theme}]{${own}}}`;
  })
  .join('\n');

export const themeAttributes = ({ theme }: PageContext): string =>
  `data-color-mode="${theme.mode}" data-light-theme="${theme.light}" data-dark-theme="${theme.dark}"`;
