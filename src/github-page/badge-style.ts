/**
 * GitHub's label shape in GitHub's own variables (@primer/primitives 11), with their values for light and dark as fallbacks.
 * `!important` inside a shadow root is stronger than anything the page says about the host. Forced colours need no rule: the
 * browser gives a real button its own.
 */
export const badgeStyle = `
:host{all:initial!important;display:inline-flex!important;flex:none!important;vertical-align:middle!important;margin-left:4px!important;color-scheme:light dark!important}
:host([data-mode=light]){color-scheme:light!important}
:host([data-mode=dark]){color-scheme:dark!important}
:host([data-place=name]){margin:0!important}
:host([data-place=about]){float:right!important;margin:-38px 32px 0!important}
:host([data-place=corner]){position:fixed!important;right:16px!important;bottom:16px!important;z-index:99!important}
:host([data-place=corner]) button{background:var(--bgColor-default,Canvas);box-shadow:0 3px 12px #0003}
button{all:unset;box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;gap:4px;min-width:88px;max-width:320px;height:20px;padding:0 8px 0 6px;border:1px solid var(--borderColor-default,currentColor);border-radius:2em;color:var(--fgColor-muted,light-dark(#59636e,#9198a1));font:500 12px/18px var(--fontStack-system,system-ui,sans-serif);white-space:nowrap;cursor:pointer}
.check{min-width:0}
.to-fix{color:var(--fgColor-danger,light-dark(#d1242f,#f85149));border-color:var(--borderColor-danger-muted,currentColor)}
.tips{color:var(--fgColor-attention,light-dark(#9a6700,#d29922));border-color:var(--borderColor-attention-muted,currentColor)}
.nothing-missing{color:var(--fgColor-success,light-dark(#1a7f37,#3fb950));border-color:var(--borderColor-success-muted,currentColor)}
button:hover{text-decoration:underline}
button:focus-visible{outline:2px solid var(--fgColor-accent,Highlight);outline-offset:1px}
span{overflow:hidden;text-overflow:ellipsis}
p{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
svg{flex:none;width:12px;height:12px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
path:not(:last-child){stroke-dasharray:2.9 2.6;stroke-linecap:butt}
.to-fix path{fill:currentColor;fill-rule:evenodd;stroke:none}`;
