import type { Unit } from '@utfall/contracts'
import type { Mark } from '#lib/figure/marks.ts'
import type { Words } from '#lib/words/words.ts'

/** The extent of an axis of values, with its ticks as they are written. */
export interface ValueAxis {
  readonly domain: readonly [number, number]
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
}

/**
 * An axis that holds every value, interval and target. It starts at zero, or below where values do;
 * shares stand on the whole of 0–100 %, so that one figure can be set beside another, and on more only where one is
 * more than the whole, as what was paid can be of what was agreed.
 */
export function valueAxis(
  marks: readonly Pick<Mark, 'value' | 'low' | 'high'>[],
  target: number | null,
  unit: Unit,
  words: Words,
): ValueAxis {
  const values = marks.flatMap(({ value, low, high }) => [value, low, high]).concat(target)
  const known = values.filter((value) => value !== null)
  if (unit === 'share' && known.every((value) => value <= 1)) return axis(0, 1, 0.5, unit, words)
  const least = Math.min(0, ...known)
  const greatest = Math.max(0, ...known)
  const most = least === greatest ? 1 : greatest
  const step = niceStep((most - least) / 4)
  return axis(Math.floor(least / step) * step, Math.ceil(most / step) * step, step, unit, words)
}

function axis(from: number, to: number, step: number, unit: Unit, words: Words): ValueAxis {
  const count = Math.round((to - from) / step)
  const decimals = unit === 'share' ? 0 : Math.max(0, -Math.floor(Math.log10(step)))
  const text = (value: number) => (unit === 'share' ? words.share(value) : words.number(value, decimals))
  return {
    domain: [from, to],
    ticks: Array.from({ length: count + 1 }, (_, index) => from + index * step).map((value) => ({
      value,
      text: text(value),
    })),
  }
}

/** The smallest of 1, 2, 5 times a power of ten that is not below `rough`. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10
  return factor * power
}

/** About how wide a text is in the font of the charts, in pixels. */
export const textWidth = (text: string): number => text.length * 6.9

/** The ticks that have room beside each other where the axis is `width` pixels wide: all, or every second, or third. */
export function ticksIn({ ticks }: ValueAxis, width: number): ValueAxis['ticks'] {
  const wide = Math.max(...ticks.map(({ text }) => textWidth(text))) + 8
  const every = Math.max(1, Math.ceil((wide * (ticks.length - 1)) / width))
  return ticks.filter((_, index) => index % every === 0)
}

/** The text in lines that are no wider than `width` pixels, as far as its words allow. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Whether the label at `index` has room, when each needs `wide` pixels and stands `apart` from the next. */
export function hasRoom(index: number, count: number, wide: number, apart: number): boolean {
  const every = Math.max(1, Math.ceil(wide / apart))
  return (count - 1 - index) % every === 0
}
