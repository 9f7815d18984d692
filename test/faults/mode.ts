/** Whether everything is tried (`npm run test:faults`), or a part that takes seconds. */
export const isFull = process.env.FAULTS === 'all'

/** So many in the suite, so many in full. */
export const times = (few: number, all: number): number => (isFull ? all : few)
