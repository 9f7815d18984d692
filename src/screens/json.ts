/** Data as `--json` prints it. */
export const json = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`
