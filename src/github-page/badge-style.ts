/**
 * GitHub's label shape in GitHub's own variables (@primer/primitives 11), with their values for light and dark as fallbacks.
 * The host has no box, so the button stands in GitHub's row itself; `!important` inside a shadow root is stronger than
 * anything the page says about the host. Forced colours need no rule: the browser gives a real button its own. The words
 * are drawn towards the page's text colour: GitHub's own red has a contrast of 4.0 in the dimmed theme, which is too little.
 */
export const badgeStyle = `:host{all:initial!important;display:contents!important}
button{all:unset;display:inline-flex;flex:none;vertical-align:middle;align-items:center;justify-content:center;gap:4px;box-sizing:border-box;min-width:88px;max-width:320px;margin-left:4px;padding:0 7px;border:1px solid var(--borderColor-default,currentColor);border-radius:2em;color:var(--fgColor-muted,light-dark(#59636e,#9198a1));color-scheme:light dark;font:500 12px/18px var(--fontStack-system,system-ui,sans-serif);white-space:nowrap;cursor:pointer}
.light{color-scheme:light}
.dark{color-scheme:dark}
.check{min-width:0}
.to-fix{color:var(--fgColor-danger,light-dark(#d1242f,#f85149));border-color:var(--borderColor-danger-muted,currentColor)}
.tips{color:var(--fgColor-attention,light-dark(#9a6700,#d29922));border-color:var(--borderColor-attention-muted,currentColor)}
.nothing-missing{color:var(--fgColor-success,light-dark(#1a7f37,#3fb950));border-color:var(--borderColor-success-muted,currentColor)}
.label,.breadcrumb{margin-left:8px}
.about{float:left;margin:-38px 0 0 96px}
.corner{position:fixed;right:16px;bottom:16px;z-index:99;background:var(--bgColor-default,Canvas);box-shadow:0 3px 12px #0003}
button:hover{text-decoration:underline}
button:focus-visible{outline:2px solid var(--fgColor-accent,Highlight);outline-offset:1px}
span{overflow:hidden;text-overflow:ellipsis;color:color-mix(in srgb,currentColor 80%,var(--fgColor-default))}
p{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
svg{flex:none;width:12px;height:12px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
path:not(:last-child){stroke-dasharray:2.9 2.6;stroke-linecap:butt}
.to-fix path{fill:currentColor;fill-rule:evenodd;stroke:none}`;
