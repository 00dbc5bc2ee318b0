/** So many people went from one place to another; `count` is null where the number is withheld. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly count: number | null
  /** The same in words. */
  readonly says: string
}

/** A place at one side of the drawing: where it begins and how high it is, in pixels. */
interface FlowNode {
  readonly code: string
  readonly y: number
  readonly height: number
}

/** A band between two places, at its upper edge on either side; a withheld one has no height. */
export interface FlowBand extends Flow {
  readonly fromY: number
  readonly toY: number
  readonly height: number
}

export interface FlowLayout {
  readonly from: readonly FlowNode[]
  readonly to: readonly FlowNode[]
  readonly bands: readonly FlowBand[]
  readonly height: number
}

/** Room for two lines of text beside each place. */
const SLOT = 38
const GAP = 10
/** What a withheld band takes at a place, so that it can be seen to begin and end there. */
const THIN = 4

/**
 * Places on either side in the order of `codes`, and the bands between them, which leave and arrive in the same
 * order. All people who are shown stand `people` pixels high together.
 */
export function flowLayout(flows: readonly Flow[], codes: readonly string[], people: number): FlowLayout {
  const rank = (code: string) => codes.indexOf(code)
  const total = flows.reduce((sum, { count }) => sum + (count ?? 0), 0)
  const heightOf = ({ count }: Flow) => (count === null ? THIN : (count / Math.max(1, total)) * people)
  const inOrder = flows.toSorted((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to))
  const from = column(inOrder, 'from', codes, heightOf)
  const to = column(inOrder, 'to', codes, heightOf)
  const [leaving, arriving] = [edges(from), edges(to)]
  const bands = inOrder.map((flow): FlowBand => {
    const room = heightOf(flow)
    return {
      ...flow,
      fromY: leaving(flow.from, room),
      toY: arriving(flow.to, room),
      height: flow.count === null ? 0 : room,
    }
  })
  return { from, to, bands, height: Math.max(bottom(from), bottom(to)) }
}

const bottom = (nodes: readonly FlowNode[]): number =>
  Math.max(0, ...nodes.map(({ y, height }) => y + Math.max(SLOT, height)))

function column(
  flows: readonly Flow[],
  side: 'from' | 'to',
  codes: readonly string[],
  heightOf: (flow: Flow) => number,
): FlowNode[] {
  let next = 0
  return codes.flatMap((code) => {
    const here = flows.filter((flow) => flow[side] === code)
    if (here.length === 0) return []
    const height = here.reduce((sum, flow) => sum + heightOf(flow), 0)
    const y = next
    next += Math.max(SLOT, height) + GAP
    return [{ code, y, height }]
  })
}

/** Gives each band of a place its upper edge, one under the other. */
function edges(nodes: readonly FlowNode[]): (code: string, room: number) => number {
  const next = new Map(nodes.map(({ code, y }) => [code, y]))
  return (code, room) => {
    const y = next.get(code) ?? 0
    next.set(code, y + room)
    return y
  }
}
