import { type BuildOptions, build } from 'rolldown'
import config from '../rolldown.config.mts'

/** The end-to-end tests run what is packed, so it has to be made from the sources as they are. */
export default async function make(): Promise<void> {
  await build(config as BuildOptions)
}
