/** A bank in `data/`, parsed when the program is built. */
declare module '*.md' {
  const bank: import('./model.ts').Bank
  export default bank
}
