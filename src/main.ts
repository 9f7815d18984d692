import { program } from './cli.ts'

void program('greenroom').parseAsync(process.argv)
