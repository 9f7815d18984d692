import { expect, test } from 'vitest'
import { styleOf } from '../../src/screens/style.ts'

const names = ['accent', 'good', 'caution', 'bad', 'quiet'] as const

test('without colours every paint gives back its text', () => {
  const style = styleOf({ level: 0, ascii: false })
  for (const name of [...names, 'heading', 'bold', 'italic', 'underline'] as const) {
    expect(style[name]('x')).toBe('x')
  }
})

test('with 16 colours the terminal chooses their tones', () => {
  expect(styleOf({ level: 1, ascii: false }).caution('x')).toBe('\u001b[33mx\u001b[39m')
})

/** How bright a colour of the 6 × 6 × 6 cube is to the eye, from 0 to 1. */
function luminance(code: number): number {
  // the greys come after the cube
  if (code >= 232) return ((((code - 232) * 10 + 8) / 255 + 0.055) / 1.055) ** 2.4
  const linear = [0, 95, 135, 175, 215, 255].map((each) =>
    each <= 10 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4,
  )
  const cube = code - 16
  const part = (step: number): number => linear[Math.floor(cube / step) % 6] ?? 0
  return 0.2126 * part(36) + 0.7152 * part(6) + 0.0722 * part(1)
}

test.each(names)('%s reads on black as well as on white', (name) => {
  const painted = styleOf({ level: 3, ascii: false })[name]('x')
  const code = Number(/38;5;(\d+)m/.exec(painted)?.[1])
  const light = luminance(code) + 0.05
  expect(Math.min(light / 0.05, 1.05 / light)).toBeGreaterThan(3.8)
})
