import { themeStyle } from './page-theme.ts';

/** Enough of GitHub's looks for a screenshot to be taken for a page of GitHub, and the classes that hide parts by width. */
export const pageStyle = `${themeStyle}
*{box-sizing:border-box}
html{--fontStack-system:-apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;color-scheme:light}
[data-color-mode=dark]{color-scheme:dark}
@media (prefers-color-scheme:dark){[data-color-mode=auto]{color-scheme:dark}}
body{margin:0;font:14px/1.5 var(--fontStack-system);color:var(--fgColor-default);background:var(--bgColor-default)}
[hidden]{display:none!important}
a{color:var(--fgColor-accent);text-decoration:none}
h1,h2,h3{margin:0;font-weight:600}
.octicon{width:16px;height:16px;fill:currentColor;flex:none;vertical-align:text-bottom}
.d-flex{display:flex}.flex-wrap{flex-wrap:wrap}.flex-items-center{align-items:center}.flex-auto{flex:auto}.min-width-0{min-width:0}
.flex-justify-end{justify-content:flex-end}.wb-break-word{word-break:break-word}
.mr-1{margin-right:4px}.mr-2{margin-right:8px}.mx-1{margin:0 4px}.mb-3{margin-bottom:16px}.my-3{margin:16px 0}.mt-2{margin-top:8px}
.color-fg-muted{color:var(--fgColor-muted)}
.f3{font-size:20px}.f4{font-size:16px}.h4{font-size:16px}.text-normal{font-weight:400}.text-bold{font-weight:600}
.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.Label,[data-component=Label]{display:inline-block;padding:0 7px;font-size:12px;font-weight:500;line-height:18px;white-space:nowrap;border:1px solid var(--borderColor-default);border-radius:2em;color:var(--fgColor-muted)}
.Counter{padding:0 6px;font-size:12px;line-height:18px;border-radius:2em;background:var(--bgColor-neutral-muted)}
.avatar{content:linear-gradient(transparent,transparent);width:24px;height:24px;border-radius:50%;background:var(--bgColor-neutral-muted)}
.btn{display:inline-block;padding:3px 12px;font-size:12px;font-weight:500;line-height:20px;border:1px solid var(--borderColor-default);border-radius:6px;background:var(--button-default-bgColor-rest);color:var(--fgColor-default)}
.btn-primary{background:var(--button-primary-bgColor-rest);border-color:transparent;color:#fff}
.pagehead-actions,[data-testid=repo-header-actions]{display:flex;gap:8px;margin:0;padding:0;list-style:none}
.HeaderMktg,.GlobalNav,.AppHeader{display:flex;align-items:center;gap:16px;padding:16px;min-height:64px}
.HeaderMktg{background:var(--bgColor-default);border-bottom:1px solid var(--borderColor-muted);font-size:16px}
.GlobalNav,.AppHeader{background:var(--page-header-bgColor)}
.GlobalNav ol{display:flex;margin:0;padding:0;list-style:none}.GlobalNav li{display:inline-flex;align-items:center}
.GlobalNav li+li::before{content:"/";padding:0 4px;color:var(--fgColor-muted)}
.GlobalNav li a{color:var(--fgColor-default)}.GlobalNav li:last-child a{font-weight:600}
.search{margin-left:auto;width:260px;padding:4px 12px;border:1px solid var(--borderColor-default);border-radius:6px;color:var(--fgColor-muted);font-size:14px}
#repository-container-header{padding-top:16px;background:var(--page-header-bgColor);border-bottom:1px solid var(--borderColor-muted)}
.px{padding-left:32px;padding-right:32px}
.UnderlineNav{overflow:hidden;white-space:nowrap}.UnderlineNav-body{display:flex;gap:8px;margin:0;padding:0 24px;list-style:none}
.UnderlineNav-body a{display:block;padding:8px;color:var(--fgColor-default)}
.UnderlineNav-body [aria-current]{font-weight:600;border-bottom:2px solid var(--underlineNav-borderColor-active)}
.columns{display:flex;gap:24px;max-width:1280px;margin:0 auto;padding:24px 32px}
.columns>:first-child{flex:auto;min-width:0}
.title-row{display:flex;align-items:center;justify-content:space-between;gap:16px;max-width:1280px;margin:0 auto;padding:16px 32px;border-bottom:1px solid var(--borderColor-muted)}
.sidebar{flex:none;width:296px}
.toolbar{display:flex;gap:8px;margin-bottom:16px}.toolbar .btn-primary{margin-left:auto}
.box{border:1px solid var(--borderColor-default);border-radius:6px;margin-bottom:24px;overflow:hidden}
.box-header{display:flex;gap:8px;padding:12px 16px;background:var(--bgColor-muted);border-bottom:1px solid var(--borderColor-default)}
table{width:100%;border-collapse:collapse}td{padding:8px 16px;border-top:1px solid var(--borderColor-muted)}tr:first-child td{border-top:0}
td a{color:var(--fgColor-default)}td svg{margin-right:8px;color:var(--fgColor-muted)}
article{padding:32px;font-size:16px}article h1{font-size:32px;padding-bottom:8px;border-bottom:1px solid var(--borderColor-muted)}
.BorderGrid-row,.grid-row{padding:16px 0;border-bottom:1px solid var(--borderColor-muted)}
.float-right{float:right}
pre{margin:0;padding:16px;font:12px/20px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow:auto}
.d-block{display:block}.d-none{display:none}
@media (min-width:768px){.d-md-none{display:none}.d-md-block{display:block}.d-md-inline{display:flex}}
@media (max-width:767px){.hide-sm,.hide-md{display:none}.columns{flex-direction:column;padding:16px}.sidebar{width:100%}.px{padding-left:16px;padding-right:16px}.search{display:none}}
.Label.d-none{display:none}@media (min-width:768px){.Label.d-md-block{display:inline-block}}`;
