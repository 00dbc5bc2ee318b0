/** A stream of pseudo-random draws. The same seed gives the same draws on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** One of the values, each as likely as its weight. */
  readonly weighted: <T>(weights: readonly (readonly [T, number])[]) => T
  /** Near normal: the sum of twelve uniforms, since `Math.log` need not agree between engines. */
  readonly normal: (mean: number, deviation: number) => number
  readonly shuffled: <T>(list: readonly T[]) => T[]
}

/** Opens a stream of its own for each seed, so that one part of the world can change and leave the others be. */
export function randomStream(seed: string): Random {
  const next = sfc32(seed)
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[int(0, list.length - 1)]
    if (picked === undefined) throw new RangeError('nothing to pick from')
    return picked
  }
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of weights) {
        left -= weight
        if (left < 0) return value
      }
      return pick(weights)[0]
    },
    normal: (mean, deviation) => {
      let sum = -6
      for (let draw = 0; draw < 12; draw += 1) sum += next()
      return mean + deviation * sum
    },
    shuffled: (list) => {
      const copy = [...list]
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = int(0, last)
        const held = copy[last] as (typeof copy)[number]
        copy[last] = copy[other] as (typeof copy)[number]
        copy[other] = held
      }
      return copy
    },
  }
}

/** Small fast counter, 32 bits (Chris Doty-Humphrey, PractRand), seeded with FNV-1a over the text. */
function sfc32(seed: string): () => number {
  let a = fnv1a(seed, 0x811c9dc5)
  let b = fnv1a(seed, a)
  let c = fnv1a(seed, b)
  let counter = 1
  const step = () => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + result
    return (result >>> 0) / 4294967296
  }
  for (let warmUp = 0; warmUp < 15; warmUp += 1) step()
  return step
}

function fnv1a(text: string, start: number): number {
  let hash = start
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return hash
}
