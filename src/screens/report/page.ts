import { Html, html } from './html.ts'

/** Bars keep their colours in both schemes, as dark text on them has a contrast of at least 7 to each. */
const css = `
:root{--page:#faf9f5;--card:#fff;--ink:#22262b;--soft:#59616a;--line:#d9d5ca;--edge:#6b737c;--mark:#1d5fa8;--rest:#ece9e1}
@media screen and (prefers-color-scheme:dark){:root{--page:#15181b;--card:#1d2125;--ink:#e9e6e0;--soft:#adb4bc;--line:#3a4047;--edge:#9aa2ab;--mark:#8fc0f5;--rest:#2a2f35}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:70rem;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25;margin:0 0 .5rem}table+h3,details+h3{margin-top:1.2rem}h1{font-size:1.7rem}h2{font-size:1.15rem}h3{font-size:1rem}
p{margin:.4rem 0}.soft{color:var(--soft)}
header{margin-bottom:1.5rem}
main{columns:2 30rem;column-gap:1rem}
section{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.1rem;margin-bottom:1rem;break-inside:avoid}
.wide{column-span:all;margin-top:1rem}.grid{display:grid;gap:0 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr))}
.own,blockquote{border-left:.25rem solid var(--mark);padding-left:.7rem;margin:.6rem 0}
.bar{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;margin:.6rem 0}
.bar svg{flex-basis:100%;height:20px}
svg{display:block;width:100%;overflow:visible}
rect{stroke:var(--edge)}
rect.band{fill:none;stroke:var(--mark);stroke-width:2;stroke-dasharray:4 3}
.good{fill:#8ccfa6}.fair{fill:#f3cd7f}.weak{fill:#f2ab9d}.rest{fill:var(--rest)}
svg text{fill:#15181b;font-size:.8rem}
.plot{margin:1.4rem 0 .8rem;display:grid;grid-template-columns:auto 1fr;gap:0 .6rem;font-size:.8rem;color:var(--soft)}
.scale{position:relative}.scale b{visibility:hidden;font-weight:inherit}.scale i,.scale b{white-space:nowrap}.scale i{position:absolute;right:0;font-style:normal;transform:translateY(-50%)}
.ends{grid-column:2;display:flex;justify-content:space-between}
line{stroke:var(--mark);stroke-width:2}line.guide{stroke:var(--line);stroke-width:1}
circle{fill:var(--mark);stroke:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem .3rem 0;border-bottom:1px solid var(--line);font-weight:inherit}
thead th,.n{white-space:nowrap}thead th{color:var(--soft);vertical-align:bottom}
.days{max-width:30rem}.days th,.days td{text-align:center;border:1px solid var(--card);padding:.15rem}.days tbody th{text-align:left;white-space:nowrap}
.some,.several,.many{color:#15181b;background:#d6e9f8}.several{background:#a9d2f3}.many{background:#74b6ea}
summary{cursor:pointer;color:var(--mark);margin-top:.6rem}
article{border-top:1px solid var(--line);padding:.8rem 0}
ul{padding-left:1.2rem;margin:.4rem 0}li{margin:.5rem 0}
main.sheet{columns:1;max-width:42rem}.sheet td:first-child{white-space:nowrap}.sheet li{unicode-bidi:plaintext}.sheet h2{margin-top:1.4rem}.plain{white-space:pre-wrap}
@media print{
:root{--page:#fff}
body{padding:0;max-width:none;font-size:.9rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main{columns:1}section{padding:.6rem .8rem;break-inside:auto}
.chart,.days,article,tr,li,blockquote{break-inside:avoid}h1,h2,h3,h4{break-after:avoid}h2+p,.sheet p:has(+blockquote){break-after:avoid}.soft{break-before:avoid}
details,.screen{display:none}
.sheet{font-size:.8rem}.sheet li{margin:.25rem 0}
}`

/** A whole page that needs nothing but itself: no script, and no request that its policy would not refuse. */
export const page = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(css)}</style>
</head>
<body>
${body}
</body>
</html>
`.text
