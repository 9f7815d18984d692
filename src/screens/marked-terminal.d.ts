declare module 'marked-terminal' {
  import type { MarkedExtension } from 'marked'

  type Paint = (text: string) => string

  export function markedTerminal(options: {
    emoji: boolean
    strong: Paint
    em: Paint
    del: Paint
  }): MarkedExtension<string, string>
}
