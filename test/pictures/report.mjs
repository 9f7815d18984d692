// The top of the page that `greenroom report` writes, as an SVG that holds the page itself.
import { DomUtils, parseDocument } from 'htmlparser2'

const width = 900
const height = 1400
/** The page goes on below the picture, so that it fades out there; in px. */
const fade = 90
/** Sections that begin below it are left out. */
const sections = 3

/** @param {string} page HTML */
export function reportAsSvg(page) {
  const { children } = parseDocument(page, { lowerCaseAttributeNames: false })
  const [style] = DomUtils.getElementsByTagName('style', children)
  const [body] = DomUtils.getElementsByTagName('body', children)
  for (const section of DomUtils.getElementsByTagName('section', children).slice(sections))
    DomUtils.removeElement(section)
  if (!style || !body) throw new Error('The report is no page.')
  const content = body.children
    .map((each) => DomUtils.getOuterHTML(each, { xmlMode: true }))
    .join('')
    .replaceAll('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title id="title">The report</title>
<style>svg{color-scheme:light dark}${DomUtils.textContent(style)}</style>
<foreignObject width="${width}" height="${height}"><body xmlns="http://www.w3.org/1999/xhtml" style="height:${height}px">${content.trim()}</body></foreignObject>
<linearGradient id="fade" x2="0" y2="1"><stop stop-color="var(--page)" stop-opacity="0"/><stop offset="1" stop-color="var(--page)"/></linearGradient>
<rect y="${height - fade}" width="${width}" height="${fade}" fill="url(#fade)" style="stroke:none"/>
</svg>
`
}
