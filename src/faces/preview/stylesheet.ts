/** How the preview around the variants looks. Colors meet WCAG 2.2 AA (1.4.3) in both schemes. */
export const stylesheet = `
:root{color-scheme:light dark;--ink:#1c2430;--soft:#4c5767;--paper:#fff;--panel:#f1f3f7;--line:#b8c2cf;--link:#0b57a4;--error:#a3231c;--warning:#7a4f00;--mark:#fff0b8}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#aab4c2;--paper:#12171f;--panel:#1b222d;--line:#3a4656;--link:#8fc1ff;--error:#ff9d94;--warning:#f0c36d;--mark:#4a3d12}}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper)}
body{margin:0}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
code{font:.9em ui-monospace,monospace}
[hidden]{display:none!important}
.start main{max-width:50rem;margin:2rem auto;padding:0 1.25rem}
.pages{padding:0;list-style:none}
.pages li{padding:.5rem 0;border-block-end:1px solid var(--line)}
.pages code{display:block;color:var(--soft)}
.shell body{display:flex;flex-direction:column;block-size:100vh}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{position:static;padding:.4rem 1rem}
.bar{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;align-items:center;padding:.5rem 1rem;background:var(--panel);border-block-end:1px solid var(--line)}
.bar h1{margin:0;font-size:1rem}
.bar h1 code{color:var(--soft);font-weight:400}
.bar fieldset{display:flex;flex-wrap:wrap;gap:.2rem .8rem;margin:0;padding:0;border:0}
.bar legend{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.bar label{display:inline-flex;gap:.3rem;align-items:center;min-block-size:1.6rem}
.live{margin:0;margin-inline-start:auto;color:var(--soft)}
.problem{padding:.6rem 1rem;background:var(--panel);border-inline-start:6px solid var(--error);color:var(--error);font-weight:600;white-space:pre-line}
main#variants{flex:1;display:flex;min-block-size:0;overflow-x:auto}
.variant{flex:1 0 20rem;display:flex;flex-direction:column;min-inline-size:0;border-inline-end:1px solid var(--line)}
.variant header{padding:.5rem 1rem;border-block-end:1px solid var(--line)}
.variant h2{margin:0;font-size:.95rem}
.facts{color:var(--soft);font-size:.85rem}
.facts p{margin:.1rem 0}
.facts ul{max-block-size:9rem;margin:.3rem 0;padding-inline-start:1.2rem;overflow:auto}
.variant iframe{flex:1;inline-size:100%;border:0;background:var(--paper)}
.nobody{margin:2rem}
.below{flex:0 1 auto;display:flex;max-block-size:30vh;border-block-start:1px solid var(--line)}
.messages{flex:1 1 50%;overflow:auto;padding:.4rem 1rem;background:var(--panel)}
.messages h2{margin:0;font-size:.9rem}
.messages ul{margin:.2rem 0;padding:0;list-style:none}
.messages button{inline-size:100%;padding:.25rem .4rem;border:0;background:none;color:inherit;font:inherit;font-size:.87rem;text-align:start;cursor:pointer}
.messages button:hover{background:var(--paper)}
.severity{font-weight:700}
.severity.error{color:var(--error)}
.severity.warning{color:var(--warning)}
.source{flex:1 1 50%;display:flex;flex-direction:column;min-inline-size:0;border-inline-start:2px solid var(--link);background:var(--paper)}
.source header{display:flex;gap:1rem;justify-content:space-between;align-items:center;padding:.3rem 1rem}
.source h2{margin:0;font:600 .9rem ui-monospace,monospace}
.source button{padding:.2rem .8rem;font:inherit}
.source .lines{flex:1;overflow:auto}
.source ol{margin:0;padding:.2rem 1rem .6rem 4rem;font-size:.9rem}
.source li::marker{color:var(--soft)}
.source li code{white-space:pre-wrap}
.source .meant{background:var(--mark)}
@media (max-width:45rem){.below{flex-direction:column;max-block-size:45vh;overflow:auto}main#variants{flex-direction:column;overflow-y:auto}.variant{flex:1 0 60vh;border-inline-end:0;border-block-end:2px solid var(--line)}}
`
