/**
 * The page's own stylesheet. Colors meet WCAG 2.2 AA (1.4.3) in both schemes; everything is themable by the
 * properties of `:root`.
 */
export const stylesheet = `
:root{color-scheme:light dark;--ink:#1c2430;--soft:#4c5767;--paper:#fff;--panel:#f4f6f9;--line:#ccd4df;--link:#0b57a4;--accent:#0b6e5f;--alert:#a3231c;--alert-panel:#fdf1f0;--measure:42rem;--font:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#aab4c2;--paper:#12171f;--panel:#1b222d;--line:#3a4656;--link:#8fc1ff;--accent:#6fd3c0;--alert:#ff9d94;--alert-panel:#2b1a1b}}
@media (prefers-contrast:more){:root{--soft:var(--ink);--line:currentColor}}
*{box-sizing:border-box}
html{font:100%/1.6 var(--font);color:var(--ink);background:var(--paper)}
body{margin:0 auto;padding:0 1.25rem 3rem;max-width:calc(var(--measure) + 2.5rem);overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,.term:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
h1{font-size:clamp(1.6rem,5vw,2.1rem);line-height:1.2;margin:1rem 0}
h2{font-size:1.35rem;line-height:1.3;margin:2.2rem 0 .6rem}
h3{font-size:1.1rem;margin:1.6rem 0 .4rem}
p,ul,ol,dl,blockquote,pre{margin:.8rem 0}
li{margin:.25rem 0}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{position:static;display:inline-block;padding:.5rem}
.site{padding:1rem 0;border-block-end:1px solid var(--line);font-weight:600}
.site a{color:inherit;text-decoration:none}
.notice,.draft{margin:1rem 0;padding:.6rem .9rem;border-inline-start:4px solid var(--alert);background:var(--alert-panel)}
.steps{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;padding:0;list-style-position:inside;color:var(--soft);font-size:.9rem}
.steps li{padding-block-end:.15rem;border-block-end:2px solid transparent}
.steps [aria-current]{color:var(--ink);font-weight:600;border-color:var(--accent)}
.facts{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;color:var(--soft);font-size:.9rem}
.facts p{margin:0}
.question{margin:1.5rem 0;padding:1rem 1.2rem;background:var(--panel);border:1px solid var(--line);border-radius:.5rem}
.question h1,.question h2{margin:0 0 .3rem;font-size:1.15rem}
.question p{margin:.2rem 0}
.question ul{list-style:none;padding:0;margin:.8rem 0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(11.5rem,100%),1fr));gap:.6rem}
.question li{margin:0}
.answer{display:flex;flex-wrap:wrap;column-gap:.4rem;align-items:center;min-block-size:2.9rem;padding:.5rem .9rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);text-decoration:none}
a.answer:hover{border-color:var(--link);text-decoration:underline}
.answer[aria-current]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent);font-weight:600}
.answer[aria-current]:focus{outline:3px solid var(--accent);outline-offset:2px}
.remember{display:flex;gap:.5rem;align-items:center;margin:.2rem 0;font-size:.93rem}
.remember input{inline-size:1.15rem;block-size:1.15rem;accent-color:var(--accent)}
.status{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.mark,.fine{font-weight:400;color:var(--soft);font-size:.875rem}
.topic{margin:1.5rem 0 0;font-size:1.3rem;font-weight:600}
.toc{margin:1.5rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
.toc ol{list-style:none;padding-inline-start:1rem;margin:.2rem 0}
.toc>ol{padding:0}
.citation a{text-decoration-thickness:1px}
dfn{font-style:normal}
dfn a{color:inherit;text-decoration-style:dotted}
.term{padding:0;border:0;background:none;font:inherit;color:inherit;text-align:inherit;text-decoration:underline dotted;text-underline-offset:.15em;cursor:help}
.term abbr{text-decoration:none}
.definition{position:fixed;inset:auto 1rem 1rem;margin:0 auto;max-inline-size:36rem;padding:.7rem 1.2rem;color:var(--ink);background:var(--paper);border:2px solid var(--accent);border-radius:.5rem;box-shadow:0 .5rem 2rem #0006}
.definition p{margin:.3rem 0}
@supports not selector(:popover-open){.definition{display:none}}
.callout,.safety{margin:1.4rem 0;padding:.7rem 1.1rem;border-inline-start:4px solid var(--accent);background:var(--panel)}
.callout-warning,.callout-caution{border-color:var(--alert);background:var(--alert-panel)}
.callout-title,.safety-title{margin:0;font-weight:600}
.safety{border:2px solid var(--alert);background:var(--alert-panel)}
.safety-title{color:var(--alert)}
.table-box{overflow-x:auto;margin:1.2rem 0}
table{border-collapse:collapse;min-width:60%}
th,td{padding:.4rem .7rem;border:1px solid var(--line);text-align:start;vertical-align:top}
th[align=center],td[align=center]{text-align:center}
th[align=right],td[align=right]{text-align:end}
th{background:var(--panel)}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid var(--line);color:var(--soft)}
pre{overflow-x:auto;padding:.8rem;background:var(--panel)}
code{font:.9em ui-monospace,monospace}
img{max-width:100%;height:auto}
.references li,.footnotes li{font-size:.93rem}
[dir=rtl] .references ol{padding-inline-end:2rem}
dt{font-weight:600}
dd{margin:0 0 .6rem;margin-inline-start:1rem}
.disclaimer,.follow-up{margin-block-start:2rem;padding-block-start:.2rem;border-block-start:1px solid var(--line);color:var(--soft);font-size:.93rem}
.disclaimer h2,.follow-up h2{font-size:1.05rem;margin-block-start:1rem;color:var(--ink)}
.disclaimer+.follow-up{border:0;margin-block-start:0}
main:focus{outline:none}
.pages{list-style:none;padding:0}
.pages>li{padding:.8rem 0;border-block-end:1px solid var(--line)}
.pages p{margin:.2rem 0;color:var(--soft)}
.pages [class^=status-]{margin-inline-start:.4rem;padding:.05rem .5rem;border:1px solid var(--line);border-radius:1rem;color:var(--soft);font-size:.8rem;white-space:nowrap}
.pages .status-approved{border-color:var(--accent);color:var(--accent)}
.search{margin:1rem 0 1.5rem;padding:1rem 1.2rem;background:var(--panel);border:1px solid var(--line);border-radius:.5rem}
.search label span{display:block;font-weight:600}
.search input{inline-size:100%;margin-block-start:.4rem;padding:.55rem .8rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.4rem}
.search input:focus-visible{outline:3px solid var(--link);outline-offset:1px}
.variants{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;list-style:none;font-size:.9rem}
@media (forced-colors:active){.answer[aria-current]{outline:2px solid Highlight}.callout,.safety,.notice{border-color:CanvasText}}
@media print{.question,.skip,.toc,.site,.search,[role=doc-backlink]{display:none}:root{--ink:#000;--soft:#333;--paper:#fff;--panel:#fff;--line:#999;--link:#000;--alert:#000;--alert-panel:#fff}body{max-width:none;padding:0}.body a[href^=http]::after,.references a[href^=http]::after{content:" <" attr(href) ">";font-size:.85em;overflow-wrap:anywhere}h1,h2,h3{break-after:avoid}table,.safety,.callout,.references li{break-inside:avoid}.table-box{overflow:visible}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`.trim()
